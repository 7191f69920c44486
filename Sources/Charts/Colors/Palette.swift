/// The colours of a site's series: pairs of one hue, for light and for dark pages.
public struct Palette: Sendable, Hashable {
    /// One series' colour on the two backgrounds.
    public struct Pair: Sendable, Hashable {
        /// On a light page.
        public var light: Color
        /// On a dark one.
        public var dark: Color

        public init(light: Color, dark: Color) {
            self.light = light
            self.dark = dark
        }

        subscript(theme: Theme) -> Color { theme == .light ? light : dark }
    }

    /// One a slot, in the order in which slots are counted.
    public var pairs: [Pair]

    public init(_ pairs: [Pair]) {
        self.pairs = pairs
    }

    /// Eight pairs that keep 4.5:1 on their backgrounds and an OKLab distance of 7 between any two, seen
    /// normally and with full protanopia, deuteranopia and tritanopia.
    public static let standard = Palette([
        Pair(light: Color(0x2D4BA5), dark: Color(0x5A96D2)),
        Pair(light: Color(0xC33C0F), dark: Color(0xFF691E)),
        Pair(light: Color(0x5A1E00), dark: Color(0xFFD2B4)),
        Pair(light: Color(0x875AD2), dark: Color(0xB4B4FF)),
        Pair(light: Color(0x783C69), dark: Color(0xB47896)),
        Pair(light: Color(0x00875A), dark: Color(0x00D278)),
        Pair(light: Color(0x961E0F), dark: Color(0xFFA5B4)),
        Pair(light: Color(0x4B0F87), dark: Color(0x9669F0)),
    ])

    /// The standard pairs and after them a site's own, which series name by slot 8, 9 and so on.
    public static func standard(adding own: [Pair]) -> Palette { Palette(standard.pairs + own) }

    subscript(slot: Int, theme: Theme) -> Color {
        pairs.isEmpty ? theme.ink : pairs[slot.remainder(by: pairs.count)][theme]
    }
}

/// Which of the two sets of colours a picture carries in its attributes.
public enum Theme: String, Sendable, Hashable, CaseIterable {
    case light, dark

    /// The paper that the theme is made for.
    public var background: Color { self == .light ? Color(0xFFFFFF) : Color(0x14171A) }
    /// Text.
    public var ink: Color { self == .light ? Color(0x1E2226) : Color(0xE9ECEF) }
    /// Text of less weight; 4.5:1 on the background.
    public var secondInk: Color { self == .light ? Color(0x5C6166) : Color(0xA6ACB2) }
    /// Guides that carry no information.
    public var grid: Color { self == .light ? Color(0xE3E6E9) : Color(0x30353A) }
    /// Rules of events and seams; 3:1 on the background.
    public var rule: Color { self == .light ? Color(0x767B80) : Color(0x8A9096) }
    /// Series that stand back; 3:1 on the background.
    public var muted: Color { self == .light ? Color(0x8C9196) : Color(0x6E747A) }
    /// Bands behind the lines.
    public var band: Color { self == .light ? Color(0xEEF1F4) : Color(0x22272C) }
}

extension Theme {
    /// Five tints from the weakest to the strongest, for cells shaded by rank; text in ``ink`` or, on the two
    /// strongest, in the background's colour keeps 4.5:1 on each.
    var shades: [Color] {
        switch self {
        case .light: [0xEEF3FA, 0xD2DFF0, 0xA9C1E2, 0x4A6FB0, 0x2D4BA5].map { Color(UInt32($0)) }
        case .dark: [0x1D2630, 0x263850, 0x34527C, 0x7FAEDF, 0xA9CBF0].map { Color(UInt32($0)) }
        }
    }
}
