/// What a plain scalar means by the core schema of YAML 1.2, in which `no` is a word and `010` is ten.
///
/// Numbers that are not finite or do not fit (`.nan`, `1e999`) are left as text, so that using one as a
/// number is an error where it is used.
func coreSchemaKind(_ text: String) -> StructuredValue.Kind {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .flag(true)
    case "false", "False", "FALSE": return .flag(false)
    default: break
    }
    guard let first = text.utf8.first, first <= 0x39, text.utf8.count <= DecimalNumber.mostDigits else {
        return .text(text)
    }
    let bytes = Array(text.utf8)[...]
    if let number = DecimalNumber.integer(bytes) ?? prefixedInteger(bytes) { return .integer(number) }
    if let number = DecimalNumber.real(bytes) { return .real(number) }
    return .text(text)
}

/// `0o17` or `0x1F`.
private func prefixedInteger(_ bytes: ArraySlice<UInt8>) -> Int64? {
    guard bytes.count > 2, bytes.first == UInt8(ascii: "0") else { return nil }
    let radix: Int
    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "o"): radix = 8
    case UInt8(ascii: "x"): radix = 16
    default: return nil
    }
    let digits = bytes.dropFirst(2)
    guard digits.first != UInt8(ascii: "-"), digits.first != UInt8(ascii: "+") else { return nil }
    return Int64(String(decoding: digits, as: UTF8.self), radix: radix)
}
