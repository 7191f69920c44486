/// Finds room in the plot for the names of lines that begin late or end early.
struct InsideLabels {
    let tracks: [Track]
    let curve: Curve
    let bounds: Box
    /// Distance from a line to the band free of other lines beside it.
    let offset: Double
    let lettering: Lettering
    /// Where rules of events and seams stand, which words should not cross.
    let rules: [Double]
    /// What may not be covered: labels of events and labels placed before.
    var taken: [Box]

    /// Beside the end where that is free; else along the bands above and below the line, in steps of 4 px.
    ///
    /// False, and nothing is placed, where every place covers more than `tolerance` allows: 1 a sample of a
    /// line, 3 a rule, 50 a label.
    mutating func place(_ label: inout LineLabel, tolerance: Double) -> Bool {
        let track = tracks[label.track]
        guard let place = label.side == .end ? track.places.last : track.places.first else { return false }
        let width = lettering.bold(track.emphasis == .highlighted).reserved(label.words)
        let size = Box(.label, label.words, x: 0, y: 0, width: width, height: lettering.size * 1.2)
        let beside = label.side == .end ? place.x + 8 : place.x - 8 - width
        var best = Candidate(cost: .infinity, x: beside, y: place.y)
        consider(size, beside, place.y, 0, &best)
        for distance in [offset, 3 * offset] where best.cost > (distance == offset ? 0 : 20) {
            for y in [place.y - distance, place.y + distance] {
                for step in stride(from: -40.0, through: width + 120, by: 4) {
                    let x = label.side == .end ? place.x - step : place.x - width + step
                    consider(size, x, y, distance / offset - 0.5 + step.magnitude / 60, &best)
                }
            }
        }
        guard best.cost <= tolerance else { return false }
        label.x = best.x
        label.y = best.y
        taken.append(
            Box(
                .label, label.words, x: best.x, y: best.y - size.height / 2, width: width,
                height: size.height))
        return true
    }

    private struct Candidate {
        var cost: Double
        var x: Double
        var y: Double
    }

    /// Takes the place where it is better than the best so far and within the bounds.
    private func consider(_ size: Box, _ x: Double, _ y: Double, _ slid: Double, _ best: inout Candidate) {
        guard slid < best.cost, x >= bounds.x, x + size.width <= bounds.x + bounds.width,
            y - size.height / 2 >= bounds.y, y + size.height / 2 <= bounds.y + bounds.height
        else { return }
        let box = Box(.label, "", x: x, y: y - size.height / 2, width: size.width, height: size.height)
        let crossed = rules.count { $0 > x - 2 && $0 < x + size.width + 2 }
        var cost = slid + 3 * Double(crossed) + 50 * Double(taken.count { $0.overlaps(box) })
        guard cost < best.cost else { return }
        cost += Double(covered(by: box))
        if cost < best.cost { best = Candidate(cost: cost, x: x, y: y) }
    }

    /// Whether no line passes through the box.
    func isFree(_ box: Box) -> Bool { covered(by: box) == 0 }

    /// How many samples of all lines, 16 a segment, lie under the box.
    private func covered(by box: Box) -> Int {
        var count = 0
        let (left, right) = (box.x - 2, box.x + box.width + 2)
        let (top, bottom) = (box.y - 2, box.y + box.height + 2)
        for track in tracks {
            guard track.places.count > 1 else {
                if let only = track.places.first, only.x >= left, only.x <= right, only.y >= top,
                    only.y <= bottom
                {
                    count += 4
                }
                continue
            }
            for index in max(1, firstIndex(of: track.places, from: left))..<track.places.count {
                let (from, to) = (track.places[index - 1], track.places[index])
                if from.x > right { break }
                if max(from.y, to.y) < top || min(from.y, to.y) > bottom { continue }
                for sample in Self.samples {
                    let x = from.x + (to.x - from.x) * sample.x
                    let y = from.y + (to.y - from.y) * (curve == .bump ? sample.y : sample.x)
                    if x >= left, x <= right, y >= top, y <= bottom { count += 1 }
                }
            }
        }
        return count
    }

    /// Index of the first place that is not left of the edge, by bisection; the last where all are.
    private func firstIndex(of places: [CurvePath.Place], from edge: Double) -> Int {
        var (low, high) = (0, places.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if places[middle].x < edge { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Places along the `bump` cubic, as shares of its width and height.
    private static let samples: [CurvePath.Place] = (0...15).map { index in
        let t = (Double(index) + 0.5) / 16
        return CurvePath.Place(x: 1.5 * t * (1 - t) + t * t * t, y: 3 * t * t - 2 * t * t * t)
    }
}
