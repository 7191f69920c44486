extension Field {
    /// The value of a cell's text in the type of the field, `.null` where it does not fit.
    package func value(of text: ArraySlice<UInt8>) -> Value {
        switch type {
        case .integer: integer(text).map(Value.integer) ?? .null
        case .number: number(text).map(Value.real) ?? .null
        case .boolean: flag(text).map { .integer($0 ? 1 : 0) } ?? .null
        case .year: DecimalNumber.integer(text).map(Value.integer) ?? .null
        default: .text(String(decoding: text, as: UTF8.self))
        }
    }

    /// The items of a list's text; the text itself where the field is no list.
    package func items(of text: String) -> [String] {
        guard type == .list else { return [text] }
        let bytes = Array(text.utf8)
        let divider = Array(format.delimiter.utf8)
        guard !divider.isEmpty, !bytes.isEmpty else { return bytes.isEmpty ? [] : [text] }
        var items: [String] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: divider) {
                items.append(String(decoding: bytes[start..<index], as: UTF8.self))
                index += divider.count
                start = index
            } else {
                index += 1
            }
        }
        items.append(String(decoding: bytes[start...], as: UTF8.self))
        return items
    }

    func integer(_ text: ArraySlice<UInt8>) -> Int64? {
        if format.isBareNumber, format.groupCharacter == nil { return DecimalNumber.integer(text) }
        guard let plain = plainNumber(text) else { return nil }
        return DecimalNumber.integer(plain)
    }

    func number(_ text: ArraySlice<UInt8>) -> Double? {
        if format.isBareNumber, format.groupCharacter == nil, format.decimalCharacter == UInt8(ascii: ".") {
            return DecimalNumber.real(text)
        }
        guard let plain = plainNumber(text) else { return nil }
        return DecimalNumber.real(plain)
    }

    func flag(_ text: ArraySlice<UInt8>) -> Bool? {
        if format.trueValues.contains(where: { $0.utf8.elementsEqual(text) }) { return true }
        if format.falseValues.contains(where: { $0.utf8.elementsEqual(text) }) { return false }
        return nil
    }

    /// The number with a point before its decimals, without group characters and, where the format allows
    /// them, without the signs of a unit around it.
    private func plainNumber(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var result: [UInt8] = []
        var sawDecimal = false
        for byte in format.isBareNumber ? text : withoutUnit(text) {
            if byte == format.groupCharacter {
                guard !sawDecimal, let last = result.last, last &- 0x30 <= 9 else { return nil }
                continue
            }
            if byte == format.decimalCharacter {
                sawDecimal = true
                result.append(UInt8(ascii: "."))
            } else {
                guard byte != UInt8(ascii: ".") else { return nil }
                result.append(byte)
            }
        }
        return result[...]
    }

    private func withoutUnit(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func belongs(_ byte: UInt8) -> Bool {
            byte &- 0x30 <= 9 || byte == 0x2D || byte == 0x2B || byte == format.decimalCharacter
        }
        guard let first = text.firstIndex(where: belongs), let last = text.lastIndex(where: belongs) else {
            return text
        }
        return text[first...last]
    }
}
