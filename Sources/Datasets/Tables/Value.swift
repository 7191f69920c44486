/// The value of one cell, in the types that SQLite keeps.
///
/// Flags are the integers 0 and 1; dates, lists and objects are text as they stand in the file.
package enum Value: Sendable, Hashable {
    case null
    case integer(Int64)
    /// Always finite.
    case real(Double)
    case text(String)
}

extension Value {
    /// The value as text: a number in its shortest exact form, nil for no value.
    package var text: String? {
        switch self {
        case .null: nil
        case .integer(let number): String(number)
        case .real(let number): Self.text(of: number)
        case .text(let text): text
        }
    }

    /// The value as a number, nil for text and for no value.
    package var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .real(let number): number
        case .null, .text: nil
        }
    }

    /// `3` and not `3.0`, up to the whole numbers that are exact.
    private static func text(of number: Double) -> String {
        let isWhole = number == number.rounded(.towardZero) && number.magnitude < 1e15
        return isWhole ? String(Int64(number)) : String(number)
    }
}
