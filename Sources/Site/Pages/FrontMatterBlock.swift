import Diagnostics

/// Where the front matter of a Markdown file stands: YAML between two lines of three hyphens.
struct FrontMatterBlock: Sendable, Hashable {
    /// The bytes of the YAML, without its fences; nil where the file has none.
    let yaml: Range<Int>?
    /// Where the Markdown begins.
    let bodyOffset: Int

    /// A fence that is never closed is an error, and the file then has neither front matter nor a body.
    init(in source: SourceText, reporting diagnostics: inout [Diagnostic]) {
        let bytes = source.bytes
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let afterFence = Self.afterFence(bytes, at: start) else {
            yaml = nil
            bodyOffset = start
            return
        }
        var line = afterFence
        while line < bytes.count {
            if let after = Self.afterFence(bytes, at: line) {
                yaml = afterFence..<line
                bodyOffset = after
                return
            }
            line = Self.nextLine(bytes, after: line)
        }
        diagnostics.append(
            source.diagnostic(
                "front-matter-not-closed", at: start, length: 3,
                "the front matter is opened here and never closed",
                help: "end it with a line of three hyphens: ---"))
        yaml = nil
        bodyOffset = bytes.count
    }

    /// The start of the line after a fence at this offset; nil where no fence stands there.
    private static func afterFence(_ bytes: [UInt8], at offset: Int) -> Int? {
        let hyphen = UInt8(ascii: "-")
        guard offset + 3 <= bytes.count, bytes[offset..<offset + 3].allSatisfy({ $0 == hyphen }) else {
            return nil
        }
        var index = offset + 3
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        guard index == bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D else { return nil }
        return nextLine(bytes, after: index)
    }

    private static func nextLine(_ bytes: [UInt8], after offset: Int) -> Int {
        var index = offset
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        if index + 1 < bytes.count, bytes[index] == 0x0D, bytes[index + 1] == 0x0A { return index + 2 }
        return min(index + 1, bytes.count)
    }
}
