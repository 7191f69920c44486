import Datasets
import Diagnostics

/// Where the front matter of a Markdown file stands: YAML between two lines of three hyphens, or TOML between
/// two lines of three plus signs.
struct FrontMatterBlock: Sendable, Hashable {
    enum Syntax: Sendable, Hashable, CaseIterable {
        case yaml, toml

        fileprivate var mark: UInt8 {
            switch self {
            case .yaml: UInt8(ascii: "-")
            case .toml: UInt8(ascii: "+")
            }
        }

        fileprivate var name: String {
            switch self {
            case .yaml: "three hyphens: ---"
            case .toml: "three plus signs: +++"
            }
        }
    }

    let syntax: Syntax
    /// The bytes between the fences; nil where the file has none.
    let matter: Range<Int>?
    /// Where the Markdown begins.
    let bodyOffset: Int

    /// A fence that is never closed is an error, and the file then has neither front matter nor a body.
    init(in source: SourceText, reporting diagnostics: inout [Diagnostic]) {
        let bytes = source.bytes
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let opening = Syntax.allCases.lazy.compactMap { syntax in
            Self.afterFence(bytes, at: start, syntax).map { (syntax, $0) }
        }.first
        syntax = opening?.0 ?? .yaml
        guard let (syntax, afterFence) = opening else {
            matter = nil
            bodyOffset = start
            return
        }
        var line = afterFence
        while line < bytes.count {
            if let after = Self.afterFence(bytes, at: line, syntax) {
                matter = afterFence..<line
                bodyOffset = after
                return
            }
            line = Self.nextLine(bytes, after: line)
        }
        diagnostics.append(
            source.diagnostic(
                "front-matter-not-closed", at: start, length: 3,
                "the front matter is opened here and never closed",
                help: "end it with a line of \(syntax.name)"))
        matter = nil
        bodyOffset = bytes.count
    }

    /// What stands between the fences; nil where there is nothing, or something that was reported.
    func value(in source: SourceText, reporting diagnostics: inout [Diagnostic]) -> StructuredValue? {
        guard let matter else { return nil }
        return switch syntax {
        case .yaml:
            StructuredValue.yaml(
                source, from: matter.lowerBound, to: matter.upperBound, reporting: &diagnostics)
        case .toml: StructuredValue.toml(source, in: matter, reporting: &diagnostics)
        }
    }

    /// The start of the line after a fence at this offset; nil where no fence stands there.
    private static func afterFence(_ bytes: [UInt8], at offset: Int, _ syntax: Syntax) -> Int? {
        guard offset + 3 <= bytes.count, bytes[offset..<offset + 3].allSatisfy({ $0 == syntax.mark }) else {
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
