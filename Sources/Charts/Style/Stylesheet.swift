/// The style rules that charts on a page need: colours as custom properties, the switch between the two
/// layouts, dark pages, print and forced colours.
///
/// Pictures carry the light colours as attributes; the rules lay custom properties over them, so that a
/// reader of SVG that knows no custom properties still shows every colour.
public enum Stylesheet {
    /// The rules for a page whose charts use the palette.
    ///
    /// A page in the reader's colours follows `prefers-color-scheme`; `data-theme` on the root decides it.
    public static func page(_ palette: Palette = .standard) -> String {
        """
        :root{\(properties(palette, .light))--sg-font:\(fontFamily)}
        @media (prefers-color-scheme:dark){:root:not([data-theme=light]){\(properties(palette, .dark))}}
        :root[data-theme=dark]{\(properties(palette, .dark))}
        .sg-figure{container-type:inline-size}
        .sg-chart{display:block;width:100%;height:auto;font-family:var(--sg-font)}
        .sg-wide{max-width:60rem}
        .sg-small{display:none;max-width:30rem}
        .sg-sparkline{display:inline-block;width:80px;height:20px;vertical-align:middle}
        @container (max-width:640px){.sg-wide{display:none}.sg-small{display:block}}
        \(marks(palette))
        \(shadedCells)
        .sg-chart a:focus-visible{outline:2px solid var(--sg-ink);outline-offset:2px}
        .sg-chart a:hover text{text-decoration:underline}
        @media (hover:hover){.sg-chart:has(.sg-s:hover) .sg-s:not(:hover){opacity:.35}}
        @media print{:root,:root[data-theme=dark]{\(properties(palette, .light))}.sg-wide{display:block}.sg-small{display:none}}
        \(forcedColors)

        """
    }

    /// The rules inside a picture that is a file of its own.
    static func file(_ palette: Palette, _ theme: Theme) -> String {
        let other =
            theme == .light ? "@media (prefers-color-scheme:dark){svg{\(properties(palette, .dark))}}" : ""
        return "svg{\(properties(palette, theme))}\(other)\n\(marks(palette))\n\(forcedColors)"
    }

    /// The faces that charts are lettered in; widths were measured for the first.
    private static let fontFamily =
        "Inter,system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,sans-serif"

    private static func properties(_ palette: Palette, _ theme: Theme) -> String {
        var text = "--sg-bg:\(theme.background.attribute);--sg-ink:\(theme.ink.attribute);"
        text += "--sg-ink-2:\(theme.secondInk.attribute);--sg-grid:\(theme.grid.attribute);"
        text += "--sg-rule:\(theme.rule.attribute);--sg-muted:\(theme.muted.attribute);"
        text += "--sg-band:\(theme.band.attribute);"
        for (slot, pair) in palette.pairs.enumerated() { text += "--sg-c\(slot):\(pair[theme].attribute);" }
        for (step, color) in theme.shades.enumerated() { text += "--sg-h\(step):\(color.attribute);" }
        return text
    }

    private static func marks(_ palette: Palette) -> String {
        var text = """
            .sg-x,.sg-y,.sg-events,.sg-key,.sg-note,.sg-mute,.sg-plain{fill:var(--sg-ink-2)}
            .sg-ink{fill:var(--sg-ink)}
            .sg-rule,.sg-seam{stroke:var(--sg-rule)}
            .sg-grid{stroke:var(--sg-grid)}
            .sg-band{fill:var(--sg-band)}
            .sg-disc{stroke:var(--sg-ink-2)}
            .sg-on{fill:var(--sg-bg)}
            .sg-paper{fill:var(--sg-bg)}
            .sg-mute .sg-line{stroke:var(--sg-muted)}
            .sg-mute .sg-bar{fill:var(--sg-muted)}
            .sg-plain .sg-line{stroke:var(--sg-ink-2)}
            .sg-halo,.sg-line .sg-hollow,.sg-chart text[paint-order]{stroke:var(--sg-bg)}
            """
        for slot in palette.pairs.indices {
            text += "\n.sg-c\(slot){fill:var(--sg-c\(slot))}.sg-c\(slot) .sg-line{stroke:var(--sg-c\(slot))}"
        }
        for step in Theme.light.shades.indices { text += "\n.sg-h\(step){stroke:var(--sg-h\(step))}" }
        return text
    }

    /// Cells of tables in five steps from the lightest shade; the two darkest are written on in the paper's colour.
    private static var shadedCells: String {
        Theme.light.shades.indices.map { step in
            let ink = step >= 3 ? "--sg-bg" : "--sg-ink"
            return ".sg-shade-\(step + 1){background:var(--sg-h\(step));color:var(\(ink))}"
        }.joined(separator: "\n")
    }

    private static let forcedColors =
        "@media (forced-colors:active){.sg-chart text{fill:CanvasText}.sg-line,.sg-rule,.sg-seam{stroke:CanvasText}"
        + ".sg-hi .sg-line{stroke:Highlight}.sg-halo,.sg-hollow{stroke:Canvas}.sg-band{fill:Canvas}}"
}
