/// What kind of values a field holds: the types of Frictionless Table Schema that a site has a use for.
package enum FieldType: String, Sendable, Hashable, CaseIterable {
    case string, integer, number, boolean
    /// A full day of the ISO calendar, `2014-04-28`.
    case date
    /// A day and a time, `2014-04-28T09:30:00Z`.
    case datetime
    case time
    /// Four digits, with a sign where needed.
    case year
    /// A month of a year, `2014-04`.
    case yearmonth
    /// An ISO 8601 duration, `P1Y2M`.
    case duration
    /// Several items in one cell, divided by the format's delimiter.
    case list
    /// JSON text.
    case object, array
    case any

    /// Whether cells are read as numbers; flags are not.
    package var isNumeric: Bool { self == .integer || self == .number }

    /// Whether cells name a moment or a span of the calendar, and sort as such when sorted as text.
    package var isTemporal: Bool {
        switch self {
        case .date, .datetime, .year, .yearmonth: true
        default: false
        }
    }
}

/// How the values of a field are written in its cells.
package struct FieldFormat: Sendable, Hashable {
    /// `default`, or for strings `email`, `uri`, `uuid`, `binary`.
    package var name = "default"
    /// The byte before the decimals of a number.
    package var decimalCharacter = UInt8(ascii: ".")
    /// The byte between the thousands, nil where none may stand.
    package var groupCharacter: UInt8?
    /// Whether a number stands alone, without a unit sign before or after it.
    package var isBareNumber = true
    package var trueValues = ["true", "True", "TRUE", "1"]
    package var falseValues = ["false", "False", "FALSE", "0"]
    /// What divides the items of a list.
    package var delimiter = ","
    package var itemType = FieldType.string

    package init() {}
}
