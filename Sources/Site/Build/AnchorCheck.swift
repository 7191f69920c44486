import Diagnostics

/// Looks for the anchors that links lead to, and for the figures that could not be drawn, when all pages are
/// rendered.
struct AnchorCheck {
    private let pages: [RenderedPage]
    private let files: Set<SiteAddress>

    /// - Parameter files: the files of the figures that could be drawn
    init(_ pages: [RenderedPage], files: Set<SiteAddress>) {
        self.pages = pages
        self.files = files
    }

    /// What is wrong, and the anchors that each page has to which others lead.
    func result(
        after earlier: BuildMemory?
    ) async -> (problems: [Diagnostic], anchors: [SiteAddress: Set<String>]) {
        let wanted = Set(pages.flatMap { page in page.anchorReferences.map(\.target) })
        let found = await parallelMap(pages.filter { wanted.contains($0.plan.address) }) { page in
            let known = page.isReused ? earlier?.anchors[page.plan.address] : nil
            return (page.plan.address, known ?? Self.anchors(in: page.bytes))
        }
        let anchors = Dictionary(found) { first, _ in first }
        let problems = pages.flatMap(\.anchorReferences).compactMap { reference -> Diagnostic? in
            let names = anchors[reference.target]
            guard let anchor = reference.anchor else {
                return names == nil && !files.contains(reference.target) ? reference.problem : nil
            }
            guard let names, !names.contains(anchor) else { return nil }
            var problem = reference.problem
            problem.help = suggestion(for: anchor, among: names)
            return problem
        }
        return (problems, anchors)
    }

    /// The `id`s of a page's elements.
    private static func anchors(in html: [UInt8]) -> Set<String> {
        let bytes = html.span
        let quote = UInt8(ascii: "\"")
        var names: Set<String> = []
        // Where ` id="` may end. What stands there tells how far on it may end next, so that few bytes are looked at.
        var index = 4
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "="): index += 1
            case UInt8(ascii: "d"): index += 2
            case UInt8(ascii: "i"): index += 3
            case UInt8(ascii: " "): index += 4
            case quote where isMark(bytes, before: index):
                let start = index + 1
                index = start
                while index < bytes.count, bytes[index] != quote { index += 1 }
                names.insert(String(decoding: html[start..<index], as: UTF8.self))
                index += 5
            default: index += 5
            }
        }
        return names
    }

    /// Whether ` id=` stands before a place.
    private static func isMark(_ bytes: Span<UInt8>, before index: Int) -> Bool {
        bytes[index - 4] == UInt8(ascii: " ") && bytes[index - 3] == UInt8(ascii: "i")
            && bytes[index - 2] == UInt8(ascii: "d") && bytes[index - 1] == UInt8(ascii: "=")
    }
}
