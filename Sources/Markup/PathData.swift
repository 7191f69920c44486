/// The `d` attribute of an SVG path, rounded once to tenths.
///
/// Callers give absolute coordinates. Each command is written relative to the point before it where that
/// is shorter; the differences are taken between rounded coordinates, so that no error adds up.
package struct PathData: Sendable, Hashable {
    package private(set) var bytes: [UInt8] = []
    /// Where the last command ended, in tenths.
    private var x = 0
    private var y = 0
    /// The last control point of a cubic, mirrored at its end; nil after any other command.
    private var mirrored: Mirror?

    private struct Mirror: Hashable {
        var x: Int
        var y: Int
    }

    package init() {}

    package var isEmpty: Bool { bytes.isEmpty }

    package mutating func move(_ x: Double, _ y: Double) {
        pair(UInt8(ascii: "M"), UInt8(ascii: "m"), tenths(x), tenths(y))
    }

    package mutating func line(_ x: Double, _ y: Double) {
        pair(UInt8(ascii: "L"), UInt8(ascii: "l"), tenths(x), tenths(y))
    }

    package mutating func horizontal(_ x: Double) {
        let target = tenths(x)
        single(UInt8(ascii: "H"), UInt8(ascii: "h"), target, target - self.x)
        self.x = target
    }

    package mutating func vertical(_ y: Double) {
        let target = tenths(y)
        single(UInt8(ascii: "V"), UInt8(ascii: "v"), target, target - self.y)
        self.y = target
    }

    /// A cubic curve; one that continues the curve before it smoothly is written without its first control point.
    package mutating func cubic(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double
    ) {
        let (x1, y1, x2, y2) = (tenths(x1), tenths(y1), tenths(x2), tenths(y2))
        let (endX, endY) = (tenths(x), tenths(y))
        let isSmooth = mirrored.map { abs($0.x - x1) <= 1 && abs($0.y - y1) <= 1 } ?? false
        bytes.append(isSmooth ? UInt8(ascii: "s") : UInt8(ascii: "c"))
        if !isSmooth {
            number(x1 - self.x, isFirst: true)
            number(y1 - self.y, isFirst: false)
        }
        number(x2 - self.x, isFirst: isSmooth)
        number(y2 - self.y, isFirst: false)
        number(endX - self.x, isFirst: false)
        number(endY - self.y, isFirst: false)
        self.x = endX
        self.y = endY
        mirrored = Mirror(x: 2 * endX - x2, y: 2 * endY - y2)
    }

    /// Ends the figure with a line to its beginning.
    ///
    /// The next command must be a move; it is written absolutely.
    package mutating func close() {
        bytes.append(UInt8(ascii: "z"))
        mirrored = nil
        isClosed = true
    }

    private var isClosed = false

    /// A segment of no length, which a round line cap draws as a dot.
    package mutating func dot(_ x: Double, _ y: Double) {
        move(x, y)
        bytes.append(contentsOf: [UInt8(ascii: "h"), UInt8(ascii: "0")])
    }

    /// A rectangle.
    package mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        move(x, y)
        horizontal(x + width)
        vertical(y + height)
        horizontal(x)
        close()
    }

    private func tenths(_ number: Double) -> Int { Decimal.roundedToTenths(number) }

    private mutating func pair(_ absolute: UInt8, _ relative: UInt8, _ endX: Int, _ endY: Int) {
        let (dx, dy) = (endX - x, endY - y)
        let isShorter = !bytes.isEmpty && !isClosed && length(dx, dy) < length(endX, endY)
        bytes.append(isShorter ? relative : absolute)
        number(isShorter ? dx : endX, isFirst: true)
        number(isShorter ? dy : endY, isFirst: false)
        (x, y) = (endX, endY)
        mirrored = nil
        isClosed = false
    }

    private mutating func single(_ absolute: UInt8, _ relative: UInt8, _ target: Int, _ difference: Int) {
        let isShorter = digits(difference) < digits(target)
        bytes.append(isShorter ? relative : absolute)
        number(isShorter ? difference : target, isFirst: true)
        mirrored = nil
    }

    private mutating func number(_ tenths: Int, isFirst: Bool) {
        // A minus sign separates numbers by itself.
        if !isFirst, tenths >= 0 { bytes.append(UInt8(ascii: " ")) }
        if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
        let whole = Int(tenths.magnitude / 10)
        let rest = UInt8(tenths.magnitude % 10)
        if whole > 0 || rest == 0 { Decimal.append(whole, to: &bytes) }
        if rest > 0 {
            bytes.append(UInt8(ascii: "."))
            bytes.append(UInt8(ascii: "0") + rest)
        }
    }

    private func length(_ first: Int, _ second: Int) -> Int {
        digits(first) + digits(second) + (second < 0 ? 0 : 1)
    }

    /// Bytes that a number of tenths takes.
    private func digits(_ tenths: Int) -> Int {
        var whole = tenths.magnitude / 10
        var count = (tenths < 0 ? 1 : 0) + (tenths.magnitude % 10 == 0 ? 0 : 2)
        if whole == 0, tenths.magnitude % 10 != 0 { return count }
        repeat {
            count += 1
            whole /= 10
        } while whole > 0
        return count
    }
}
