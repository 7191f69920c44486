/// One entity through time.
public struct Series: Sendable, Hashable {
    /// Stable and unique within the chart; ties in every order are broken by it.
    public var id: String
    /// As it stands at the line.
    public var name: String
    /// A shorter name for small layouts and crowded places; the name where nil.
    public var shortName: String?
    /// What the entity belongs to, such as a technology or an owner, for colour by group.
    public var group: String?
    /// The panel it is drawn in where a chart has one a group of entities.
    public var panel: String?
    /// The entity's place in the chart's ``Palette``; nil takes what ``ColorAssignment`` finds.
    public var slot: Int?
    /// Where the label leads when the chart carries links, already fit for an `href`.
    public var link: String?
    /// In any order; two points of one period are an error.
    public var points: [Point]

    public init(
        id: String, name: String, shortName: String? = nil, group: String? = nil, panel: String? = nil,
        slot: Int? = nil,
        link: String? = nil, points: [Point]
    ) {
        self.id = id
        self.name = name
        self.shortName = shortName
        self.group = group
        self.panel = panel
        self.slot = slot
        self.link = link
        self.points = points
    }
}
