import Diagnostics

extension SourceFiles {
    static func symbolicLink(_ path: String) -> Diagnostic {
        Diagnostic(
            "symbolic-link", at: SourceLocation(path: path),
            "this is a symbolic link, and it is passed over", severity: .warning,
            notes: ["a site is built from files that lie in it"],
            help: "put the file itself here, or remove the link")
    }

    static func notRegular(_ path: String) -> Diagnostic {
        Diagnostic(
            "not-a-file", at: SourceLocation(path: path), "this is neither a file nor a folder",
            notes: ["a pipe, a socket or a device cannot be part of a site"], help: "move it elsewhere")
    }

    static func tooLarge(_ path: String, _ limit: SizeLimit) -> Diagnostic {
        Diagnostic(
            "file-too-large", at: SourceLocation(path: path),
            "this file is larger than \(limit.bytes >> 20) MiB, the most that \(limit.kind) may have",
            help: "split it, or take out what the site does not use")
    }

    static func tooDeep(_ path: String) -> Diagnostic {
        Diagnostic(
            "folders-too-deep", at: SourceLocation(path: path),
            "folders stand more than \(deepest) deep in one another here",
            help: "move them further up")
    }

    /// Bytes that are not ASCII are shown as `\xE9`.
    static func unreadableName(_ name: [UInt8], in folder: String) -> Diagnostic {
        let shown = name.map { byte in
            (0x20..<0x7F).contains(byte)
                ? String(UnicodeScalar(byte))
                : "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
        return Diagnostic(
            "file-name-not-utf8", at: SourceLocation(path: folder.isEmpty ? shown : folder + "/" + shown),
            "the name of this file is not UTF-8",
            notes: ["its address could not be written in a page"], help: "give the file another name")
    }
}
