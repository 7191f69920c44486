/// The `d` attribute of an SVG path: commands with absolute coordinates, rounded once to tenths.
package struct PathData: Sendable, Hashable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package var isEmpty: Bool { bytes.isEmpty }

    package mutating func move(_ x: Double, _ y: Double) { command("M", x, y) }
    package mutating func line(_ x: Double, _ y: Double) { command("L", x, y) }
    package mutating func horizontal(_ x: Double) { command("H", x) }
    package mutating func vertical(_ y: Double) { command("V", y) }

    package mutating func cubic(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double
    ) {
        command("C", x1, y1, x2, y2, x, y)
    }

    package mutating func close() { bytes.append(UInt8(ascii: "Z")) }

    /// A segment of no length, which a round line cap draws as a dot.
    package mutating func dot(_ x: Double, _ y: Double) {
        move(x, y)
        bytes.append(contentsOf: [UInt8(ascii: "h"), UInt8(ascii: "0")])
    }

    private mutating func command(_ letter: Unicode.Scalar, _ numbers: Double...) {
        bytes.append(UInt8(ascii: letter))
        for (index, number) in numbers.enumerated() {
            let tenths = Decimal.roundedToTenths(number)
            // A minus sign separates numbers by itself.
            if index > 0, tenths >= 0 { bytes.append(UInt8(ascii: " ")) }
            Decimal.append(tenthsAsInteger: tenths, to: &bytes)
        }
    }
}
