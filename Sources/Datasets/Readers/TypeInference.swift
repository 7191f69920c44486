/// Finds the types of columns that nobody described, from the texts of their cells.
///
/// A column is of a type if every cell that holds a value is. What could be an identifier stays text:
/// numbers that begin with a zero or a plus, in scientific notation, or with more digits than are exact.
struct TypeInference {
    private var candidates: [FieldType]
    private var sawValue = false

    private init(candidates: [FieldType]) { self.candidates = candidates }

    static func fields(of table: RawTable) -> [Field] {
        let cells = table.cells
        return table.columns.enumerated().map { column, header in
            if let type = table.types?[column] { return Field(header.name, type, at: header.location) }
            // In formats that tell numbers from texts a text is no number.
            let hasNumbers = table.types == nil
            var inference = TypeInference(
                candidates: (hasNumbers ? [.integer, .number] : []) + [.yearmonth, .date])
            var index = column
            for _ in 0..<cells.rowCount {
                let span = cells.spans[index]
                index += cells.columnCount
                if !span.isMissing, span.length > 0 { cells.withText(span) { inference.see($0) } }
                if inference.candidates.isEmpty { break }
            }
            return Field(header.name, inference.type, at: header.location)
        }
    }

    private var type: FieldType { sawValue ? candidates.first ?? .string : .string }

    private mutating func see(_ text: ArraySlice<UInt8>) {
        sawValue = true
        candidates.removeAll { !Self.fits($0, text) }
    }

    private static func fits(_ type: FieldType, _ text: ArraySlice<UInt8>) -> Bool {
        switch type {
        case .integer: isPlain(text) && DecimalNumber.integer(text) != nil
        case .number: isPlain(text) && text.count <= 17 && DecimalNumber.real(text) != nil
        case .yearmonth: CalendarText.isYearMonth(text)
        case .date: CalendarText.isDate(text)
        default: false
        }
    }

    /// Digits without a leading zero, with at most a minus before and a point among them.
    private static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
        let digits = text.first == 0x2D ? text.dropFirst() : text
        guard let first = digits.first, first &- 0x30 <= 9, let last = digits.last, last &- 0x30 <= 9 else {
            return false
        }
        let beginsWithZero = first == 0x30 && digits.count > 1
        if beginsWithZero, digits[digits.startIndex + 1] != 0x2E { return false }
        return digits.allSatisfy { $0 &- 0x30 <= 9 || $0 == 0x2E }
    }
}
