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
    /// Of the last section.
    private var heading: [UInt8] = []
    private var text: [UInt8] = []
    /// The element that is being left out, and how many of its name are open in it.
    private var leftOut: (name: TagName, depth: Int)?
    private var isInHeading = false

    static func sections(of page: [UInt8]) -> [SearchSection] {
        var reader = SearchSections(page)
        if !reader.read("main") { _ = reader.read("body") }
        reader.endSection()
        return reader.sections.filter { !$0.text.isEmpty || !$0.heading.isEmpty }
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// False where the page has no such element.
    private mutating func read(_ container: TagName) -> Bool {
        var isMet = false
        var isInside = false
        for piece in HTMLScanner(bytes) {
            if case .tag(let tag) = piece, tag.name == container {
                isInside = !tag.isEnd
                isMet = true
            }
            guard isInside else { continue }
            switch piece {
            case .tag(let tag): take(tag)
            case .text(let range) where leftOut == nil: add(html: bytes[range])
            case .text, .raw, .comment: break
            }
        }
        return isMet
    }

    private mutating func take(_ tag: HTMLTag) {
        if let open = leftOut {
            guard tag.name == open.name else { return }
            let depth = open.depth + (tag.isEnd ? -1 : 1)
            leftOut = depth == 0 ? nil : (open.name, depth)
            return
        }
        if !tag.isEnd, isLeftOut(tag) {
            leftOut = (tag.name, 1)
            return
        }
        let isHeading = Self.headings.contains(tag.name)
        if !isHeading, !Self.inline.contains(tag.name) { addSpace() }
        guard isHeading else { return }
        if tag.isEnd {
            isInHeading = false
        } else if let anchor = tag.attribute("id", in: bytes) {
            endSection()
            sections.append(SearchSection(anchor: plainText(ofHTML: Array(anchor.utf8)[...])))
            isInHeading = true
        }
    }

    /// Takes the words that were gathered for the last section.
    private mutating func endSection() {
        sections[sections.count - 1].heading = String(decoding: heading, as: UTF8.self)
        sections[sections.count - 1].text = String(decoding: text, as: UTF8.self)
        heading.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
    }

    private mutating func add(html: ArraySlice<UInt8>) {
        if html.contains(UInt8(ascii: "&")) {
            add(plainText(ofHTML: html).utf8)
        } else {
            add(html)
        }
    }

    private mutating func addSpace() { add(CollectionOfOne(UInt8(ascii: " "))) }

    private mutating func add(_ bytes: some Sequence<UInt8>) {
        if isInHeading { Self.append(bytes, to: &heading) } else { Self.append(bytes, to: &text) }
    }

    /// Adds text with each run of white space as one space, and none at its beginning.
    private static func append(_ bytes: some Sequence<UInt8>, to text: inout [UInt8]) {
        let space = UInt8(ascii: " ")
        for byte in bytes {
            switch byte {
            case space, UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                if let last = text.last, last != space { text.append(space) }
            default: text.append(byte)
            }
        }
    }

    private func isLeftOut(_ tag: HTMLTag) -> Bool {
        if Self.leftOut.contains(tag.name) || tag.has("data-nosearch", in: bytes) { return true }
        guard let classes = tag.attribute("class", in: bytes) else { return false }
        return classes.utf8.split(separator: UInt8(ascii: " ")).contains { name in
            Self.leftOutClasses.contains { name.elementsEqual($0.utf8) }
        }
    }

    private static let headings: [TagName] = ["h2", "h3", "h4"]
    private static let leftOut: [TagName] = ["nav", "svg", "form", "template", "noscript", "button", "h1"]
    private static let leftOutClasses = ["sg-data", "sg-links"]
    private static let inline: Set<TagName> = [
        "a", "abbr", "b", "bdi", "cite", "code", "data", "del", "em", "i", "ins", "kbd", "mark", "q", "s",
        "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    ]
}
