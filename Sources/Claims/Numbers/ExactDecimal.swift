/// A decimal number without binary rounding: `significand` × 10^`exponent`, with no trailing zeros.
struct ExactDecimal: Sendable, Hashable {
    let significand: Int128
    let exponent: Int

    /// Digits that are kept of a number that is not whole; beyond them stands arithmetic noise.
    static let significantDigits = 12

    init(significand: Int128, exponent: Int) {
        var significand = significand
        var exponent = exponent
        while significand != 0, significand % 10 == 0 {
            significand /= 10
            exponent += 1
        }
        self.significand = significand
        self.exponent = significand == 0 ? 0 : exponent
    }

    init(_ number: Int64) {
        self.init(significand: Int128(number), exponent: 0)
    }

    /// The number in its shortest decimal form, to twelve significant digits where it is not whole; nil for
    /// what is not finite.
    init?(cleaning number: Double) {
        guard number.isFinite else { return nil }
        if let whole = Int64(exactly: number) {
            self.init(whole)
            return
        }
        let parts = String(number).split(separator: "e", maxSplits: 1)
        guard let digits = parts.first, let plain = Self(digits: digits.utf8) else { return nil }
        let power = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
        let shifted = Self(significand: plain.significand, exponent: plain.exponent + power)
        self = shifted.rounded(to: shifted.leadingExponent - Self.significantDigits + 1)
    }

    /// Digits with at most one point, and a minus before them; at most thirty digits.
    init?(digits text: some Sequence<UInt8>) {
        var significand: Int128 = 0
        var places: Int?
        var count = 0
        var isNegative = false
        for byte in text {
            switch byte {
            case 0x30...0x39:
                count += 1
                significand = significand * 10 + Int128(byte - 0x30)
                if let seen = places { places = seen + 1 }
            case 0x2E where places == nil: places = 0
            case 0x2D where count == 0 && !isNegative: isNegative = true
            default: return nil
            }
            guard count <= 30 else { return nil }
        }
        guard count > 0 else { return nil }
        self.init(significand: isNegative ? -significand : significand, exponent: -(places ?? 0))
    }

    /// The power of ten of the first digit.
    private var leadingExponent: Int {
        String(significand.magnitude).utf8.count - 1 + exponent
    }

    /// The nearest multiple of 10^`unit`, half away from zero.
    func rounded(to unit: Int) -> Self {
        let dropped = unit - exponent
        guard dropped > 0 else { return self }
        guard dropped <= 38 else { return Self(significand: 0, exponent: 0) }
        let divisor = Self.power(dropped)
        let (quotient, remainder) = significand.quotientAndRemainder(dividingBy: divisor)
        let rest = Int128(remainder.magnitude)
        let away: Int128 = rest >= divisor - rest ? (significand < 0 ? -1 : 1) : 0
        return Self(significand: quotient + away, exponent: unit)
    }

    /// The number times 10^`power`.
    func scaled(by power: Int) -> Self {
        Self(significand: significand, exponent: exponent + power)
    }

    var negated: Self { Self(significand: -significand, exponent: exponent) }
    var isWhole: Bool { exponent >= 0 }
    var isZero: Bool { significand == 0 }

    /// The nearest double.
    var double: Double { Double("\(significand)e\(exponent)") ?? 0 }

    /// Digits with a point where there are decimals; with `unit` the decimals down to 10^`unit`.
    func text(unit: Int? = nil) -> String {
        guard exponent.magnitude <= 40 else { return "\(significand)e\(exponent)" }
        let places = max(0, -exponent, -(unit ?? 0))
        var digits = String(significand.magnitude) + String(repeating: "0", count: max(0, exponent))
        digits += String(repeating: "0", count: places - max(0, -exponent))
        digits = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        let sign = significand < 0 ? "\u{2212}" : ""
        return sign + digits.dropLast(places) + (places > 0 ? "." + digits.suffix(places) : "")
    }

    var text: String { text() }

    /// 10^`exponent` for exponents from 0 to 38.
    static func power(_ exponent: Int) -> Int128 {
        var result: Int128 = 1
        for _ in 0..<exponent { result *= 10 }
        return result
    }
}

extension ExactDecimal: Comparable {
    static func < (left: Self, right: Self) -> Bool {
        let signs = (left.significand.signum(), right.significand.signum())
        guard signs.0 == signs.1 else { return signs.0 < signs.1 }
        guard left.exponent != right.exponent else { return left.significand < right.significand }
        let isLeftScaled = left.exponent > right.exponent
        let (coarse, fine) = isLeftScaled ? (left, right) : (right, left)
        guard let scaled = coarse.significand(at: fine.exponent) else {
            // Too large for the type, and so farther from zero than the other.
            return isLeftScaled == (signs.0 < 0)
        }
        return isLeftScaled ? scaled < fine.significand : fine.significand < scaled
    }

    private func significand(at finer: Int) -> Int128? {
        guard exponent - finer <= 38 else { return nil }
        let (product, overflows) = significand.multipliedReportingOverflow(
            by: Self.power(exponent - finer))
        return overflows ? nil : product
    }
}
