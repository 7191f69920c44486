/// Something wrong that only the walk can see.
struct WalkProblem {
    enum Kind {
        /// An anchor given twice, and the line on which it was given first.
        case repeatedAnchor(String, line: Int)
        /// A link to an expression that was not read as one, and its mended spelling.
        case unreadClaim(mended: String)
        /// A link to an expression in a cell of a table, which a pipe ended.
        case tornClaim
        /// An image whose address is an expression.
        case imageClaim
        /// A fact whose closing backtick is missing, maybe because a pipe ended the cell.
        case unreadFact(isInTable: Bool)
        /// A row of a table has more cells than the header.
        case surplusCells
        /// A figure whose closing fence is missing, so that it takes in the rest of the text.
        case openFigure
        case unknownFootnote([UInt8])
        case unusedFootnote([UInt8])
        case repeatedFootnote([UInt8], line: Int)
        case foreign(ForeignSyntax)

        /// The name by which the problem is known.
        var code: String {
            switch self {
            case .repeatedAnchor: "repeated-anchor"
            case .unreadClaim, .tornClaim, .imageClaim: "claim-not-read"
            case .unreadFact: "fact-not-read"
            case .openFigure: "figure-not-closed"
            case .surplusCells: "surplus-cells"
            case .unknownFootnote: "unknown-footnote"
            case .unusedFootnote: "unused-footnote"
            case .repeatedFootnote: "repeated-footnote"
            case .foreign: "foreign-syntax"
            }
        }
    }

    let kind: Kind
    /// In the file.
    let place: Place
    var length = 1
}
