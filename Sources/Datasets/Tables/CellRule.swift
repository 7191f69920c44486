/// What the cells of one field must hold, made ready for many cells.
///
/// A rule that is broken is named as the end of a sentence: `must be a whole number`.
struct CellRule {
    let field: Field
    private let minimum: Bound?
    private let maximum: Bound?
    private let choices: [[UInt8]]?
    private let numericChoices: [Double]
    private let hasConstraints: Bool

    private enum Bound {
        case number(Double)
        case text([UInt8])
    }

    init(_ field: Field) {
        self.field = field
        let constraints = field.constraints
        minimum = Self.bound(constraints.minimum, field)
        maximum = Self.bound(constraints.maximum, field)
        choices = constraints.choices.map { $0.map { Array($0.utf8) } }
        numericChoices =
            field.type.isNumeric
            ? (constraints.choices ?? []).compactMap { field.number(Array($0.utf8)[...]) } : []
        hasConstraints =
            minimum != nil || maximum != nil || choices != nil || constraints.pattern != nil
            || constraints.minimumLength != nil || constraints.maximumLength != nil
    }

    private static func bound(_ text: String?, _ field: Field) -> Bound? {
        guard let text else { return nil }
        let bytes = Array(text.utf8)
        if field.type.isNumeric || field.type == .year {
            return (DecimalNumber.real(bytes[...]) ?? field.number(bytes[...])).map(Bound.number)
        }
        return .text(bytes)
    }

    /// What matches the pattern of the field, to be kept over all its cells.
    var matcher: PatternMatcher? { field.constraints.pattern.map { PatternMatcher($0) } }

    /// Why the text does not fit, nil where it does.
    func violation(_ text: ArraySlice<UInt8>, _ matcher: inout PatternMatcher?) -> String? {
        if let mismatch = Self.mismatch(field.type, field, text) { return mismatch }
        return hasConstraints ? constraintViolation(text, &matcher) : nil
    }

    private static func mismatch(_ type: FieldType, _ field: Field, _ text: ArraySlice<UInt8>) -> String? {
        switch type {
        case .any: nil
        case .string: stringMismatch(field.format.name, text)
        case .integer: field.integer(text) == nil ? "must be a whole number" : nil
        case .number: field.number(text) == nil ? "must be a number" : nil
        case .boolean: field.flag(text) == nil ? flagRule(field) : nil
        case .date: CalendarText.isDate(text) ? nil : "must be a day such as 2014-04-28"
        case .datetime:
            CalendarText.isDateTime(text) ? nil : "must be a day and a time such as 2014-04-28T09:30:00Z"
        case .time: CalendarText.isTime(text) ? nil : "must be a time such as 09:30:00"
        case .year: CalendarText.isYear(text) ? nil : "must be a year such as 2014"
        case .yearmonth: CalendarText.isYearMonth(text) ? nil : "must be a month such as 2014-04"
        case .duration: CalendarText.isDuration(text) ? nil : "must be a duration such as P1Y6M"
        case .list: listMismatch(field, text)
        case .object: isJSON(text, beginningWith: UInt8(ascii: "{")) ? nil : "must be a JSON object"
        case .array: isJSON(text, beginningWith: UInt8(ascii: "[")) ? nil : "must be a JSON array"
        }
    }

    private static func flagRule(_ field: Field) -> String {
        let words = (field.format.trueValues + field.format.falseValues).map { "'\($0)'" }
        return "must be one of " + words.joined(separator: ", ")
    }

    private static func listMismatch(_ field: Field, _ text: ArraySlice<UInt8>) -> String? {
        let type = field.format.itemType
        guard type != .string, type != .any, type != .list else { return nil }
        for item in field.items(of: String(decoding: text, as: UTF8.self)) {
            if let mismatch = mismatch(type, field, Array(item.utf8)[...]) {
                return "must be a list in which each item " + mismatch
            }
        }
        return nil
    }

    private static func isJSON(_ text: ArraySlice<UInt8>, beginningWith opening: UInt8) -> Bool {
        guard text.first == opening else { return false }
        return JSONReader.accepts(Array(text))
    }

    private static func stringMismatch(_ format: String, _ text: ArraySlice<UInt8>) -> String? {
        switch format {
        case "email": isEmail(text) ? nil : "must be an email address"
        case "uri": isAddress(text) ? nil : "must be an address that begins with a scheme such as https:"
        case "uuid": isUUID(text) ? nil : "must be a UUID"
        default: nil
        }
    }

    private static func isEmail(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.contains { $0 <= 0x20 }
    }

    private static func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex,
            colon + 1 < text.endIndex, text[text.startIndex] | 0x20 >= 0x61,
            text[text.startIndex] | 0x20 <= 0x7A
        else { return false }
        return !text.contains { $0 <= 0x20 }
            && text[..<colon].allSatisfy { byte in
                (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte &- 0x30 <= 9 || "+-.".utf8.contains(byte)
            }
    }

    private static func isUUID(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.map(\.count) == [8, 4, 4, 4, 12]
            && text.allSatisfy { $0 == 0x2D || $0 &- 0x30 <= 9 || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66) }
    }
}

// MARK: - Constraints

extension CellRule {
    private func constraintViolation(
        _ text: ArraySlice<UInt8>, _ matcher: inout PatternMatcher?
    ) -> String? {
        if let choices, !choices.contains(where: { $0.elementsEqual(text) }), !isNumericChoice(text) {
            return "must be one of "
                + choices.prefix(12).map { "'" + String(decoding: $0, as: UTF8.self) + "'" }
                .joined(separator: ", ") + (choices.count > 12 ? " …" : "")
        }
        if let minimum, isBelow(text, minimum) {
            return "must be at least \(field.constraints.minimum ?? "")"
        }
        if let maximum, isAbove(text, maximum) { return "must be at most \(field.constraints.maximum ?? "")" }
        if let length = lengthViolation(text) { return length }
        if matcher?.matches(text) == false {
            return "must match the pattern \(field.constraints.pattern?.source ?? "")"
        }
        return nil
    }

    private func isNumericChoice(_ text: ArraySlice<UInt8>) -> Bool {
        guard !numericChoices.isEmpty, let number = field.number(text) else { return false }
        return numericChoices.contains(number)
    }

    private func isBelow(_ text: ArraySlice<UInt8>, _ bound: Bound) -> Bool {
        switch bound {
        case .number(let least): field.number(text).map { $0 < least } ?? false
        case .text(let least): text.lexicographicallyPrecedes(least)
        }
    }

    private func isAbove(_ text: ArraySlice<UInt8>, _ bound: Bound) -> Bool {
        switch bound {
        case .number(let most): field.number(text).map { $0 > most } ?? false
        case .text(let most): most.lexicographicallyPrecedes(text)
        }
    }

    private func lengthViolation(_ text: ArraySlice<UInt8>) -> String? {
        let constraints = field.constraints
        guard constraints.minimumLength != nil || constraints.maximumLength != nil else { return nil }
        let isList = field.type == .list
        let length =
            isList
            ? field.items(of: String(decoding: text, as: UTF8.self)).count
            : text.count { $0 & 0xC0 != 0x80 }
        let unit = isList ? "items" : "characters"
        if let least = constraints.minimumLength, length < least {
            return "must have at least \(least) \(unit), not \(length)"
        }
        if let most = constraints.maximumLength, length > most {
            return "must have at most \(most) \(unit), not \(length)"
        }
        return nil
    }
}
