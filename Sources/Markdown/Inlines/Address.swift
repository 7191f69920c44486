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
        pictures.contains { prefix in
            guard destination.count > prefix.count else { return false }
            return prefix.indices.allSatisfy {
                destination[$0] == prefix[$0] || (destination[$0] | 0x20 == prefix[$0] && prefix[$0].isLetter)
            }
        }
    }

    /// The address with what may not stand in one percent-encoded, as cmark writes the addresses of links.
    static func encoded(_ address: some Sequence<UInt8>) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for byte in address {
            if isSafe(byte) {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return result
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
