/// Whole numbers as digits, in and out.
enum Digits {
    /// The number written in exactly so many ASCII digits; nil for anything else.
    static func number(_ bytes: Substring.UTF8View, count: Int) -> Int? {
        guard bytes.count == count else { return nil }
        var result = 0
        for byte in bytes {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            result = result * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return result
    }

    /// The number with leading zeros: 3 to two digits is `03`.
    static func padded(_ number: Int, to count: Int) -> String {
        let digits = String(number.magnitude)
        let zeros = String(repeating: "0", count: max(0, count - digits.count))
        return (number < 0 ? "-" : "") + zeros + digits
    }
}

extension Int {
    /// Division that rounds down, also below zero.
    func floored(by divisor: Int) -> Int { (self - remainder(by: divisor)) / divisor }

    /// What division rounding down leaves, never negative.
    func remainder(by divisor: Int) -> Int {
        let rest = self % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
