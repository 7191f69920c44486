/// How much one data file may hold. Whoever needs more prepares the data first, in SQL or by a loader.
enum ReadingLimits {
    static let bytes = 64 << 20
    /// JSON and YAML cost several times their size while they are read.
    static let structuredBytes = 16 << 20
    /// SQLite keeps at most 2,000 in a table, and a column of numbers takes two: as values and as printed.
    static let columns = 999
    static let bytesInCell = 1 << 20
    static let rows = 5_000_000
    /// Problems reported for one file; the rest are counted.
    static let problems = 50
}
