/// Where something stands in a picture, in pixels from its top left corner.
public struct Box: Sendable, Hashable {
    /// What stands in a box.
    public enum Role: String, Sendable, Hashable {
        case label, eventLabel, tick, node, plot, title
    }

    /// What stands in it.
    public var role: Role
    /// The words in it; empty for a node.
    public var text: String
    /// Its left edge.
    public var x: Double
    /// Its upper edge.
    public var y: Double
    /// From left to right.
    public var width: Double
    /// From top to bottom.
    public var height: Double

    public init(_ role: Role, _ text: String, x: Double, y: Double, width: Double, height: Double) {
        self.role = role
        self.text = text
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// Whether the two share any area.
    public func overlaps(_ other: Box) -> Bool {
        x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }
}
