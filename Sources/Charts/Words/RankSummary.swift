/// What a rank chart shows, in sentences; every number in them is counted from the rows drawn.
struct RankSummary {
    let chart: Chart
    private let entities: [Int]
    private let standings: Standings

    init(_ chart: Chart) {
        self.chart = chart
        standings = chart.standings
        entities = RankRows(chart.standings, chart.specification).entities
    }

    var text: String {
        var prose = Prose()
        prose.add(chart.scopeSentence(kind, entities: entities.count))
        guard !entities.isEmpty else {
            prose.add("No ranks are known.")
            return prose.text
        }
        prose.add(leadSentence)
        let moves = self.moves
        for move in moves { prose.add(sentence(move)) }
        if let first = moves.first {
            prose.add(
                stepSentence(
                    first.entity, subject: moves.count == 1 ? "Its" : "\(chart.name(first.entity))’s"))
        }
        prose.add(endSentence)
        prose.add(completenessSentence)
        prose.add(chart.unnamedSentence(of: entities.count))
        prose.add(chart.seamSentences)
        prose.add(chart.eventSentence)
        return prose.text
    }

    private var kind: String {
        switch chart.specification.type {
        case .rankHeatmap: "Rank heatmap"
        case .slope: "Slope chart of ranks"
        default: chart.specification.facet == .none ? "Rank chart" : "Small multiples of ranks"
        }
    }

    /// Runs of whoever is first.
    private var leadSentence: String? {
        var runs: [(names: [String], first: Int, last: Int)] = []
        var isKnownThroughout = true
        for column in standings.periods {
            let leaders = entities.filter { standings[$0, column].rank == 1 }.map(chart.name)
            if leaders.isEmpty {
                isKnownThroughout = false
            } else if let last = runs.indices.last, runs[last].names == leaders {
                runs[last].last = column
            } else {
                runs.append((leaders, column, column))
            }
        }
        let opening = isKnownThroughout ? "" : "Where the first place is known, "
        guard let last = runs.last else { return nil }
        if runs.count == 1 {
            return opening + "\(Prose.list(last.names)) \(verb(last.names)) first throughout."
        }
        guard runs.count <= 4 else { return mostOften(runs.map { ($0.names, $0.first...$0.last) }, opening) }
        let parts = runs.dropLast().enumerated().map { index, run in
            let verb = index == 0 ? " \(verb(run.names)) first" : ""
            return "\(Prose.list(run.names))\(verb) until \(chart.periodName(run.last))"
        }
        let end = last.first == last.last && last.last == standings.columns.count - 1 ? "in" : "from"
        return opening + parts.joined(separator: ", ")
            + ", \(Prose.list(last.names)) \(end) \(chart.periodName(last.first))."
    }

    private func verb(_ names: [String]) -> String { names.count == 1 ? "is" : "are together" }

    /// Whoever is first in most periods, where the lead changes too often to tell.
    private func mostOften(_ runs: [([String], ClosedRange<Int>)], _ opening: String) -> String? {
        let known = standings.periods.filter { column in entities.contains { standings[$0, column].rank == 1 }
        }
        let counts = entities.map { entity in known.count { standings[entity, $0].rank == 1 } }
        guard let most = counts.max(), let leader = counts.firstIndex(of: most) else { return nil }
        return
            "The first place changes hands \(NumberText.word(runs.count - 1)) times; \(chart.name(entities[leader])) holds it most often, in \(most) of \(known.count) \(chart.data.grain.noun(known.count))."
    }

    private struct Move {
        var entity: Int
        var from: Int
        var to: Int
        var places: Double
    }

    /// The highlighted lines from end to end, else the largest move within one regime of the list.
    private var moves: [Move] {
        let chosen = entities.filter { chart.emphasis($0) == .highlighted }
        if !chosen.isEmpty {
            return chosen.prefix(3).compactMap { entity in
                standings.extent(entity, where: \.hasRank).map { move(entity, $0.lowerBound, $0.upperBound) }
            }
        }
        var best: Move?
        for entity in entities {
            for regime in regimes {
                let known = regime.filter { standings[entity, $0].hasRank }
                guard let first = known.first, let last = known.last, first != last else { continue }
                let candidate = move(entity, first, last)
                if candidate.places.magnitude > best?.places.magnitude ?? 0 { best = candidate }
            }
        }
        return best.map { [$0] } ?? []
    }

