/// Where periods stand on the axis of time.
struct PeriodScale {
    /// Ordinals of the columns that have a row.
    let columns: [Int]
    /// Positions of the columns in pixels.
    let positions: [Double]
    let left: Double
    let right: Double
    private let kind: HorizontalAxis.Kind
    private let first: Double
    private let perPeriod: Double

    /// Columns between two edges: to scale over the domain, or at equal steps.
    init(
        _ columns: [Int], domain: ClosedRange<Int>, kind: HorizontalAxis.Kind, left: Double, right: Double
    ) {
        self.columns = columns
        self.kind = kind
        self.left = left
        self.right = right
        let steps = kind == .temporal ? domain.upperBound - domain.lowerBound : columns.count - 1
        let isSingle = steps <= 0
        let perPeriod = isSingle ? 0 : (right - left) / Double(steps)
        let start = isSingle ? (left + right) / 2 : left
        let first = kind == .temporal ? Double(domain.lowerBound) : 0
        self.first = first
        self.perPeriod = perPeriod
        positions = columns.indices.map {
            start + (kind == .temporal ? Double(columns[$0]) - first : Double($0)) * perPeriod
        }
    }

    /// The width of one period in pixels; 0 where there is only one.
    var step: Double { perPeriod }

    /// The place of a moment given in periods, where a period n lasts from n − ½ to n + ½.
    func position(_ moment: Double) -> Double {
        guard perPeriod > 0 else { return (left + right) / 2 }
        if kind == .temporal { return left + (moment - first) * perPeriod }
        guard let next = columns.firstIndex(where: { Double($0) > moment }) else {
            return (positions.last ?? left) + min(moment - Double(columns.last ?? 0), 0.5) * perPeriod
        }
        guard next > 0 else {
            return left - min(Double(columns[0]) - moment, 0.5) * perPeriod
        }
        let (low, high) = (Double(columns[next - 1]), Double(columns[next]))
        return positions[next - 1] + (moment - low) / (high - low) * perPeriod
    }
}
