import Diagnostics

/// What makes an SVG file more than a picture: opened by itself, it is a document that can run scripts.
///
/// The file is published as it is; this is a search for words, not a parser.
enum ActiveSVG: String, CaseIterable {
    case script = "<script"
    case handler = " onload="
    case foreign = "<foreignobject"
    case entity = "<!entity"
    case address = "javascript:"

    /// The first of them that stands in the file, in any letter case.
    static func finding(in bytes: [UInt8]) -> ActiveSVG? {
        let text = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return allCases.first { text.firstRange(of: Array($0.rawValue.utf8)) != nil }
    }

    func diagnostic(at path: String) -> Diagnostic {
        Diagnostic(
            "active-svg", at: SourceLocation(path: path),
            "this picture is a document with a life of its own: it holds '\(rawValue)'", severity: .warning,
            notes: ["a browser that opens it by itself runs what stands in it, with the rights of the site"],
            help: "save it as a plain picture, without scripts and entities")
    }
}
