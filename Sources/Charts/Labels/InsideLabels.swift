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
    mutating func place(_ label: inout LineLabel) {
        let track = tracks[label.track]
        guard let place = label.side == .end ? track.places.last : track.places.first else { return }
        let width = lettering.reserved(label.words)
        let height = lettering.size * 1.2
        let beside = label.side == .end ? place.x + 8 : place.x - 8 - width
        var best = (cost: Double.infinity, x: beside, y: place.y)
        func consider(_ x: Double, _ y: Double, _ slid: Double) {
            guard x >= bounds.x, x + width <= bounds.x + bounds.width, y - height / 2 >= bounds.y,
                y + height / 2 <= bounds.y + bounds.height
            else { return }
            guard slid < best.cost else { return }
            let box = Box(.label, "", x: x, y: y - height / 2, width: width, height: height)
            let crossed = rules.count { $0 > x - 2 && $0 < x + width + 2 }
            let cost =
                slid + Double(covered(by: box)) + 3 * Double(crossed)
                + 50 * Double(taken.count { $0.overlaps(box) })
            if cost < best.cost { best = (cost, x, y) }
        }
        consider(beside, place.y, 0)
        if best.cost > 0 {
            let reach = width + 120
            for y in [place.y - offset, place.y + offset] {
                for step in stride(from: 0.0, through: reach, by: 4) {
                    let slid = 0.5 + step / 60
                    consider(label.side == .end ? place.x - step : place.x - width + step, y, slid)
                }
            }
        }
        label.x = best.x
        label.y = best.y
        taken.append(
            Box(.label, label.words, x: best.x, y: best.y - height / 2, width: width, height: height))
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
            for index in 1..<track.places.count {
                let (from, to) = (track.places[index - 1], track.places[index])
                if to.x < left { continue }
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

    /// Places along the `bump` cubic, as shares of its width and height.
    private static let samples: [CurvePath.Place] = (0...15).map { index in
        let t = (Double(index) + 0.5) / 16
        return CurvePath.Place(x: 1.5 * t * (1 - t) + t * t * t, y: 3 * t * t - 2 * t * t * t)
    }
}
