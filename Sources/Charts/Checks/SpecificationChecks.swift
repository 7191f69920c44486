/// What is wrong with a specification before any row is looked at.
struct SpecificationChecks {
    let specification: ChartSpecification
    let data: ChartData

    func report(to problems: inout [ChartProblem]) {
        if specification.type != .sparkline, specification.title.allSatisfy(\.isWhitespace) {
            problems.append(
                ChartProblem(
                    .error, "untitled-chart", .option(["title"]), "the chart has no title",
                    notes: ["the title is what a screen reader calls the picture"], help: "add `title:`"))
        }
        checkName(&problems)
        checkWindow(&problems)
        checkEntities(specification.highlight, "highlight", &problems)
        checkEntities(specification.mute, "mute", &problems)
        if specification.highlight.count > Self.colorLimit {
            problems.append(
                ChartProblem(
                    .error, "too-many-highlights", .option(["highlight"]),
                    "\(specification.highlight.count) highlighted entities are more than can be told apart",
                    notes: [
                        "there are \(Self.colorLimit) colours, which readers with any colour vision can tell apart"
                    ],
                    help: "highlight fewer, or draw small multiples (`facet`)"))
        }
        checkGroups(&problems)
        checkNumbers(&problems)
        checkPalette(&problems)
    }

    static let colorLimit = 8

    private func checkName(_ problems: inout [ChartProblem]) {
        let isSlug =
            !specification.name.isEmpty
            && specification.name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                    UInt8(ascii: "/"):
                    true
                default: false
                }
            }
        guard !isSlug else { return }
        problems.append(
            ChartProblem(
                .error, "chart-name", .chart, "'\(specification.name)' cannot be the name of a chart",
                notes: ["ids and addresses are made of it: letters, digits, '-' and '_'"]))
    }

    private func checkWindow(_ problems: inout [ChartProblem]) {
        guard let from = specification.from, let to = specification.to, from > to else { return }
        problems.append(
            ChartProblem(
                .error, "window-reversed", .option(["from"]),
                "the chart begins (\(data.grain.text(from))) after it ends (\(data.grain.text(to)))",
                help: "swap `from` and `to`"))
    }

    private func checkEntities(_ ids: [String], _ key: String, _ problems: inout [ChartProblem]) {
        let known = data.series.map(\.id)
        for id in ids where !known.contains(id) {
            let near = NearestName.suggestion(for: id, among: known)
            problems.append(
                ChartProblem(
                    .error, "unknown-entity", .option([key]), "'\(id)' is no \(data.noun.one) of this chart",
                    help: near.map { "did you mean '\($0)'?" }))
        }
    }

    private func checkGroups(_ problems: inout [ChartProblem]) {
        guard specification.color == .group else { return }
        let groups = Set(data.series.compactMap(\.group))
        guard groups.count > Self.colorLimit else { return }
        problems.append(
            ChartProblem(
                .error, "too-many-groups", .option(["color"]),
                "\(groups.count) groups are more than there are colours",
                notes: ["there are \(Self.colorLimit), which readers with any colour vision can tell apart"]))
    }

    private func checkNumbers(_ problems: inout [ChartProblem]) {
        if let top = specification.rank.top, top < 1 {
            problems.append(
                ChartProblem(
                    .error, "option-range", .option(["rank", "top"]), "`top` is \(top), but ranks begin at 1")
            )
        }
        if specification.gaps.bridge < 0 {
            problems.append(
                ChartProblem(
                    .error, "option-range", .option(["gaps", "bridge"]),
                    "a bridge cannot be shorter than 0 periods"))
        }
        if case .pixels(let width, let height) = specification.size,
            !(120...4_000).contains(width) || !(120...4_000).contains(height)
        {
            problems.append(
                ChartProblem(
                    .error, "option-range", .option(["size"]),
                    "\(width) × \(height) px is no size for a chart",
                    notes: ["width and height are from 120 to 4,000 px"]))
        }
        if specification.facet == .panel, !data.series.contains(where: { $0.panel != nil }) {
            problems.append(
                ChartProblem(
                    .error, "no-facets", .option(["facet"]),
                    "none of the rows says to which panel it belongs",
                    notes: ["small multiples have a panel an entity, or one for each value of a column"],
                    help: "use `facet: entity`, or a column that the rows have"))
        }
        if case .every(let step) = specification.y.ticks, !step.isFinite || step <= 0 {
            problems.append(
                ChartProblem(
                    .error, "option-range", .option(["y", "ticks"]), "ticks need a step of more than 0"))
        }
        if let domain = specification.y.domain, !domain.lowerBound.isFinite || !domain.upperBound.isFinite {
            problems.append(
                ChartProblem(
                    .error, "option-range", .option(["y", "domain"]),
                    "the domain has an end that is no number"))
        }
    }

    /// A caller's own colours are held to what the standard ones keep.
    private func checkPalette(_ problems: inout [ChartProblem]) {
        guard data.palette != .standard else { return }
        for pair in data.palette.pairs {
            problems += Theme.allCases.compactMap { ChartProblem.lowContrast(of: pair[$0], on: $0) }
        }
    }
}

extension ChartProblem {
    /// What is wrong with a series' colour on the pages of a theme, where its names would be hard to read.
    public static func lowContrast(of color: Color, on theme: Theme) -> ChartProblem? {
        let contrast = color.contrast(with: theme.background)
        guard contrast < 4.5 else { return nil }
        return ChartProblem(
            .error, "low-contrast", .option(["colors"]),
            "\(color.hex) has a contrast of \(NumberText.text(contrast, decimals: 2)):1 on a \(theme.rawValue) page",
            notes: ["labels are written in it; text needs 4.5:1 (WCAG 2, 1.4.3)"],
            help: theme == .light ? "choose a darker colour" : "choose a lighter colour")
    }
}
