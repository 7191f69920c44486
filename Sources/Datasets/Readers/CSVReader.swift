import Diagnostics

/// Reads comma-separated values by RFC 4180 and nothing looser, keeping the place of every cell.
///
/// Lines end at LF, CR LF or CR; a byte order mark is passed over; lines without any character are passed
/// over too. What is wrong is reported with its place, and reading goes on where the next row begins.
struct CSVReader {
    private let source: SourceText
    private let delimiter: UInt8
    private let quote: UInt8
    /// The greatest byte that means something; most letters and digits are above it.
    private let ceiling: UInt8

    private var index: Int
    private var line = 1
    private var spans: [CellStorage.Span] = []
    private var rowLines: [UInt32] = []
    private var columns: [RawTable.Column] = []
    private var problems: FileProblems

    private init(_ source: SourceText, _ delimiter: UInt8, _ quote: UInt8, _ problems: FileProblems) {
        self.source = source
        self.delimiter = delimiter
        self.quote = quote
        self.problems = problems
        ceiling = max(delimiter, quote, 0x0D)
        index = source.contentStart
    }

    /// The table of a file, nil where it has no columns or too much of anything.
    static func read(
        _ source: SourceText, delimiter: UInt8, quote: UInt8, reporting problems: inout FileProblems
    ) -> RawTable? {
        var reader = CSVReader(source, delimiter, quote, problems)
        defer { problems = reader.problems }
        return reader.read()
    }

    private mutating func read() -> RawTable? {
        let bytes = source.bytes
        guard readHeader(bytes) else { return nil }
        spans = []
        rowLines = []
        readRows(bytes.span)
        guard rowLines.count <= ReadingLimits.rows else {
            add("too-many-rows", at: index, "the file has more than \(ReadingLimits.rows) rows")
            return nil
        }
        let cells = CellStorage(
            path: source.path, bytes: bytes, columnCount: columns.count, rowCount: rowLines.count,
            spans: spans, positions: .inText(rowLines: rowLines), quote: quote)
        return RawTable(columns: columns, cells: cells)
    }

    private mutating func readRows(_ bytes: Span<UInt8>) {
        let expected = columns.count
        while index < bytes.count, rowLines.count <= ReadingLimits.rows {
            if skipsBlankLine(bytes) { continue }
            let rowStart = index
            let rowLine = line
            let firstSpan = spans.count
            let isSound = readRow(bytes)
            let count = spans.count - firstSpan
            if isSound, count == expected {
                rowLines.append(UInt32(truncatingIfNeeded: rowLine))
                continue
            }
            spans.removeLast(count)
            if isSound { addRagged(count, at: rowStart, line: rowLine) }
        }
    }

    private mutating func skipsBlankLine(_ bytes: Span<UInt8>) -> Bool {
        guard bytes[index] == 0x0A || bytes[index] == 0x0D else { return false }
        endLine(bytes)
        return true
    }

    private mutating func endLine(_ bytes: Span<UInt8>) {
        if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        index += 1
        line += 1
    }

    /// Reads the cells of a row and its line end; false where a cell is not well formed.
    private mutating func readRow(_ bytes: Span<UInt8>) -> Bool {
        var isSound = true
        while true {
            let isQuoted = index < bytes.count && bytes[index] == quote
            let cellIsSound = isQuoted ? readQuoted(bytes) : readBare(bytes)
            if !cellIsSound {
                isSound = false
                skipToCellEnd(bytes)
            }
            guard index < bytes.count else { return isSound }
            if bytes[index] == delimiter {
                index += 1
                continue
            }
            endLine(bytes)
            return isSound
        }
    }

    private mutating func readBare(_ bytes: Span<UInt8>) -> Bool {
        let start = index
        var end = start
        while end < bytes.count {
            let byte = bytes[end]
            if byte <= ceiling {
                if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
                if byte == quote {
                    index = end
                    add(
                        "stray-quote", at: end, "a quote stands inside a cell that does not begin with one",
                        help: "put the whole cell in quotes and write this one twice")
                    return false
                }
            }
            end += 1
        }
        index = end
        spans.append(CellStorage.Span(start: start, length: end - start))
        return end - start <= ReadingLimits.bytesInCell || refuseLongCell(start)
    }

    private mutating func readQuoted(_ bytes: Span<UInt8>) -> Bool {
        let opening = index
        let openingLine = line
        var end = opening + 1
        var hasDoubledQuotes = false
        while true {
            guard end < bytes.count else {
                addUnterminated(opening, openingLine)
                index = bytes.count
                return false
            }
            let byte = bytes[end]
            end += 1
            guard byte <= ceiling else { continue }
            if byte == quote {
                guard end < bytes.count, bytes[end] == quote else { break }
                hasDoubledQuotes = true
                end += 1
            } else if byte == 0x0A || (byte == 0x0D && !(end < bytes.count && bytes[end] == 0x0A)) {
                line += 1
            }
        }
        index = end
        let length = end - 2 - opening
        spans.append(
            CellStorage.Span(
                start: opening + 1, length: length, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes))
        guard end == bytes.count || bytes[end] == delimiter || bytes[end] == 0x0A || bytes[end] == 0x0D else {
            add(
                "stray-quote", at: end, "something stands between a closing quote and the end of its cell",
                notes: openingLine == line ? [] : ["the cell's quote opened on line \(openingLine)"],
                help: "a quote inside a cell is written twice")
            return false
        }
        return length <= ReadingLimits.bytesInCell || refuseLongCell(opening)
    }

