/// Options that a type of chart has no use for, and those that ask for more than an axis can show.
struct OptionChecks {
    let specification: ChartSpecification
    let standings: Standings

    func report(to problems: inout [ChartProblem]) {
        for option in Self.options where option.isSet(specification) {
            guard !option.types.contains(specification.type) else { continue }
            let key = option.path.joined(separator: ".")
            problems.append(
                ChartProblem(
                    .warning, "idle-option", .option(option.path),
                    "'\(key)' changes nothing in a chart of type \(specification.type.rawValue)",
                    notes: ["it is for " + Self.list(option.types)], help: "take it out"))
        }
        checkTicks(&problems)
        checkBars(&problems)
    }

    private struct Option: Sendable {
        let path: [String]
        let types: Set<ChartType>
        let isSet: @Sendable (ChartSpecification) -> Bool

        init<Value: Equatable & Sendable>(
            _ path: String, _ key: any KeyPath<ChartSpecification, Value> & Sendable,
            for types: Set<ChartType>
        ) {
            self.path = path.split(separator: ".").map(String.init)
            self.types = types
            isSet = { $0[keyPath: key] != standard[keyPath: key] }
        }
    }

    private static let standard = ChartSpecification(name: "", type: .rank, title: "")
    private static let lines: Set<ChartType> = [.rank, .line, .slope, .effect]

    private static let options: [Option] = [
        Option("x.type", \.x.type, for: [.rank, .line, .rankHeatmap]),
        Option("x.ticks", \.x.ticks, for: [.rank, .line, .rankHeatmap, .slope]),
        Option("y.ticks", \.y.ticks, for: [.rank, .line, .effect]),
        Option("y.domain", \.y.domain, for: [.line, .slope, .effect, .bar]),
        Option("y.zero", \.y.zero, for: [.line, .effect, .bar]),
        Option("baseline", \.baseline, for: [.line]),
        Option("rank.top", \.rank.top, for: [.rank]),
        Option("rank.select", \.rank.select, for: [.rank]),
        Option("rank.beyond", \.rank.beyond, for: [.rank]),
        Option("gaps", \.gaps, for: lines),
        Option("ties", \.ties, for: [.rank]),
        Option("curve", \.curve, for: lines),
        Option("nodes", \.nodes, for: [.rank, .line, .effect]),
        Option("measure", \.measure, for: [.slope, .effect, .sparkline]),
        Option("labels.start", \.labels.start, for: [.rank, .line, .slope]),
        Option("labels.end", \.labels.end, for: lines),
        Option("labels.nodes", \.labels.nodes, for: [.rank]),
        Option("labels.max", \.labels.max, for: [.rank, .line]),
        Option("bar", \.bar.style, for: [.bar]),
        Option("effect", \.effect, for: [.effect]),
    ]

    /// `charts of type bar, line and slope`.
    private static func list(_ types: Set<ChartType>) -> String {
        let names = types.map(\.rawValue).sorted()
        guard let last = names.last, names.count > 1 else { return "charts of type " + names.joined() }
        return "charts of type \(names.dropLast().joined(separator: ", ")) and \(last)"
    }

    /// What an axis names at most.
    private static let tickLimit = 100

    private func checkTicks(_ problems: inout [ChartProblem]) {
        let count: Double
        switch specification.y.ticks {
        case .auto, .count: return
        case .list(let places): count = Double(places.count)
        case .every(let step):
            guard step.isFinite, step > 0 else { return }
            count = (extent / step).rounded(.down) + 1
        }
        guard count > Double(Self.tickLimit) else { return }
        problems.append(
            ChartProblem(
                .error, "too-many-ticks", .option(["y", "ticks"]),
                "\(NumberText.text(count, decimals: 0)) ticks are more than an axis can show",
                notes: ["at most \(Self.tickLimit) are named"],
                help: "name fewer of them, or choose a greater step"))
    }

    /// From the least to the greatest of what the axis counts.
    private var extent: Double {
        if let domain = specification.y.domain { return domain.upperBound - domain.lowerBound }
        let countsRanks = specification.type == .rank || specification.measure == .rank
        let shown = standings.cells.filter { countsRanks ? $0.hasRank : $0.hasValue }
            .map { countsRanks ? $0.rank : $0.value }.filter(\.isFinite)
        guard let least = shown.min(), let greatest = shown.max() else { return 0 }
        return greatest - least
    }

    /// The length of a bar is its value only where it begins at zero.
    private func checkBars(_ problems: inout [ChartProblem]) {
        guard specification.type == .bar, specification.bar.style == .bar,
            let domain = specification.y.domain, !domain.contains(0)
        else { return }
        problems.append(
            ChartProblem(
                .error, "bar-without-zero", .option(["y", "domain"]),
                "bars that do not begin at zero cannot be compared by their lengths",
                help: "let the domain begin at 0, or draw dots with `bar: {style: dot}`"))
    }
}
