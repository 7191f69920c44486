import Markup

/// The text of address attributes.
enum AddressText {
    /// Written in place of an address that is dead or refused.
    static let invalid = "about:invalid"

    /// The address as a browser reads it: character references decoded, line ends and tabs left out, and
    /// nothing but the address at its ends.
    static func decode(_ written: ArraySlice<UInt8>) -> String {
        if written.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "&") }) {
            return String(decoding: written, as: UTF8.self)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(written.count)
        var index = written.startIndex
        while index < written.endIndex {
            if written[index] == UInt8(ascii: "&"), let (scalar, end) = reference(in: written, at: index) {
                bytes += Array(String(scalar).utf8)
                index = end
            } else {
                bytes.append(written[index])
                index += 1
            }
        }
        bytes.removeAll { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        return String(decoding: bytes.drop { $0 <= 0x20 }, as: UTF8.self)
    }

    /// The character reference at `start`, a number or one of the five that escaping writes, and where it
    /// ends.
    private static func reference(
        in bytes: ArraySlice<UInt8>, at start: Int
    ) -> (Unicode.Scalar, end: Int)? {
        let limit = min(bytes.endIndex, start + 12)
        guard let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
        guard let scalar = scalar(named: name) else { return nil }
        return (scalar, end + 1)
    }

    private static func scalar(named name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init)
    }

    /// Appends a list of addresses with descriptors (`srcset`), each address resolved.
    static func appendList(
        _ written: [UInt8], to output: inout [UInt8], resolving resolve: (String) -> String?
    ) {
        var index = 0
        var isFirst = true
        while true {
            while index < written.count, written[index].isTemplateSpace || written[index].isComma {
                index += 1
            }
            guard index < written.count else { return }
            let start = index
            while index < written.count, !written[index].isTemplateSpace { index += 1 }
            var end = index
            while end > start, written[end - 1].isComma { end -= 1 }
            var descriptor = written[index..<index]
            if end == index {
                let rest = written[index...]
                descriptor = rest.prefix { !$0.isComma }
                index = descriptor.endIndex
            }
            if !isFirst { output += [UInt8(ascii: ","), UInt8(ascii: " ")] }
            isFirst = false
            Escaping.append(resolve(decode(written[start..<end])) ?? invalid, to: &output)
            let words = descriptor.split(whereSeparator: \.isTemplateSpace)
            for word in words {
                output.append(UInt8(ascii: " "))
                output += word
            }
        }
    }
}

extension UInt8 {
    fileprivate var isComma: Bool { self == UInt8(ascii: ",") }
}
