/// Something wrong that only the walk can see.
struct WalkProblem {
    enum Kind {
        /// An anchor given twice, and the line on which it was given first.
        case repeatedAnchor(String, line: Int)
        /// A link to an expression that was not read as one, and its mended spelling.
        case unreadClaim(mended: String)
        /// A fact whose closing backtick is missing, maybe because a pipe ended the cell.
        case unreadFact(isInTable: Bool)
        /// A row of a table has more cells than the header.
        case surplusCells
        case unknownFootnote([UInt8], known: [String])
        case unusedFootnote([UInt8])
        case repeatedFootnote([UInt8], line: Int)
    }

    let kind: Kind
    /// In the file.
    let place: Place
    var length = 1
}
