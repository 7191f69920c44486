import Testing

@testable import Charts

@Suite struct PaletteTests {
    @Test(arguments: Theme.allCases)
    func `every colour carries text on its background`(theme: Theme) {
        for pair in Palette.standard.pairs { #expect(pair[theme].contrast(with: theme.background) >= 4.5) }
        #expect(theme.ink.contrast(with: theme.background) >= 7)
        #expect(theme.secondInk.contrast(with: theme.background) >= 4.5)
        #expect(theme.rule.contrast(with: theme.background) >= 3)
        #expect(theme.muted.contrast(with: theme.background) >= 3)
        #expect(theme.secondInk.contrast(with: theme.band) >= 4.5)
    }

    @Test(arguments: Theme.allCases)
    func `numbers in shaded cells can be read`(theme: Theme) {
        for (step, shade) in theme.shades.enumerated() {
            #expect((step >= 3 ? theme.background : theme.ink).contrast(with: shade) >= 4.5, "step \(step)")
        }
    }

    @Test(arguments: Theme.allCases, ColorVision.allCases)
    func `any two colours are told apart with any vision`(theme: Theme, vision: ColorVision) {
        let pairs = Palette.standard.pairs
        for left in pairs.indices {
            for right in pairs.indices where right > left {
                #expect(pairs[left][theme].distance(to: pairs[right][theme], seenWith: vision) >= 7)
            }
        }
    }

    @Test func `eight series take eight colours`() {
        let slots = ColorAssignment.slots(for: Sample.series(8, 12))
        #expect(Set(slots).count == 8)
    }

    @Test func `a series keeps the colour that is written down`() {
        var series = Sample.series(9, 12)
        series[4].slot = 6
        #expect(ColorAssignment.slots(for: series)[4] == 6)
    }

    @Test(arguments: [
        ("#2D4BA5", "#2D4BA5"), ("#24a", "#2244AA"), ("red", nil), ("#12", nil), ("#red\"/>", nil),
        ("url(#a)", nil),
        ("#2D4BA5FF", nil),
    ])
    func `only hexadecimal colours are colours`(text: String, hex: String?) {
        #expect(Color(text)?.hex == hex)
    }
}
