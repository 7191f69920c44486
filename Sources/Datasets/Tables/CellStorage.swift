import Diagnostics

/// The cells of a table as spans of bytes, row after row.
struct CellStorage: Sendable, Hashable {
    /// Where the text of one cell stands: 8 bytes a cell.
    struct Span: Sendable, Hashable {
        let start: UInt32
        private var packed: UInt32

        /// `length` must be less than 64 MiB.
        init(start: Int, length: Int, isQuoted: Bool = false, hasDoubledQuotes: Bool = false) {
            self.start = UInt32(truncatingIfNeeded: start)
            packed =
                UInt32(truncatingIfNeeded: length) & Self.lengthMask
                | (isQuoted ? Self.quoted : 0) | (hasDoubledQuotes ? Self.doubled : 0)
        }

        /// A cell that is not there at all, such as a key that a JSON object lacks.
        static func absent(at start: Int) -> Span {
            var span = Span(start: start, length: 0)
            span.isMissing = true
            return span
        }

        private static let lengthMask: UInt32 = 0x03FF_FFFF
        private static let quoted: UInt32 = 1 << 29
        private static let doubled: UInt32 = 1 << 30
        private static let missing: UInt32 = 1 << 31

        /// Whether the text holds quotes that are written twice.
        var hasDoubledQuotes: Bool { packed & Self.doubled != 0 }
        var isQuoted: Bool { packed & Self.quoted != 0 }
        var length: Int { Int(packed & Self.lengthMask) }
        var range: Range<Int> { Int(start)..<Int(start) + length }

        /// Whether the cell holds no value, as the missing values of the field say.
        var isMissing: Bool {
            get { packed & Self.missing != 0 }
            set { packed = newValue ? packed | Self.missing : packed & ~Self.missing }
        }
    }

    /// A line and a column in the file, from 1.
    struct Place: Sendable, Hashable {
        var line: UInt32
        var column: UInt32
    }

    /// How the place of a cell in its file is known.
    enum Positions: Sendable, Hashable {
        /// `bytes` are the file's own; each row begins on its line.
        case inText(rowLines: [UInt32])
        /// Each cell has its place.
        case each([Place])
        /// The format has no lines.
        case none
    }

    let path: String
    let bytes: [UInt8]
    let columnCount: Int
    let rowCount: Int
    /// `rowCount` times `columnCount`.
    var spans: [Span]
    let positions: Positions
    /// The file's text, for the lines that messages show; empty where the format has none.
    var sourceText: [UInt8] = []
    /// The byte by which cells of the file are quoted.
    var quote = UInt8(ascii: "\"")

    func span(row: Int, column: Int) -> Span { spans[row * columnCount + column] }

    /// Calls `body` with the bytes of a cell, quotes resolved.
    func withText<Result>(_ span: Span, _ body: (ArraySlice<UInt8>) -> Result) -> Result {
        span.hasDoubledQuotes ? body(undoubled(bytes[span.range])) : body(bytes[span.range])
    }

    private func undoubled(_ raw: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var result: [UInt8] = []
        result.reserveCapacity(raw.count)
        var skips = false
        for byte in raw {
            if byte == quote, skips {
                skips = false
                continue
            }
            skips = byte == quote
            result.append(byte)
        }
        return result[...]
    }
}

extension CellStorage {
    func line(row: Int) -> Int {
        switch positions {
        case .inText(let rowLines): Int(rowLines[row])
        case .each(let places): columnCount == 0 ? 0 : Int(places[row * columnCount].line)
        case .none: 0
        }
    }

    func location(row: Int, column: Int?) -> SourceLocation {
        guard let column else { return SourceLocation(path: path, line: line(row: row)) }
        let cell = span(row: row, column: column)
        switch positions {
        case .none:
            return SourceLocation(path: path)
        case .each(let places):
            let place = places[row * columnCount + column]
            return SourceLocation(
                path: path, line: Int(place.line), column: Int(place.column), length: cell.length)
        case .inText(let rowLines):
            return locationInText(cell, row: row, rowLine: Int(rowLines[row]))
        }
    }

    /// The line on which the cell begins, nil where the format has no lines.
    func excerpt(row: Int, column: Int) -> String? {
        switch positions {
        case .none: nil
        case .inText: bytes.line(around: Int(span(row: row, column: column).start)).text
        case .each: SourceText(path: path, bytes: sourceText).line(location(row: row, column: column).line)
        }
    }

    /// Counts on from the row's beginning; cells before this one may hold line breaks.
    private func locationInText(_ cell: Span, row: Int, rowLine: Int) -> SourceLocation {
        let first = span(row: row, column: 0)
        var lineStart = Int(first.start) - (first.isQuoted ? 1 : 0)
        var line = rowLine
        var index = lineStart
        while index < Int(cell.start) {
            let byte = bytes[index]
            index += 1
            guard byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A)) else {
                continue
            }
            line += 1
            lineStart = index
        }
        let column = Int(cell.start) - lineStart + 1
        return SourceLocation(path: path, line: line, column: column, length: cell.length)
    }
}
