/// An opaque colour of the sRGB space.
public struct Color: Sendable, Hashable {
    /// From 0 to 255.
    public var red: UInt8
    /// From 0 to 255.
    public var green: UInt8
    /// From 0 to 255.
    public var blue: UInt8

    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// The colour 0xRRGGBB.
    public init(_ number: UInt32) {
        red = UInt8(truncatingIfNeeded: number >> 16)
        green = UInt8(truncatingIfNeeded: number >> 8)
        blue = UInt8(truncatingIfNeeded: number)
    }

    /// Reads `#2D4BA5` or `#24A`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "#") else { return nil }
        var digits: [UInt32] = []
        for byte in bytes.dropFirst() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(UInt32(byte) - 0x30)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digits.append(UInt32(byte) - 0x61 + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digits.append(UInt32(byte) - 0x41 + 10)
            default: return nil
            }
            if digits.count > 6 { return nil }
        }
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        guard digits.count == 6 else { return nil }
        self.init(digits.reduce(0) { $0 << 4 | $1 })
    }

    /// `#2D4BA5`
    public var hex: String { String(decoding: [UInt8(ascii: "#")] + digits, as: UTF8.self) }

    /// The shorter of `#2D4BA5` and, where each digit comes twice, `#24A`.
    var attribute: String {
        let digits = self.digits
        guard digits[0] == digits[1], digits[2] == digits[3], digits[4] == digits[5] else { return hex }
        return String(decoding: [UInt8(ascii: "#"), digits[0], digits[2], digits[4]], as: UTF8.self)
    }

    private var digits: [UInt8] {
        let halves = [red >> 4, red & 15, green >> 4, green & 15, blue >> 4, blue & 15]
        return halves.map { (half: UInt8) -> UInt8 in half < 10 ? 0x30 + half : 0x37 + half }
    }

    /// Contrast of the two by WCAG 2, from 1 to 21.
    public func contrast(with other: Color) -> Double {
        let (darker, lighter) = (min(luminance, other.luminance), max(luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)
    }

    /// Relative luminance by WCAG 2, from 0 to 1.
    public var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// The colour on the way to another, 0 being this one and 1 the other, mixed channel by channel.
    func mixed(with other: Color, _ share: Double) -> Color {
        func mix(_ from: UInt8, _ to: UInt8) -> UInt8 {
            let mixed = Double(from) + (Double(to) - Double(from)) * min(max(share, 0), 1)
            return UInt8(min(max(mixed.rounded(), 0), 255))
        }
        return Color(
            red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    /// The transfer function of sRGB (IEC 61966-2-1), inverted.
    static func linear(_ channel: UInt8) -> Double {
        let share = Double(channel) / 255
        if share <= 0.04045 { return share / 12.92 }
        let base = (share + 0.055) / 1.055
        // base^2.4 = base^2 × (base^2)^(1/5); the fifth root by Newton's method, which needs no libm and
        // so gives the same digits everywhere.
        let square = base * base
        var root = 0.5 + square / 2
        for _ in 0..<40 { root = (4 * root + square / (root * root * root * root)) / 5 }
        return square * root
    }
}
