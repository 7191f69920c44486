/// An event or a seam on the axis of time, with the place of its label.
struct EventMark: Hashable {
    enum Kind: Hashable {
        /// A moment: a dashed rule.
        case rule
        /// A month, a year or a span: a tinted band.
        case band
        /// A mark on the axis only.
        case point
        /// A change of the list or of the measurement: a solid rule.
        case seam
    }

    var kind: Kind
    /// Left and right edge in pixels; equal for a moment.
    var x: ClosedRange<Double>
    /// What the label says; a number where the words stand in the key.
    var label: String
    /// What the key says of it.
    var entry: String
    var link: String?
    var titles: [String]
    var lane = 0
    var isLabelLeft = false

    /// Where the label is anchored: the rule itself, or the beginning of a band.
    var anchor: Double { x.lowerBound }
    var middle: Double { (x.lowerBound + x.upperBound) / 2 }
}
