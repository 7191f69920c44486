/// Where values stand on an axis.
struct LinearScale {
    let domain: ClosedRange<Double>
    /// Pixels of the lower and the upper end of the domain.
    let start: Double
    let end: Double

    /// A domain without extent is widened about its value, so that equal values make a level line.
    init(_ domain: ClosedRange<Double>, start: Double, end: Double) {
        let (low, high) = (domain.lowerBound, domain.upperBound)
        let isFlat = low == high
        let padding = isFlat ? (low == 0 ? 1 : low.magnitude * 0.1) : 0
        self.domain = Self.bounded(low - padding)...Self.bounded(high + padding)
        self.start = start
        self.end = end
    }

    func position(_ value: Double) -> Double {
        // Halved before subtracting, so that a domain of ±1e308 does not overflow.
        let span = domain.upperBound / 2 - domain.lowerBound / 2
        guard span > 0 else { return (start + end) / 2 }
        let share = (value / 2 - domain.lowerBound / 2) / span
        return start + min(max(share, -1), 2) * (end - start)
    }

    private static func bounded(_ number: Double) -> Double {
        number.isFinite
            ? number : (number > 0 ? Double.greatestFiniteMagnitude : -Double.greatestFiniteMagnitude)
    }
}
