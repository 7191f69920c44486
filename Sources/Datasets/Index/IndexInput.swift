import Diagnostics

/// What the tables of a site say about an index, before anything is made of it.
struct IndexInput: Sendable {
    /// One row of one of the tables.
    struct Origin: Sendable, Hashable {
        let sources: [RowID]
        /// The first of the rows of files that it was made from; where the table is named in the
        /// definition if nothing is known of these.
        let location: SourceLocation?
    }

    struct Row: Sendable {
        let period: Value
        let entity: Value
        let value: Value
        /// The value as printed, where the table keeps it.
        let valueText: String?
        let rank: Value
        let kind: String?
        let origin: Origin
    }

    struct Member: Sendable {
        let period: Value
        let entity: Value
        let origin: Origin
    }

    struct Size: Sendable {
        /// The same for a size of one period.
        let from: Value
        let to: Value
        let size: Value
        let origin: Origin
    }

    struct Tie: Sendable {
        let period: Value
        /// Nil where it holds for any rank.
        let rank: Int?
        /// Empty where it holds for any entities.
        let entities: [String]
        let origin: Origin
    }

    struct BreakRow: Sendable {
        let period: Value
        let label: String?
        let kind: String?
        let origin: Origin
    }

    var rows: [Row] = []
    /// By entity; nil where the index names no table of names.
    var names: [String: String]?
    var members: [Member] = []
    var sizes: [Size] = []
    var ties: [Tie] = []
    var breaks: [BreakRow] = []
}
