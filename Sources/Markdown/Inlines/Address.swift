/// Destinations of links and images: which are allowed, and how they are written.
enum Address {
    /// Whether the destination is relative or has one of the schemes; of `data:` pictures only.
    ///
    /// As browsers do, blanks before it and line ends and tabs in it do not count.
    static func isAllowed(_ node: CmarkNode, schemes: Set<String>) -> Bool {
        node.withDestination { destination in
            guard let scheme = scheme(of: destination) else { return !beginsWithBackslash(destination) }
            if schemes.contains(scheme) { return true }
            return scheme == "data" && node.kind == .image && isPicture(destination)
        }
    }

    private static func beginsWithBackslash(_ destination: Span<UInt8>) -> Bool {
        for index in destination.indices where destination[index] > .space {
            return destination[index] == UInt8(ascii: "\\")
                || destination[index] == UInt8(ascii: "/") && index + 1 < destination.count
                    && destination[index + 1] == UInt8(ascii: "\\")
        }
        return false
    }

    /// The scheme in lower case, or nil where the address is relative.
    private static func scheme(of destination: Span<UInt8>) -> String? {
        var name: [UInt8] = []
        for index in destination.indices {
            let byte = destination[index]
            switch byte {
            case UInt8(ascii: ":"): return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
            case .tab, .lineFeed, .carriageReturn: continue
            case 0...0x20 where name.isEmpty: continue
            case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): name.append(byte)
            case _ where byte.isLetter: name.append(byte | 0x20)
            case _ where byte.isDigit: name.append(byte)
            default: return nil
            }
        }
        return nil
    }

    private static let pictures = ["png", "gif", "jpeg", "webp", "avif"].map {
        Array("data:image/\($0);".utf8)
    }

    private static func isPicture(_ destination: Span<UInt8>) -> Bool {
        pictures.contains { destination.count > $0.count && begins(destination, with: $0) }
    }

    /// Whether the address begins so, whatever the case of its letters.
    private static func begins(_ address: Span<UInt8>, with prefix: [UInt8]) -> Bool {
        guard address.count >= prefix.count else { return false }
        return prefix.indices.allSatisfy {
            address[$0] == prefix[$0] || (address[$0] | 0x20 == prefix[$0] && prefix[$0].isLetter)
        }
    }

    private static let dangers = ["javascript:", "vbscript:", "file:", "data:"].map { Array($0.utf8) }
    private static let harmless = ["png", "gif", "jpeg", "webp"].map { Array("data:image/\($0)".utf8) }

    /// Whether cmark leaves the address out of links where raw HTML is left out.
    static func isDangerous(_ address: String) -> Bool {
        let address = address.utf8Span.span
        return dangers.contains { begins(address, with: $0) }
            && !harmless.contains { begins(address, with: $0) }
    }

    /// The address with what may not stand in one percent-encoded, as cmark writes the addresses of links.
    static func encoded(_ address: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        for byte in address { append(byte, to: &result) }
        return result
    }

    /// Appends an address as cmark writes it between the quotation marks of a link.
    static func append(_ address: String, toLinkIn output: inout [UInt8]) {
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "'"): output += "&#x27;".utf8
            default: append(byte, to: &output)
            }
        }
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func append(_ byte: UInt8, to output: inout [UInt8]) {
        if isSafe(byte) {
            output.append(byte)
        } else {
            output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }

    private static func isSafe(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "^"),
            UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            false
        default: true
        }
    }
}
