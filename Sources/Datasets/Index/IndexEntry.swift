import Diagnostics

/// What is known of one entity in one period, as the rows of the index's table say it.
struct IndexEntry: Sendable {
    let period: Period
    let entity: String
    var value: PrintedNumber?
    var rank: Int?
    var kind: Standing.RankKind?
    var origin: IndexInput.Origin
}

/// A number and how exactly it was printed.
struct PrintedNumber: Sendable, Hashable {
    let value: Double
    let text: String
    /// Half a unit of the last printed decimal: the number meant lies within this distance.
    let tolerance: Double

    /// Without a printed form, a number of so many decimals.
    init(_ value: Double, text: String?, decimals: Int?) {
        self.value = value
        self.text = text ?? decimals.map { Self.fixed(value, decimals: $0) } ?? Value.real(value).text ?? ""
        let printed = text.flatMap(Self.decimals) ?? decimals
        let half = printed.map { 0.5 / Self.power($0) } ?? 0
        tolerance = max(half, value.magnitude * 1e-12)
    }

    /// How much of a difference arithmetic itself may make.
    var slack: Double { max(tolerance * 1e-9, value.magnitude * 4e-16) }

    /// How many decimals a plain decimal number is written with, nil for any other text.
    private static func decimals(_ text: String) -> Int? {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let areDigits = parts.joined().allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
        guard areDigits, (1...2).contains(parts.count) else { return nil }
        return parts.count == 2 ? parts[1].count : 0
    }

    /// The number with a fixed number of decimals, rounded half away from zero.
    static func fixed(_ value: Double, decimals: Int) -> String {
        let scaled = (value * power(decimals)).rounded(.toNearestOrAwayFromZero)
        guard scaled.magnitude < 9e15 else { return String(value) }
        let digits = String(Int64(scaled.magnitude))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
        let sign = scaled < 0 ? "-" : ""
        return decimals == 0
            ? sign + padded : sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }

    private static func power(_ exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<min(exponent, 300) { result *= 10 }
        return result
    }
}
