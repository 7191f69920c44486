/// What raw HTML says where it is only a comment.
enum HTMLComment {
    /// Whether the text is one comment and nothing else.
    static func isComment(_ text: Span<UInt8>) -> Bool { content(text) != nil }

    /// Whether the text is `<!-- more -->`.
    static func isSummaryBreak(_ text: Span<UInt8>) -> Bool {
        guard let content = content(text) else { return false }
        return content.count == 4 && content.elementsEqual("more".utf8) { $0 | 0x20 == $1 }
    }

    /// What stands between the marks of the comment, without the blanks around it.
    private static func content(_ text: Span<UInt8>) -> [UInt8]? {
        let bytes = trimmed([UInt8](copying: text)[...])
        guard bytes.count >= 7, bytes.starts(with: "<!--".utf8), bytes.suffix(3).elementsEqual("-->".utf8)
        else { return nil }
        let content = bytes.dropFirst(4).dropLast(3)
        // A second comment mark inside means that there is something between two comments.
        var dashes = 0
        for byte in content {
            if byte == UInt8(ascii: ">"), dashes >= 2 { return nil }
            dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
        }
        return Array(trimmed(content))
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = bytes.firstIndex(where: { $0 > .space }),
            let last = bytes.lastIndex(where: { $0 > .space })
        else { return [] }
        return bytes[first...last]
    }
}

/// The first word of an info string.
enum FirstWord {
    static func text(of info: Span<UInt8>) -> String {
        var end = 0
        while end < info.count, !info[end].isBlank { end += 1 }
        return String(decoding: [UInt8](copying: info.extracting(..<end)), as: UTF8.self)
    }
}
