/// Labels in a column, each as near as can be to its line and none over another.
///
/// Minimises Σ (yᵢ − dᵢ)² under yᵢ₊₁ − yᵢ ≥ separation and lo ≤ y ≤ hi. With the separations summed up and
/// taken off, the constraint reads "never decreasing": isotonic regression, solved exactly by pooling adjacent
/// violators (Barlow et al. 1972) in one pass.
enum GutterLayout {
    /// Centres for labels of one height, given their desired centres in the order they must keep.
    ///
    /// Where they do not fit between the bounds even side by side, they are spread evenly.
    static func centres(
        desired: [Double], separation: Double, within bounds: ClosedRange<Double>
    ) -> [Double] {
        let count = desired.count
        guard count > 1 else { return desired.map { min(max($0, bounds.lowerBound), bounds.upperBound) } }
        let room = bounds.upperBound - bounds.lowerBound
        if Double(count - 1) * separation > room {
            return (0..<count).map { bounds.lowerBound + room * Double($0) / Double(count - 1) }
        }
        var blocks: [(sum: Double, count: Int)] = []
        for (index, centre) in desired.enumerated() {
            var block = (sum: centre - Double(index) * separation, count: 1)
            while let last = blocks.last, last.sum / Double(last.count) > block.sum / Double(block.count) {
                block = (last.sum + block.sum, last.count + block.count)
                blocks.removeLast()
            }
            blocks.append(block)
        }
        let highest = bounds.upperBound - Double(count - 1) * separation
        var centres: [Double] = []
        centres.reserveCapacity(count)
        for block in blocks {
            let mean = min(max(block.sum / Double(block.count), bounds.lowerBound), highest)
            for _ in 0..<block.count { centres.append(mean + Double(centres.count) * separation) }
        }
        return centres
    }
}
