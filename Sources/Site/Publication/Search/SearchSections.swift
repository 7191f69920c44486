/// A part of a page that can be found by itself: what stands below one heading.
struct SearchSection: Sendable, Hashable {
    /// Empty above the first heading.
    var heading = ""
    /// The anchor of the heading; nil above the first one.
    var anchor: String?
    var text = ""
}

/// Reads the text of a finished page by its sections: what its `main` holds (else its `body`) without
/// navigation, forms, drawings, scripts, the tables behind charts, and elements with `data-nosearch`.
struct SearchSections {
    private let bytes: [UInt8]
    private var sections = [SearchSection()]
    /// The element that is being left out, and how many of its name are open in it.
    private var leftOut: (name: String, depth: Int)?
    private var isInHeading = false

    static func sections(of page: [UInt8]) -> [SearchSection] {
        var reader = SearchSections(page)
        reader.read()
        return reader.sections.filter { !$0.text.isEmpty || !$0.heading.isEmpty }
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func read() {
        let pieces = HTMLScanner(bytes)
        let container =
            pieces.contains { piece in
                if case .tag(let tag) = piece { tag.name == "main" } else { false }
            } ? "main" : "body"
        var isInside = false
        for piece in pieces {
            if case .tag(let tag) = piece, tag.name == container { isInside = !tag.isEnd }
            guard isInside else { continue }
            switch piece {
            case .tag(let tag): take(tag)
            case .text(let range) where leftOut == nil: add(plainText(ofHTML: bytes[range]))
            case .text, .raw, .comment: break
            }
        }
    }

    private mutating func take(_ tag: HTMLTag) {
        if let open = leftOut {
            guard tag.name == open.name else { return }
            let depth = open.depth + (tag.isEnd ? -1 : 1)
            leftOut = depth == 0 ? nil : (open.name, depth)
            return
        }
        if !tag.isEnd, Self.isLeftOut(tag) {
            leftOut = (tag.name, 1)
            return
        }
        let isHeading = ["h2", "h3", "h4"].contains(tag.name)
        if !isHeading, !Self.inline.contains(tag.name) { add(" ") }
        guard isHeading else { return }
        if tag.isEnd {
            isInHeading = false
        } else if let anchor = tag.attribute("id") {
            sections.append(SearchSection(anchor: plainText(ofHTML: Array(anchor.utf8)[...])))
            isInHeading = true
        }
    }

    /// Adds text with each run of white space as one space.
    private mutating func add(_ text: String) {
        let last = sections.count - 1
        var target = isInHeading ? sections[last].heading : sections[last].text
        for scalar in text.unicodeScalars {
            if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
                if !target.isEmpty, target.utf8.last != UInt8(ascii: " ") { target.append(" ") }
            } else {
                target.unicodeScalars.append(scalar)
            }
        }
        if isInHeading { sections[last].heading = target } else { sections[last].text = target }
    }

    private static func isLeftOut(_ tag: HTMLTag) -> Bool {
        if ["nav", "svg", "form", "template", "noscript", "button", "h1"].contains(tag.name) { return true }
        if tag.has("data-nosearch") { return true }
        let classes = tag.attribute("class")?.split(separator: " ") ?? []
        return classes.contains("sg-data") || classes.contains("sg-links")
    }

    private static let inline: Set<String> = [
        "a", "abbr", "b", "bdi", "cite", "code", "data", "del", "em", "i", "ins", "kbd", "mark", "q", "s",
        "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    ]
}
