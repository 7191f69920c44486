/// The path of a request's target, decoded once and found harmless, and its query.
///
/// It is only ever a key into a dictionary of what was built, and never joined to a path of the disk; what
/// could not be one is refused all the same, so that nothing behind it has to ask.
struct RequestPath: Sendable, Hashable {
    /// Decoded, from the first `/`: `/peaks/north/`.
    let text: String
    /// As it came, without its `?`.
    let query: String?

    /// Nil for a target that is no path: another form, bad percent-encoding, bytes that are not UTF-8, control
    /// characters, `\`, `#`, empty, dot and hidden parts (but for `.well-known`).
    init?(_ target: String) {
        var path = target[...]
        var query: Substring?
        if let mark = target.firstIndex(of: "?") {
            path = target[..<mark]
            query = target[target.index(after: mark)...]
        }
        guard path.utf8.first == UInt8(ascii: "/"), let bytes = Self.decoded(path.utf8) else { return nil }
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }),
            !bytes.contains(UInt8(ascii: "#")), let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        // The last part is empty for a folder, an empty one before it is no part of any address.
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.dropFirst().dropLast().allSatisfy({ !$0.isEmpty }) else { return nil }
        for part in parts where part.first == UInt8(ascii: ".") {
            guard part.elementsEqual(".well-known".utf8) else { return nil }
        }
        self.text = text
        self.query = query.map(String.init)
    }

    private static func decoded(_ bytes: Substring.UTF8View) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index = bytes.index(after: index)
            guard byte == UInt8(ascii: "%") else {
                result.append(byte)
                continue
            }
            guard let high = nibble(bytes, &index), let low = nibble(bytes, &index) else { return nil }
            result.append(high << 4 | low)
        }
        return result
    }

    private static func nibble(_ bytes: Substring.UTF8View, _ index: inout Substring.Index) -> UInt8? {
        guard index < bytes.endIndex else { return nil }
        let byte = bytes[index]
        index = bytes.index(after: index)
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): return byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): return byte - UInt8(ascii: "A") + 10
        default: return nil
        }
    }
}
