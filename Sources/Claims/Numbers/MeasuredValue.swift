/// A number that the data gave, free of arithmetic noise.
struct MeasuredValue: Sendable {
    let exact: ExactDecimal
    /// As it came.
    let double: Double

    init(_ number: Int64) {
        exact = ExactDecimal(number)
        double = Double(number)
    }

    /// Nil for what is not finite.
    init?(_ number: Double) {
        guard let exact = ExactDecimal(cleaning: number) else { return nil }
        self.exact = exact
        double = number
    }

    init(_ exact: ExactDecimal) {
        self.exact = exact
        double = exact.double
    }

    /// Whether the number rounded half away from zero to 10^`unit` is the figure, be it rounded as a decimal
    /// or, as printing functions do, as a double.
    func rounds(to figure: ExactDecimal, unit: Int) -> Bool {
        if exact.rounded(to: unit) == figure { return true }
        guard unit <= 0, unit >= -10, double.magnitude < 1e14 else { return false }
        let scaled = double * Double(ExactDecimal.power(-unit))
        let rounded = Int128(scaled.rounded(.toNearestOrAwayFromZero))
        return ExactDecimal(significand: rounded, exponent: unit) == figure
    }
}
