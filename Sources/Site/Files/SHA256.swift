import CCrypto

/// The SHA-256 digest of some bytes (FIPS 180-4).
package struct SHA256: Sendable, Hashable {
    /// The most significant byte first.
    private let digest: SIMD32<UInt8>

    package init(of bytes: [UInt8]) {
        var digest = SIMD32<UInt8>()
        unsafe bytes.withUnsafeBufferPointer { input in
            unsafe withUnsafeMutableBytes(of: &digest) { output in
                unsafe ccrypto_sha256(input.baseAddress, input.count, output.baseAddress)
            }
        }
        self.digest = digest
    }

    /// Of addresses in their order.
    init(ofEach addresses: some Sequence<SiteAddress>) {
        var bytes: [UInt8] = []
        for address in addresses {
            bytes += address.text.utf8
            bytes.append(0x0A)
        }
        self.init(of: bytes)
    }

    /// Of digests in no order.
    init(ofSet digests: [SHA256]) {
        var sum = SIMD32<UInt8>()
        for digest in digests { sum ^= digest.digest }
        digest = sum
    }

    /// The 32 bytes of a digest that was taken before.
    init(known bytes: some Collection<UInt8>) {
        var digest = SIMD32<UInt8>()
        unsafe withUnsafeMutableBytes(of: &digest) { unsafe $0.copyBytes(from: bytes.prefix(32)) }
        self.digest = digest
    }

    /// 64 hexadecimal digits in lower case; nil for anything else.
    package init?(hex: String) { self.init(hex: Array(hex.utf8)[...]) }

    init?(hex digits: ArraySlice<UInt8>) {
        guard digits.count == 64 else { return nil }
        var digest = SIMD32<UInt8>()
        var place = digits.startIndex
        for index in 0..<32 {
            defer { place += 2 }
            guard let high = Self.value(ofHexadecimal: digits[place]),
                let low = Self.value(ofHexadecimal: digits[place + 1])
            else { return nil }
            digest[index] = high << 4 | low
        }
        self.digest = digest
    }

    /// The digest in base 64, as the integrity of scripts and style sheets is written.
    package var base64: String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let padded = Array(group) + [UInt8](repeating: 0, count: 3 - group.count)
            let value = padded.reduce(0) { $0 << 8 | Int($1) }
            for place in 0..<4 {
                let digit = letters[value >> (18 - 6 * place) & 63]
                text.append(place <= group.count ? digit : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// 64 hexadecimal digits in lower case.
    package var hex: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        appendHex(to: &digits)
        return String(decoding: digits, as: UTF8.self)
    }

    func appendHex(to text: inout [UInt8]) {
        for index in 0..<32 {
            text.append(Self.digit(digest[index] >> 4))
            text.append(Self.digit(digest[index] & 15))
        }
    }

    /// The 32 bytes, the most significant first.
    package var bytes: [UInt8] { digest.indices.map { digest[$0] } }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    private static func value(ofHexadecimal digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
}
