/// Numbers as text without a locale: coordinates in tenths, integers.
package enum Decimal {
    package static func append(_ number: Int, to output: inout [UInt8]) {
        if number < 0 { output.append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        let start = output.count
        repeat {
            output.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        output[start...].reverse()
    }

    /// Appends the number rounded to tenths, half away from zero, without a trailing `.0`.
    ///
    /// What is not finite is written as 0, and what is beyond a thousand million as that bound: a picture
    /// has no such coordinates, and a number that ends the process helps nobody.
    package static func append(tenths number: Double, to output: inout [UInt8]) {
        append(tenthsAsInteger: roundedToTenths(number), to: &output)
    }

    /// The number in tenths: 1.25 becomes 13.
    package static func roundedToTenths(_ number: Double) -> Int {
        guard number.isFinite else { return 0 }
        let bounded = min(max(number, -1e9), 1e9)
        return Int((bounded * 10).rounded(.toNearestOrAwayFromZero))
    }

    /// Appends a number given in tenths: 13 becomes `1.3`, 20 becomes `2`, -5 becomes `-0.5`.
    package static func append(tenthsAsInteger tenths: Int, to output: inout [UInt8]) {
        if tenths < 0 { output.append(UInt8(ascii: "-")) }
        let magnitude = Int(tenths.magnitude)
        append(magnitude / 10, to: &output)
        if magnitude % 10 != 0 {
            output.append(UInt8(ascii: "."))
            output.append(UInt8(ascii: "0") + UInt8(magnitude % 10))
        }
    }
}
