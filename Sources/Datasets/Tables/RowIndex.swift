/// Finds the rows of a table by the texts of some of its columns, comparing bytes and copying none.
struct RowIndex {
    private let cells: CellStorage
    private let columns: [Int]
    /// The upper half of a row's hash, then its number plus one, at the place that the lower half of the hash
    /// names or the next free one; 0 where free.
    private var slots: [UInt64]

    /// An index without rows.
    init(_ table: Table, _ columns: [Int]) {
        cells = table.cells
        self.columns = columns
        var size = 16
        while size < table.rowCount * 2 { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
    }

    /// Adds a row, or returns the row with the same texts that is there already. A row that lacks one of the
    /// values is not added.
    mutating func insert(_ row: Int) -> Int? {
        guard let hash = hash(row) else { return nil }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] >> 32 == hash >> 32 {
                let other = Self.row(slots[slot])
                if isEqual(row, other) { return other }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = (hash & ~0xFFFF_FFFF) | UInt64(row + 1)
        return nil
    }

    /// Whether a row with these texts is there, one for each column.
    func contains(_ texts: [ArraySlice<UInt8>]) -> Bool {
        var hash = Self.seed
        for text in texts { Self.mix(text, into: &hash) }
        var slot = Int(truncatingIfNeeded: Self.finished(hash)) & (slots.count - 1)
        while slots[slot] != 0 {
            let row = Self.row(slots[slot])
            let isSame = zip(columns, texts).allSatisfy { column, text in
                cells.withText(cells.span(row: row, column: column)) { $0.elementsEqual(text) }
            }
            if isSame { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }

    private static func row(_ slot: UInt64) -> Int { Int(slot & 0xFFFF_FFFF) - 1 }

    private func isEqual(_ row: Int, _ other: Int) -> Bool {
        columns.allSatisfy { column in
            cells.withText(cells.span(row: row, column: column)) { text in
                cells.withText(cells.span(row: other, column: column)) { $0.elementsEqual(text) }
            }
        }
    }

    private func hash(_ row: Int) -> UInt64? {
        var hash = Self.seed
        for column in columns {
            let span = cells.span(row: row, column: column)
            if span.isMissing { return nil }
            cells.withText(span) { Self.mix($0, into: &hash) }
        }
        return Self.finished(hash)
    }

    // FNV-1a by Fowler, Noll and Vo over 64 bits; the end of each text counts as a byte of its own. It begins
    // elsewhere in every run, so that nobody can write a file whose rows all have the same hash.
    private static let seed = UInt64(truncatingIfNeeded: "FNV".hashValue)

    private static func mix(_ text: ArraySlice<UInt8>, into hash: inout UInt64) {
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }

    /// Spreads what the last bytes say over all bits, as MurmurHash3 ends.
    private static func finished(_ hash: UInt64) -> UInt64 {
        var result = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
        result = (result ^ result >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return result ^ result >> 33
    }
}
