import Diagnostics

/// Which row of which table each `_row` is.
///
/// Each table has a block of numbers, in the order in which tables are loaded. A row of an index's table
/// stands for the rows that it was made from.
struct RowOrigins: Sendable {
    private enum Rows: Sendable {
        case read(Table)
        /// For each row those that it was made from, sorted, each once.
        case made([[RowID]])
    }

    /// A class, because it is looked up for each row of each result, and its table is no small value.
    private final class Block: Sendable {
        let first: Int64
        let count: Int
        let rows: Rows

        init(first: Int64, count: Int, rows: Rows) {
            self.first = first
            self.count = count
            self.rows = rows
        }
    }

    private var blocks: [Block] = []
    private var next: Int64 = 1

    /// The number of the table's first row.
    mutating func add(_ table: Table) -> Int64 {
        add(Block(first: next, count: table.rowCount, rows: .read(table)))
    }

    /// The number of the first of as many rows as there are lists of rows they were made from.
    mutating func add(madeFrom sources: [[RowID]]) -> Int64 {
        add(Block(first: next, count: sources.count, rows: .made(sources.map(Self.ordered))))
    }

    private static func ordered(_ rows: [RowID]) -> [RowID] {
        let isOrdered = zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 }
        return isOrdered ? rows : Set(rows).sorted()
    }

    private mutating func add(_ block: Block) -> Int64 {
        blocks.append(block)
        next += Int64(block.count)
        return block.first
    }

    func origin(of row: RowID) -> RowOrigin? {
        guard let block = block(of: row), case .read(let table) = block.rows else { return nil }
        let number = Int(row.number - block.first)
        return RowOrigin(table: table.name, row: number, location: table.location(row: number))
    }

    /// The table and the number of a row, without the place in the file.
    func place(of row: RowID) -> (table: String, row: Int)? {
        guard let block = block(of: row), case .read(let table) = block.rows else { return nil }
        return (table.name, Int(row.number - block.first))
    }

    func row(_ number: Int, of name: String) -> RowID? {
        for block in blocks {
            guard case .read(let table) = block.rows, table.name == name else { continue }
            return (0..<block.count).contains(number) ? RowID(block.first + Int64(number)) : nil
        }
        return nil
    }

    /// The rows of files behind these rows, sorted, each once.
    func sources(of rows: [RowID]) -> [RowID] {
        if rows.count == 1, let block = block(of: rows[0]) {
            return switch block.rows {
            case .read: rows
            case .made(let sources): sources[Int(rows[0].number - block.first)]
            }
        }
        var result: Set<RowID> = []
        for row in rows {
            guard let block = block(of: row) else { continue }
            switch block.rows {
            case .read: result.insert(row)
            case .made(let sources): result.formUnion(sources[Int(row.number - block.first)])
            }
        }
        return result.sorted()
    }

    /// The diagnostic with the line that it is about, of the data or of another file.
    func withExcerpt(_ diagnostic: Diagnostic, or file: SourceText?) -> Diagnostic {
        guard diagnostic.excerpt == nil, let place = diagnostic.location else { return diagnostic }
        if let file, file.path == place.path {
            var result = diagnostic
            result.excerpt = file.line(place.line)
            return result
        }
        for case .read(let table) in blocks.map(\.rows) where table.path == place.path {
            var result = diagnostic
            result.excerpt = table.excerpt(place.line)
            return result
        }
        return diagnostic
    }

    private func block(of row: RowID) -> Block? {
        var low = 0
        var high = blocks.count
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].first <= row.number { low = middle + 1 } else { high = middle }
        }
        guard low > 0, row.number - blocks[low - 1].first < Int64(blocks[low - 1].count) else { return nil }
        return blocks[low - 1]
    }
}

extension Table {
    /// A line of the file, where the table keeps its file's own text.
    fileprivate func excerpt(_ line: Int) -> String? {
        guard case .inText = cells.positions else { return nil }
        return SourceText(path: path, bytes: cells.bytes).line(line)
    }
}
