/// Puts planned labels in the gutters or, where a line begins late or ends early, into the plot.
struct LabelPlacement {
    let tracks: [Track]
    let frame: Box
    /// Of the whole picture.
    let width: Double
    let curve: Curve
    let offset: Double
    let lettering: Lettering
    let obstacles: [Box]
    /// Where rules of events and seams stand.
    var rules: [Double] = []
    var gap = LabelPlan.gap
    /// Left end of the room for labels inside, right of any axis.
    var left = 2.0

    /// More names than this find no room inside a plot, and looking for it takes long.
    private static let limit = 60

    func placed(_ plan: inout LabelPlan) -> [LineLabel] {
        var labels = plan.labels
        let right = frame.x + frame.width
        var inside = InsideLabels(
            tracks: tracks, curve: curve,
            bounds: Box(
                .plot, "", x: left, y: frame.y - 4, width: width - left - 2, height: frame.height + 8),
            offset: offset, lettering: lettering, rules: rules, taken: obstacles)
        for index in labels.indices { labels[index].isInGutter = isInGutter(labels[index], inside) }
        let separation = min(lettering.size * 1.2, 15)
        let bounds = (frame.y + 2)...max(frame.y + 2, frame.y + frame.height - 2)
        Gutter(
            x: frame.x - gap, edge: frame.x, bounds: bounds, separation: separation, side: .start
        ).place(&labels, tracks)
        Gutter(
            x: right + gap, edge: right, bounds: bounds, separation: separation, side: .end
        ).place(&labels, tracks)
        inside.taken += labels.filter(\.isInGutter).map(box)
        return placedInside(labels, &inside)
    }

    /// Names that the gutters do not hold: first one for each line that has none yet, at its end if it can
    /// be; then the others, where they cover next to nothing. No label ever covers another.
    private func placedInside(_ labels: [LineLabel], _ inside: inout InsideLabels) -> [LineLabel] {
        var placed = labels.filter(\.isInGutter)
        var named = Set(placed.map(\.track))
        let waiting = labels.filter { !$0.isInGutter }.prefix(Self.limit)
        var optional: [LineLabel] = []
        for side in [LineLabel.Side.end, .start] {
            for var label in waiting where label.side == side {
                if named.contains(label.track) || tracks[label.track].emphasis == .muted {
                    optional.append(label)
                } else if inside.place(&label, tolerance: 49) {
                    placed.append(label)
                    named.insert(label.track)
                }
            }
        }
        for var label in optional where inside.place(&label, tolerance: 4) { placed.append(label) }
        return placed
    }

    /// At the edge, or within a sixth of the axis with nothing between.
    private func isInGutter(_ label: LineLabel, _ inside: InsideLabels) -> Bool {
        let track = tracks[label.track]
        if label.side == .end, track.cuts.last ?? -1 > track.columns.last ?? -1 { return false }
        guard let place = label.side == .end ? track.places.last : track.places.first else { return false }
        let right = frame.x + frame.width
        let distance = label.side == .end ? right - place.x : place.x - frame.x
        if distance < 1 { return true }
        guard distance <= frame.width / 6 + 1 else { return false }
        let left = label.side == .end ? place.x + 5 : frame.x
        let strip = Box(.plot, "", x: left, y: place.y - 3, width: max(distance - 5, 1), height: 6)
        return inside.isFree(strip)
    }

    private func box(_ label: LineLabel) -> Box {
        let width = lettering.bold(tracks[label.track].emphasis == .highlighted).reserved(label.words)
        return Box(
            .label, label.words, x: label.side == .end ? label.x : label.x - width,
            y: label.y - lettering.size * 0.6, width: width, height: lettering.size * 1.2)
    }
}
