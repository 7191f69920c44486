import GRDB

/// `rows(_row)`, `rows(a._row, b._row)`: the rows that an aggregate was made from, as a text that a result
/// set reads.
struct RowCollection: DatabaseAggregate {
    private var rows: Set<Int64> = []

    init() {}

    mutating func step(_ values: [DatabaseValue]) {
        for value in values { rows.formUnion(Self.rows(in: value)) }
    }

    func finalize() -> (any DatabaseValueConvertible)? {
        rows.isEmpty ? nil : rows.sorted().map(String.init).joined(separator: ",")
    }

    static let function = DatabaseFunction("rows", pure: true, aggregate: RowCollection.self)

    /// The rows that a hidden column holds: one number, or what `rows` made of several.
    static func rows(in value: DatabaseValue) -> [Int64] {
        switch value.storage {
        case .int64(let number): [number]
        case .string(let text):
            text.utf8.split(separator: UInt8(ascii: ",")).compactMap { Int64(Substring($0)) }
        case .null, .double, .blob: []
        }
    }
}
