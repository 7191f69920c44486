/// Where something stands in a picture, in pixels from its top left corner.
public struct Box: Sendable, Hashable {
    public enum Role: String, Sendable, Hashable {
        case label, eventLabel, tick, node, plot, title
    }

    public var role: Role
    /// The words in it; empty for a node.
    public var text: String
    public var x: Double
    public var y: Double
    public var width: Double
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