    private mutating func skipToCellEnd(_ bytes: Span<UInt8>) {
        while index < bytes.count, bytes[index] != delimiter, bytes[index] != 0x0A, bytes[index] != 0x0D {
            index += 1
        }
    }
}

// MARK: - The header

extension CSVReader {
    private mutating func readHeader(_ bytes: [UInt8]) -> Bool {
        while index < bytes.count, skipsBlankLine(bytes.span) {}
        let start = index
        guard start < bytes.count else {
            problems.add(
                Diagnostic(
                    "no-columns", at: SourceLocation(path: source.path),
                    "the file is empty: it has no columns",
                    help: "its first line names the columns"))
            return false
        }
        let afterSeparator = start + 5
        if bytes[start...].starts(with: "sep=".utf8), afterSeparator < bytes.count,
            bytes[afterSeparator] == 0x0A || bytes[afterSeparator] == 0x0D
        {
            add(
                "wrong-delimiter", at: start, "'sep=' is a line for spreadsheets, not the names of columns",
                help: "take the line away")
            return false
        }
        let headerLine = line
        guard readRow(bytes.span) else { return false }
        guard spans.count <= ReadingLimits.columns else {
            add("too-many-columns", at: start, "the file has more than \(ReadingLimits.columns) columns")
            return false
        }
        nameColumns(bytes, headerLine, start)
        return spans.count > 1 || !looksWronglyDivided(bytes, start)
    }

    private mutating func nameColumns(_ bytes: [UInt8], _ headerLine: Int, _ start: Int) {
        let storage = CellStorage(
            path: source.path, bytes: bytes, columnCount: spans.count, rowCount: 1, spans: spans,
            positions: .inText(rowLines: [UInt32(truncatingIfNeeded: headerLine)]), quote: quote)
        let byteOrderMark = start == 3 && source.contentStart == 3 ? 3 : 0
        columns = spans.enumerated().map { position, span in
            var place = storage.location(row: 0, column: position)
            if place.line == headerLine { place.column += byteOrderMark }
            return RawTable.Column(
                name: storage.withText(span) { String(decoding: $0, as: UTF8.self) }, location: place,
                excerpt: bytes.line(around: Int(span.start)).text)
        }
    }

    private mutating func looksWronglyDivided(_ bytes: [UInt8], _ start: Int) -> Bool {
        let header = bytes[spans[0].range]
        let others: [(UInt8, String)] = [(0x3B, ";"), (0x09, "\\t"), (0x2C, ","), (0x7C, "|")]
        guard !spans[0].isQuoted,
            let (found, name) = others.first(where: { $0.0 != delimiter && header.contains($0.0) })
        else { return false }
        add(
            "wrong-delimiter", at: header.firstIndex(of: found) ?? start, line: columns[0].location.line,
            "the file has one column only, whose name holds '\(name)'",
            notes: ["its cells seem to be divided by '\(name)' and not by '\(shown(delimiter))'"],
            help: "say so in datapackage.yaml: dialect: {delimiter: \"\(name)\"}")
        return true
    }

    private func shown(_ byte: UInt8) -> String {
        byte == 0x09 ? "\\t" : String(decoding: [byte], as: UTF8.self)
    }
}

// MARK: - Problems

extension CSVReader {
    private mutating func add(
        _ code: String, at offset: Int, line: Int? = nil, _ message: String, notes: [String] = [],
        help: String? = nil
    ) {
        let (text, start) = source.bytes.line(around: offset)
        let place = SourceLocation(path: source.path, line: line ?? self.line, column: offset - start + 1)
        problems.add(Diagnostic(code, at: place, excerpt: text, message, notes: notes, help: help))
    }

    private mutating func addRagged(_ count: Int, at start: Int, line: Int) {
        let cells = count == 1 ? "1 cell" : "\(count) cells"
        problems.add(
            Diagnostic(
                "ragged-row", at: SourceLocation(path: source.path, line: line),
                excerpt: source.bytes.line(around: start).text,
                "this row has \(cells), but the header names \(columns.count) columns",
                help: count > columns.count ? "a cell that holds the delimiter is put in quotes" : nil))
    }

    private mutating func addUnterminated(_ opening: Int, _ openingLine: Int) {
        let (text, start) = source.bytes.line(around: opening)
        problems.add(
            Diagnostic(
                "unterminated-quote",
                at: SourceLocation(path: source.path, line: openingLine, column: opening - start + 1),
                excerpt: text, "the quote that opens here is never closed",
                notes: ["everything after it would be one cell"]))
    }

    private mutating func refuseLongCell(_ start: Int) -> Bool {
        add("long-cell", at: start, "this cell holds more than \(ReadingLimits.bytesInCell) bytes")
        return false
    }
}
