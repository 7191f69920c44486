import Diagnostics

/// Reads the prose of a tree that was walked: block by block, cut where something else stands in it.
struct ProseReader {
    private let source: SourceText
    private let isTelling: (Span<UInt8>) -> Bool
    private var positions: Positions
    /// The text of one block after the other.
    private var text: [UInt8] = []
    private(set) var prose: [Prose] = []

    /// - Parameter isTelling: whether the prose of a block is asked for, given its text
    init(_ tree: MarkdownTree, of source: SourceText, where isTelling: @escaping (Span<UInt8>) -> Bool) {
        self.source = source
        self.isTelling = isTelling
        positions = Positions(tree.text, lead: tree.lead)
    }

    /// Paragraphs, headings and cells; block quotes are other people's words.
    mutating func read(_ root: CmarkNode) {
        var node = root.firstChild
        while let current = node {
            switch current.kind {
            case .paragraph, .heading: readBlock(current)
            case .customInline where current.mark != nil: readBlock(current)
            case .blockQuote: break
            default:
                node = current.next(in: root)
                continue
            }
            node = current.nextOutside(of: root)
        }
    }

    private mutating func readBlock(_ node: CmarkNode) {
        readText(of: node)
        // Where the bytes stand is looked up in few blocks.
        guard isTelling(text.span) else { return }
        positions.enter(node)
        var block = ProseBlock()
        for piece in Pieces(of: node) {
            switch piece {
            case .text(let text):
                let literal = text.literal
                let origins = positions.origins(of: text, literal: literal)
                block.append(literal, isVerbatim: origins.isVerbatim) {
                    positions.inFile(origins.place(at: $0))
                }
            case .lineEnd(let end):
                block.breakLine()
                if end.kind == .lineBreak { positions.pass(end) }
            case .gap: block.cut()
            }
        }
        prose += block.prose(in: source)
    }

    private mutating func readText(of block: CmarkNode) {
        text.removeAll(keepingCapacity: true)
        for piece in Pieces(of: block) {
            switch piece {
            case .text(let node): node.withLiteral { text.append(copying: $0) }
            case .lineEnd: text.append(.lineFeed)
            case .gap: text.append(ProseBlock.gap)
            }
        }
    }
}

/// What the text of a block is made of, in its order.
private struct Pieces: Sequence, IteratorProtocol {
    enum Piece {
        case text(CmarkNode)
        case lineEnd(CmarkNode)
        /// Something that is no prose.
        case gap
    }

    private let block: CmarkNode
    private var following: CmarkNode?

    init(of block: CmarkNode) {
        self.block = block
        following = block.firstChild
    }

    mutating func next() -> Piece? {
        while let node = following {
            switch node.kind {
            case .text, .softBreak, .lineBreak, .code, .link, .image, .htmlInline:
                following = node.nextOutside(of: block)
            default:
                following = node.next(in: block)
            }
            switch node.kind {
            case .text: return .text(node)
            case .softBreak, .lineBreak: return .lineEnd(node)
            case .code, .link, .image, .htmlInline: return .gap
            default: if node.firstChild == nil { return .gap }
            }
        }
        return nil
    }
}

/// The text of one paragraph, heading or cell on its way to prose.
private struct ProseBlock {
    private var bytes: [UInt8] = []
    private var places: [(offset: Int, place: Place)] = []

    /// Stands where something that is no prose was left out; no text holds it.
    static let gap: UInt8 = 0

    /// - Parameter isVerbatim: whether its bytes follow one another in the file as well
    mutating func append(_ literal: [UInt8], isVerbatim: Bool, at place: (Int) -> Place) {
        for index in literal.indices.prefix(isVerbatim ? 1 : literal.count) {
            let found = place(index)
            let follows =
                index > 0
                && places.last.map { last in
                    last.place.line == found.line
                        && last.place.column + bytes.count + index - last.offset == found.column
                } == true
            if !follows { places.append((bytes.count + index, found)) }
        }
        bytes += literal
    }

    mutating func breakLine() { bytes.append(.lineFeed) }

    mutating func cut() { bytes.append(Self.gap) }

    /// The stretches between the gaps that hold a letter or a digit.
    func prose(in source: SourceText) -> [Prose] {
        let text = withoutQuotations
        return text.indices.split { text[$0] == Self.gap }.compactMap { run in
            guard let first = run.first, let last = run.last,
                text[first...last].contains(where: { $0.isLetter || $0.isDigit || $0 >= 0x80 })
            else { return nil }
            return Prose(
                text: String(decoding: text[first...last], as: UTF8.self),
                places: places(of: first..<last + 1, in: source))
        }
    }

    private func places(of range: Range<Int>, in source: SourceText) -> [Prose.Place] {
        // The last place before the stretch, or at its beginning, and those inside it.
        let first = max(firstPlace(after: range.lowerBound) - 1, 0)
        return places[first...].prefix { $0.offset < range.upperBound }.map { found in
            let offset = max(found.offset, range.lowerBound)
            let location = source.location(
                line: found.place.line, column: found.place.column + offset - found.offset)
            return Prose.Place(offset: offset - range.lowerBound, location: location)
        }
    }

    /// By halving: a paragraph may hold a hundred thousand stretches.
    private func firstPlace(after offset: Int) -> Int {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle].offset > offset { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The bytes with gaps in the place of what stands between quotation marks; a mark without a partner
    /// quotes nothing.
    private var withoutQuotations: [UInt8] {
        var result = bytes
        var index = 0
        // Marks that close nothing from here on; looking for them again would take time in the square.
        var missing: [[UInt8]] = []
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "\"") || bytes[index] == 0xE2,
                let close = Self.closingMark(of: bytes[index...]), !missing.contains(close)
            else {
                index += 1
                continue
            }
            guard let end = bytes[(index + close.count)...].firstRange(of: close) else {
                missing.append(close)
                continue
            }
            for place in index..<end.upperBound { result[place] = Self.gap }
            index = end.upperBound
        }
        return result
    }

    private static func closingMark(of bytes: ArraySlice<UInt8>) -> [UInt8]? {
        if bytes.first == UInt8(ascii: "\"") { return [UInt8(ascii: "\"")] }
        return bytes.first == 0xE2 && bytes.starts(with: "\u{201C}".utf8) ? Array("\u{201D}".utf8) : nil
    }
}
