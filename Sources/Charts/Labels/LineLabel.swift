/// The name of a series at one of its ends.
struct LineLabel {
    enum Side: Hashable {
        case start, end
    }

    /// Index of the track.
    var track: Int
    var side: Side
    var words: String
    /// By how many pixels the words begin after their column, so that ranks of one and two digits align.
    var indent = 0.0
    /// Whether it stands in the column beside the plot; else it stands in the plot, beside or above its line.
    var isInGutter = true
    var x = 0.0
    var y = 0.0
    /// From the line's end to the label, where the label is not right beside it.
    var leader: ClosedRange<Double>?
    var leaderY = 0.0
}

/// The column of labels beside a plot.
struct Gutter {
    /// Where labels begin (on the right) or end (on the left).
    var x: Double
    /// Edge of the plot that it stands beside.
    var edge: Double
    var bounds: ClosedRange<Double>
    var separation: Double
    var side: LineLabel.Side
    /// A label that moved further than this gets a line to its place.
    var leaderFrom = 4.0

    /// Moves the labels of this gutter to where none covers another, keeping the order of their lines.
    func place(_ labels: inout [LineLabel], _ tracks: [Track]) {
        let members = labels.indices.filter { labels[$0].isInGutter && labels[$0].side == side }
        let order = members.sorted {
            let (left, right) = (tracks[labels[$0].track], tracks[labels[$1].track])
            let (a, b) = (approach(left), approach(right))
            if a.end != b.end { return a.end < b.end }
            return a.before == b.before ? left.entity < right.entity : a.before < b.before
        }
        let centres = GutterLayout.centres(
            desired: order.map { approach(tracks[labels[$0].track]).end }, separation: separation,
            within: bounds)
        for (index, centre) in zip(order, centres) {
            let place = end(of: tracks[labels[index].track])
            labels[index].x = side == .end ? x + labels[index].indent : x
            labels[index].y = centre
            let isMoved = (centre - place.y).magnitude > leaderFrom
            if isMoved || (place.x - edge).magnitude > 4 {
                let near = side == .end ? x - 3 : x + 3
                labels[index].leader = min(place.x, near)...max(place.x, near)
                labels[index].leaderY = place.y
            }
        }
    }

    private func end(of track: Track) -> CurvePath.Place {
        (side == .end ? track.places.last : track.places.first) ?? CurvePath.Place(x: edge, y: 0)
    }

    /// The height at the end of the line and the one before it, which orders lines that end together.
    private func approach(_ track: Track) -> (end: Double, before: Double) {
        let places = side == .end ? track.places.suffix(2) : track.places.prefix(2)
        let end = end(of: track).y
        return (end, (side == .end ? places.first : places.last)?.y ?? end)
    }
}
