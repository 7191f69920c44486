/// Where the site is published: scheme and host, and the folder it stands in.
struct BaseURL: Sendable, Hashable {
    /// `https://example.org`, without a final slash.
    let origin: String
    /// `/` or `/a/b/`.
    let path: String

    /// Nil for what is not an http or https address with a host, or has a query, a fragment or a space.
    init?(_ text: String) {
        let schemes = ["https://", "http://"]
        guard let scheme = schemes.first(where: { text.hasPrefix($0) }) else { return nil }
        let rest = text.dropFirst(scheme.count)
        let isClean = rest.utf8.allSatisfy { byte in
            byte > 0x20 && byte < 0x7F && !"?#\\\"'<>@".utf8.contains(byte)
        }
        guard isClean else { return nil }
        let host = rest.prefix { $0 != "/" }
        guard !host.isEmpty, host.first != ":", host.contains("[") == host.contains("]") else { return nil }
        let folder = rest.dropFirst(host.count).split(separator: "/").map { $0 + "/" }.joined()
        guard SiteAddress("/" + folder) != nil else { return nil }
        origin = scheme + host
        path = "/" + folder
    }

    /// `example.org`
    var host: Substring { origin.drop { $0 != "/" }.dropFirst(2) }

    /// The whole address of a page or file.
    func absolute(_ address: SiteAddress) -> String {
        origin + path + percentEncoded(String(address.text.dropFirst()))
    }
}

/// The path with every byte that an address may not hold written as `%XX`; `/` stays.
package func percentEncoded(_ path: String) -> String {
    guard !path.utf8.allSatisfy(isPlain) else { return path }
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
        if isPlain(byte) {
            bytes.append(byte)
        } else {
            bytes += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// The path with every `%XX` decoded once; nil where that is not well formed or not UTF-8.
func percentDecoded(_ path: String) -> String? {
    guard path.utf8.contains(UInt8(ascii: "%")) else { return path }
    var bytes: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "%") else {
            bytes.append(byte)
            continue
        }
        guard let high = rest.popFirst().flatMap(hexadecimalDigit),
            let low = rest.popFirst().flatMap(hexadecimalDigit)
        else { return nil }
        bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
}

private func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}

private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"):
        true
    default: "_~!$&()*+,;=:@".utf8.contains(byte)
    }
}
