// Claims: what a piece of English says of a number, whether the data bear it out, and what was accepted.
//
// Belongs here: reading numbers in prose, holding a phrase against a value, numbers that nothing covers,
// and the lock that keeps accepted values. Does not belong here: running expressions, reading files,
// Markdown, or what a page shows.

/// What an expression over the data gave.
package enum ClaimValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
}

extension ClaimValue {
    /// The value as a person would read it: a whole number without decimals, arithmetic noise left out.
    package var description: String {
        switch self {
        case .null: "NULL"
        case .integer(let number): String(number)
        case .real(let number): ExactDecimal(cleaning: number)?.text ?? String(number)
        case .text(let text): "'\(text)'"
        }
    }

    /// Whether both are the same value to an author: 2 and 2.0 are, and so are numbers that differ by
    /// arithmetic noise only.
    package func isSame(as other: Self) -> Bool {
        if self == other { return true }
        guard let left = number, let right = other.number else { return false }
        return left == right
    }

    private var number: ExactDecimal? {
        switch self {
        case .integer(let number): ExactDecimal(number)
        case .real(let number): ExactDecimal(cleaning: number)
        case .null, .text: nil
        }
    }
}
