/// The values that an axis names: multiples of 1, 2 or 5 × 10ᵏ, as in d3's `ticks`.
struct ValueTickMarks {
    let values: [Double]
    /// How many digits behind the point tell them apart.
    let decimals: Int

    /// About so many round values within the domain.
    init(_ domain: ClosedRange<Double>, about count: Int) {
        let span = domain.upperBound / 2 - domain.lowerBound / 2
        guard span > 0, span < 1e300, count > 0 else {
            values = [domain.lowerBound, domain.upperBound]
            decimals = 0
            return
        }
        let raw = span / Double(count) * 2
        var power = 0
        var unit = raw
        while unit >= 10 {
            unit /= 10
            power += 1
        }
        while unit < 1, power > -300 {
            unit *= 10
            power -= 1
        }
        let factor: Double =
            unit >= 7.071_067_811_865_475
            ? 10 : unit >= 3.162_277_660_168_379 ? 5 : unit >= 1.414_213_562_373_095 ? 2 : 1
        // Below one the step is an inverse whole number, so that 3 × 0.1 stays 0.3.
        let scale = Self.power(of: 10, power.magnitude)
        let place: (Double) -> Double
        let (low, high): (Double, Double)
        if power < 0 {
            let inverse = scale / factor
            low = (domain.lowerBound * inverse - Self.slack).rounded(.up)
            high = (domain.upperBound * inverse + Self.slack).rounded(.down)
            place = { $0 / inverse }
        } else {
            let step = factor * scale
            low = (domain.lowerBound / step - Self.slack).rounded(.up)
            high = (domain.upperBound / step + Self.slack).rounded(.down)
            place = { $0 * step }
        }
        decimals = max(0, -power - (factor == 10 ? 1 : 0))
        guard low.isFinite, high >= low, high - low < 1_000 else {
            values = [domain.lowerBound, domain.upperBound]
            return
        }
        values = (0...Int(high - low)).map { place(low + Double($0)) }
    }

    /// All multiples of a step within the domain; nil where they are none or more than a hundred.
    static func multiples(of step: Double, within domain: ClosedRange<Double>) -> ValueTickMarks? {
        guard step.isFinite, step > 0 else { return nil }
        let low = (domain.lowerBound / step - slack).rounded(.up)
        let high = (domain.upperBound / step + slack).rounded(.down)
        guard low.isFinite, high >= low, high - low < 100 else { return nil }
        return ValueTickMarks(
            values: (0...Int(high - low)).map { (low + Double($0)) * step },
            decimals: NumberText.decimals(of: step))
    }

    private init(values: [Double], decimals: Int) {
        self.values = values
        self.decimals = decimals
    }

    /// In steps; an end that is a round number but for its last digits counts as one.
    private static let slack = 1e-9

    private static func power(of base: Double, _ exponent: UInt) -> Double {
        (0..<exponent).reduce(1.0) { product, _ in product * base }
    }
}
