/// What other generators understand in Markdown, and what this one takes for text.
enum ForeignSyntax: Hashable {
    /// `{{< figure src="a.png" >}}`, `{{% note %}}` and Zola's `{{ youtube(id="x") }}`.
    case shortcode(String)
    /// `{% include a.md %}`
    case tag(String)
    /// `{{ page.title }}`
    case value(String)
    /// `::: note`
    case fence(String)
    /// A code block to be run: `{python}`.
    case chunk(String)
    /// Quarto's `@fig-plot` without brackets.
    case reference(String)
    /// `{width=50%}` or `{.wide}` behind an image or a link.
    case attributes

    /// Braces that are closed further away are not looked into, so that many of them take no time in the square.
    private static let longest = 100

    /// The first of them in a text that nothing else is read in, and its place.
    static func first(in text: [UInt8], beginsLine: Bool, isBehindLink: Bool) -> (ForeignSyntax, Int)? {
        if beginsLine, let fence = fence(in: text) { return (fence, 0) }
        if isBehindLink, isAttributes(text) { return (.attributes, 0) }
        var index = 0
        while index + 2 < text.count {
            if text[index] == UInt8(ascii: "{"), let found = braces(in: text, from: index) {
                return (found, index)
            }
            if text[index] == UInt8(ascii: "@"), let found = reference(in: text, from: index) {
                return (found, index)
            }
            index += 1
        }
        return nil
    }

    /// A code block whose info string begins with a brace.
    static func chunk(info: [UInt8]) -> ForeignSyntax? {
        guard info.first == UInt8(ascii: "{") else { return nil }
        let language = word(in: info, from: 1)
        return language.isEmpty ? nil : .chunk(language)
    }

    private static func reference(in text: [UInt8], from start: Int) -> ForeignSyntax? {
        let isBegun = start > 0 && (text[start - 1].isWord || text[start - 1] == UInt8(ascii: "["))
        let name = word(in: text, from: start + 1)
        let label = FigureLabel(given: name)
        return isBegun || label == nil || !text[start + 1].isLetter ? nil : .reference(name)
    }

    private static func braces(in text: [UInt8], from start: Int) -> ForeignSyntax? {
        let name = word(in: text, from: start + 2)
        let mark = text[(start + 2)...].prefix(4).first { !$0.isBlank && !"<%-".utf8.contains($0) }
        // What closes a pair was told of where it begins.
        guard mark != UInt8(ascii: "/"), !name.hasPrefix("end") else { return nil }
        switch text[start + 1] {
        case UInt8(ascii: "%"): return name.isEmpty ? nil : .tag(name)
        case UInt8(ascii: "{"):
            let mark = text[start + 2]
            if mark == UInt8(ascii: "<") || mark == UInt8(ascii: "%") { return .shortcode(name) }
            guard !name.isEmpty else { return nil }
            let inner = text[start...].prefix(longest).prefix { $0 != UInt8(ascii: "}") }
            guard text[inner.endIndex...].starts(with: "}}".utf8) else { return nil }
            return inner.contains(UInt8(ascii: "(")) ? .shortcode(name) : .value(name)
        default: return nil
        }
    }

    private static func fence(in text: [UInt8]) -> ForeignSyntax? {
        let colons = text.prefix { $0 == UInt8(ascii: ":") }.count
        let name = word(in: text, from: colons)
        return colons >= 3 && !name.isEmpty ? .fence(name) : nil
    }

    private static func isAttributes(_ text: [UInt8]) -> Bool {
        guard text.first == UInt8(ascii: "{"), let end = text.firstIndex(of: UInt8(ascii: "}")), end > 1
        else { return false }
        let inner = text[1..<end]
        return [UInt8(ascii: "."), UInt8(ascii: "#"), UInt8(ascii: ":")].contains(text[1])
            || inner.contains(UInt8(ascii: "="))
    }

    /// The name behind the few marks that may stand before one.
    private static func word(in text: [UInt8], from start: Int) -> String {
        let rest = text.dropFirst(start)
        let marks = rest.prefix(6).prefix { !$0.isWord && $0 != UInt8(ascii: "}") }.count
        return String(
            decoding: rest.dropFirst(marks).prefix {
                $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
            }, as: UTF8.self)
    }
}

extension ForeignSyntax {
    /// What it is, as it stands in a message.
    var description: String {
        switch self {
        case .shortcode(let name): "the shortcode '\(name)' stands here as text"
        case .tag(let name): "the tag '{% \(name) %}' stands here as text"
        case .value(let name): "'{{ \(name) }}' stands here as text"
        case .fence(let name): "the fence '::: \(name)' stands here as text"
        case .chunk(let language): "this \(language) code is shown, not run"
        case .reference(let name): "'@\(name)' stands here as text"
        case .attributes: "these attributes in braces stand here as text"
        }
    }

    var reason: String {
        switch self {
        case .shortcode: "Hugo and Zola have shortcodes; sitegen has none"
        case .tag, .value: "Jekyll and Eleventy run Markdown through their templates; sitegen does not"
        case .fence: "Quarto and Docusaurus have such fences; sitegen has none"
        case .chunk: "Quarto runs such blocks; a build of sitegen runs no code of a page"
        case .reference: "a figure is referred to in brackets, by the name that it has"
        case .attributes: "Quarto, Hugo and Jekyll read them; sitegen reads {#id} behind headings and images"
        }
    }

    /// What does the same here.
    var advice: String {
        switch self {
        case .value: "write it out, or as a fact of the data: `=expression`"
        case .chunk:
            "draw a figure by a block ```chart, write a value by `=expression`, or keep what the code computes"
                + " as a table in Content/data/"
        case .reference(let name): "write [@\(name.prefix(3)):\(name.dropFirst(4))]"
        case .attributes: "take them out; the size of an image is known, and looks belong in a style sheet"
        case .shortcode(let name), .tag(let name), .fence(let name): Self.advice(by: name)
        }
    }

    private static func advice(by name: String) -> String {
        let name = name.lowercased()
        func isOne(of words: String) -> Bool {
            words.split(separator: " ").contains { name == $0 || name == "callout-" + $0 }
        }
        if isOne(of: "note notice info tip important warning caution danger alert admonition callout") {
            return
                "write a quote that begins with a line [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION]"
        }
        if isOne(of: "figure img image picture") {
            return "an image alone in its paragraph is a figure: ![description](file.png \"caption\")"
        }
        if isOne(of: "ref relref link post_url") { return "link to the file: [text](/articles/name.md)" }
        if isOne(of: "highlight code raw") { return "use a fenced code block" }
        if isOne(of: "toc") { return "write 'toc: true' in the front matter" }
        if isOne(of: "include include_relative readfile render import") {
            return "write '<!-- include: _name.md -->' on a line of its own"
        }
        if isOne(of: "youtube vimeo gist tweet x instagram") {
            return "link to it: nothing of others is embedded"
        }
        return "write it in Markdown, or take it out"
    }
}
