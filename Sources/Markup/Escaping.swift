/// Escaping of text for HTML, SVG and XML, over UTF-8 bytes.
///
/// Never by `Character`: a quotation mark followed by a combining accent is one `Character` that is not a
/// quotation mark, and would leave the attribute it stands in.
package enum Escaping {
    /// Appends the bytes with the five characters `& < > " '` replaced, fit for content and for quoted attributes.
    ///
    /// Control characters that neither HTML nor XML 1.0 allows become U+FFFD.
    package static func append(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
        for byte in text { append(byte, to: &output) }
    }

    /// Appends a text, escaped.
    ///
    /// For the one type that other modules pass most: a generic function is not specialised for them.
    package static func append(_ text: String, to output: inout [UInt8]) {
        let bytes = text.utf8Span.span
        var needsEscaping = false
        for index in bytes.indices where isSpecial(bytes[index]) {
            needsEscaping = true
            break
        }
        if needsEscaping {
            for index in bytes.indices { append(bytes[index], to: &output) }
        } else {
            output.append(contentsOf: text.utf8)
        }
    }

    /// Whether escaping changes the byte.
    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "\""), UInt8(ascii: "'"):
            true
        default: false
        }
    }

    /// Appends one byte of UTF-8 text, escaped.
    @inline(__always)
    package static func append(_ byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "&"): output.append(contentsOf: ampersand)
        case UInt8(ascii: "<"): output.append(contentsOf: lessThan)
        case UInt8(ascii: ">"): output.append(contentsOf: greaterThan)
        case UInt8(ascii: "\""): output.append(contentsOf: quotationMark)
        case UInt8(ascii: "'"): output.append(contentsOf: apostrophe)
        case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: output.append(contentsOf: replacement)
        default: output.append(byte)
        }
    }

    private static let ampersand = Array("&amp;".utf8)
    private static let lessThan = Array("&lt;".utf8)
    private static let greaterThan = Array("&gt;".utf8)
    private static let quotationMark = Array("&quot;".utf8)
    private static let apostrophe = Array("&#39;".utf8)
    private static let replacement = Array("\u{FFFD}".utf8)
}
