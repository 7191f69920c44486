/// The SHA-256 digest of some bytes (FIPS 180-4).
package struct SHA256: Sendable, Hashable {
    private let high: SIMD4<UInt32>
    private let low: SIMD4<UInt32>

    package init(of bytes: [UInt8]) {
        var state = Self.start
        var schedule = [UInt32](repeating: 0, count: 64)
        let whole = bytes.count & ~63
        var offset = 0
        while offset < whole {
            Self.expand(bytes, at: offset, into: &schedule)
            Self.compress(&state, schedule)
            offset += 64
        }
        let tail = Self.padded(bytes[whole...], length: bytes.count)
        offset = 0
        while offset < tail.count {
            Self.expand(tail, at: offset, into: &schedule)
            Self.compress(&state, schedule)
            offset += 64
        }
        high = SIMD4(state[0], state[1], state[2], state[3])
        low = SIMD4(state[4], state[5], state[6], state[7])
    }

    /// 64 hexadecimal digits in lower case; nil for anything else.
    package init?(hex: String) {
        let digits = Array(hex.utf8)
        guard digits.count == 64 else { return nil }
        var words: [UInt32] = []
        for start in stride(from: 0, to: 64, by: 8) {
            var word: UInt32 = 0
            for digit in digits[start..<start + 8] {
                guard let value = Self.value(ofHexadecimal: digit) else { return nil }
                word = word &<< 4 | value
            }
            words.append(word)
        }
        high = SIMD4(words[0], words[1], words[2], words[3])
        low = SIMD4(words[4], words[5], words[6], words[7])
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
    package var hex: String { String(decoding: bytes.flatMap(Self.digits), as: UTF8.self) }

    /// The 32 bytes, the most significant first.
    package var bytes: [UInt8] {
        [high, low].flatMap { half in
            (0..<4).flatMap { index in
                [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: half[index] &>> UInt32($0)) }
            }
        }
    }

    private static func digits(_ byte: UInt8) -> [UInt8] {
        [byte >> 4, byte & 15].map { $0 < 10 ? 0x30 + $0 : 0x57 + $0 }
    }

    private static func value(ofHexadecimal digit: UInt8) -> UInt32? {
        switch digit {
        case 0x30...0x39: UInt32(digit - 0x30)
        case 0x61...0x66: UInt32(digit - 0x57)
        default: nil
        }
    }

    /// The last bytes, a one bit, zeros, and the length in bits: 64 or 128 bytes.
    private static func padded(_ rest: ArraySlice<UInt8>, length: Int) -> [UInt8] {
        var block = Array(rest)
        block.append(0x80)
        while block.count % 64 != 56 { block.append(0) }
        let bits = UInt64(length) &* 8
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            block.append(UInt8(truncatingIfNeeded: bits &>> shift))
        }
        return block
    }

    // The rotations below are spelled out as shifts of words: calls to a function of their own cost
    // twenty times as much in a debug build.

    private static func expand(_ bytes: [UInt8], at offset: Int, into w: inout [UInt32]) {
        var i = 0
        var p = offset
        while i < 16 {
            w[i] =
                UInt32(truncatingIfNeeded: bytes[p]) &<< 24
                | UInt32(truncatingIfNeeded: bytes[p &+ 1]) &<< 16
                | UInt32(truncatingIfNeeded: bytes[p &+ 2]) &<< 8
                | UInt32(truncatingIfNeeded: bytes[p &+ 3])
            i &+= 1
            p &+= 4
        }
        while i < 64 {
            let x = w[i &- 15]
            let y = w[i &- 2]
            let s0 = ((x &>> 7) | (x &<< 25)) ^ ((x &>> 18) | (x &<< 14)) ^ (x &>> 3)
            let s1 = ((y &>> 17) | (y &<< 15)) ^ ((y &>> 19) | (y &<< 13)) ^ (y &>> 10)
            w[i] = w[i &- 16] &+ s0 &+ w[i &- 7] &+ s1
            i &+= 1
        }
    }

    private static func compress(_ state: inout [UInt32], _ w: [UInt32]) {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        let k = constants
        var i = 0
        while i < 64 {
            let s1 = ((e &>> 6) | (e &<< 26)) ^ ((e &>> 11) | (e &<< 21)) ^ ((e &>> 25) | (e &<< 7))
            let choice = (e & f) ^ (~e & g)
            let t1 = h &+ s1 &+ choice &+ k[i] &+ w[i]
            let s0 = ((a &>> 2) | (a &<< 30)) ^ ((a &>> 13) | (a &<< 19)) ^ ((a &>> 22) | (a &<< 10))
            let majority = (a & b) ^ (a & c) ^ (b & c)
            h = g
            g = f
            f = e
            e = d &+ t1
            d = c
            c = b
            b = a
            a = t1 &+ s0 &+ majority
            i &+= 1
        }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
        state[5] &+= f
        state[6] &+= g
        state[7] &+= h
    }

    private static let start: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
        0x5be0_cd19,
    ]

    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
        0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7,
        0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc,
        0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351,
        0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e,
        0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585,
        0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f,
        0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
        0xc671_78f2,
    ]
}
