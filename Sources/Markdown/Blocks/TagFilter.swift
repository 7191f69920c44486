/// The tags that GitHub shows as text, wherever they stand in raw HTML.
enum TagFilter {
    private static let names = [
        "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
    ].map { Array($0.utf8) }

    /// The HTML with `&lt;` before these names, or nil where it has none.
    static func filtered(_ html: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        var copied = 0
        for index in html.indices where html[index] == UInt8(ascii: "<") && beginsName(html[(index + 1)...]) {
            result += html[copied..<index]
            result += Array("&lt;".utf8)
            copied = index + 1
        }
        return copied == 0 ? nil : result + html[copied...]
    }

    private static func beginsName(_ html: ArraySlice<UInt8>) -> Bool {
        let tag = html.first == UInt8(ascii: "/") ? html.dropFirst() : html
        return names.contains { name in
            guard tag.count > name.count, zip(tag, name).allSatisfy({ $0 | 0x20 == $1 }) else { return false }
            let next = tag[tag.startIndex + name.count]
            return next <= .space || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
        }
    }
}