    private func move(_ entity: Int, _ from: Int, _ to: Int) -> Move {
        Move(
            entity: entity, from: from, to: to,
            places: standings[entity, from].rank - standings[entity, to].rank)
    }

    /// Columns between two seams.
    private var regimes: [Range<Int>] {
        var bounds = [0]
        for seam in chart.data.breaks.map(\.period.ordinal).sorted() {
            if let column = standings.columns.firstIndex(where: { $0 >= seam }), column > bounds.last ?? 0 {
                bounds.append(column)
            }
        }
        bounds.append(standings.columns.count)
        return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    }

    private func sentence(_ move: Move) -> String {
        let name = chart.name(move.entity)
        let end = "\(place(move.entity, move.to)) in \(chart.periodName(move.to))"
        if move.from == move.to { return "\(name) is \(end)." }
        let start = place(move.entity, move.from)
        if move.places == 0 {
            return "\(name) is \(start) in \(chart.periodName(move.from)) and again \(end)."
        }
        let verb = move.places > 0 ? "goes up" : "goes down"
        return "\(name) \(verb) from \(start) in \(chart.periodName(move.from)) to \(end)."
    }

    /// `3rd`, or `shared 3rd` where others have the same rank.
    private func place(_ entity: Int, _ column: Int) -> String {
        let rank = standings[entity, column].rank
        let isShared = entities.contains { $0 != entity && standings[$0, column].rank == rank }
        return (isShared ? "shared " : "") + NumberText.ordinal(rank)
    }

    /// The largest step of one line from one period to the very next.
    private func stepSentence(_ entity: Int, subject: String) -> String? {
        let continuity = chart.continuity
        var best: Move?
        let known = standings.periods.filter { standings[entity, $0].hasRank }
        for (from, to) in zip(known, known.dropFirst()) {
            guard continuity.link(from, to) == .line, !isGap(from, to) else { continue }
            let step = move(entity, from, to)
            if step.places.magnitude > best?.places.magnitude ?? 1 { best = step }
        }
        guard let best, let count = Int(exactly: best.places.magnitude), known.count > 2 else { return nil }
        return
            "\(subject) largest step is \(NumberText.word(count)) places \(best.places > 0 ? "up" : "down"), from \(place(entity, best.from)) to \(place(entity, best.to)) in \(chart.periodName(best.to))."
    }

    private func isGap(_ from: Int, _ to: Int) -> Bool {
        chart.data.grain != .day && standings.columns[to] - standings.columns[from] > 1
    }

    private var endSentence: String? {
        guard let last = standings.periods.last else { return nil }
        let order = entities.filter { standings[$0, last].hasRank && standings[$0, last].rank <= 3 }
            .sorted { standings[$0, last].rank < standings[$1, last].rank }
        guard order.count == 3, entities.count > 3,
            order.enumerated().allSatisfy({ standings[$1, last].rank == Double($0 + 1) })
        else { return nil }
        return "In \(chart.periodName(last)) the first three are \(Prose.list(order.map(chart.name)))."
    }

    private var completenessSentence: String? {
        let periods = chart.domain.upperBound - chart.domain.lowerBound + 1
        let places = entities.count * (chart.data.grain == .day ? standings.columns.count : periods)
        var known = 0
        var derived = 0
        var computed = 0
        for entity in entities {
            for column in standings.periods where standings[entity, column].hasRank {
                known += 1
                if standings[entity, column].kind == .derived { derived += 1 }
                if standings[entity, column].kind == .computed { computed += 1 }
            }
        }
        var parts: [String] = []
        if known < places { parts.append("\(known) of \(places) places have a rank") }
        if derived > 0 {
            parts.append(
                derived == 1 ? "1 rank follows by arithmetic" : "\(derived) ranks follow by arithmetic")
        }
        if computed > 0, computed < known {
            parts.append(
                computed == 1
                    ? "1 rank is counted from the values" : "\(computed) ranks are counted from the values")
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ") + "."
    }
}
