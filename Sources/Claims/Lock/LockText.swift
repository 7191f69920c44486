/// How values and texts stand in the fields of the lock, which tabs part.
enum LockText {
    /// The text with backslashes, tabs, line ends and other control characters escaped.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\t": result += "\\t"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The text that was escaped, nil for an escape that is none.
    static func unescaped(_ field: Substring) -> String? {
        guard field.utf8.contains(UInt8(ascii: "\\")) else { return String(field) }
        var result = String.UnicodeScalarView()
        var rest = field.unicodeScalars
        while let scalar = rest.popFirst() {
            guard scalar == "\\" else {
                result.append(scalar)
                continue
            }
            guard let next = rest.popFirst(), let meant = meaning(of: next, &rest) else { return nil }
            result.append(meant)
        }
        return String(result)
    }

    private static func meaning(
        of letter: Unicode.Scalar, _ rest: inout Substring.UnicodeScalarView
    ) -> Unicode.Scalar? {
        switch letter {
        case "\\": return "\\"
        case "t": return "\t"
        case "n": return "\n"
        case "r": return "\r"
        case "u":
            guard rest.popFirst() == "{", let end = rest.firstIndex(of: "}") else { return nil }
            let digits = String(rest[..<end])
            rest = rest[rest.index(after: end)...]
            return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
        default: return nil
        }
    }

    /// `null`, `6`, `2.5`, or a text in quotation marks.
    static func field(_ value: ClaimValue) -> String {
        switch value {
        case .null: "null"
        case .integer(let number): String(number)
        case .real(let number): number.isFinite ? String(number) : "null"
        case .text(let text): "\"\(escaped(text))\""
        }
    }

    /// The value that a field holds, nil where it is none.
    static func value(_ field: Substring) -> ClaimValue? {
        if field == "null" { return .null }
        if field.utf8.first == UInt8(ascii: "\"") {
            guard field.utf8.count >= 2, field.utf8.last == UInt8(ascii: "\"") else { return nil }
            return unescaped(field.dropFirst().dropLast()).map(ClaimValue.text)
        }
        if let number = Int64(field) { return .integer(number) }
        guard let number = Double(field), number.isFinite else { return nil }
        return .real(number)
    }
}
