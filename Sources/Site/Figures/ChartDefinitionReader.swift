import Charts
import Datasets
import Diagnostics

extension ChartDefinition {
    /// Reads a `chart` or `timeline` block, or a file of `Content/charts/`; nil without a type and a title.
    init?(reading keys: inout KeyedReader, isTimeline: Bool) {
        let type = isTimeline ? ChartType.timeline : keys.choice("type", of: ChartType.self, required: true)
        let title = keys.text("title", required: true)
        specification = ChartSpecification(name: "", type: type ?? .rank, title: title ?? "")
        location = keys.location
        rows = .none
        rows = Self.rowSource(&keys, isTimeline: type == .timeline)
        from = keys.located("from")
        to = keys.located("to")
        readWords(&keys)
        readAxes(&keys)
        readRank(&keys)
        readMarks(&keys)
        readLabels(&keys)
        readEvents(&keys)
        readBreaks(&keys)
        readColumns(&keys)
        for entry in keys.entries {
            locations[entry.key] = entry.value.location
            guard case .mapping(let options) = entry.value.kind else { continue }
            for option in options.entries { locations["\(entry.key).\(option.key)"] = option.value.location }
        }
        if type == nil || title == nil { return nil }
    }

    private static func rowSource(_ keys: inout KeyedReader, isTimeline: Bool) -> RowSource {
        let index = keys.located("index")
        let table = keys.located("table")
        let query = keys.located("query")
        let condition = isTimeline ? nil : keys.located("where")
        if [index, table, query].compactMap({ $0 }).count > 1 {
            keys.report(
                "row-source", at: keys.location, "a figure has one of 'index', 'table' and 'query'",
                help: "take out the others; 'where' narrows the rows of an index")
        }
        if let index { return .index(index, condition: condition) }
        if let query { return .query(query) }
        if let table { return .table(table) }
        if !isTimeline {
            keys.report(
                "row-source", at: keys.location, "nothing says where the rows of this chart come from",
                help: "add 'index: NAME', 'table: NAME' or 'query: SELECT …'")
        }
        return .none
    }

    private mutating func readWords(_ keys: inout KeyedReader) {
        specification.subtitle = keys.text("subtitle") ?? ""
        specification.description = keys.text("description") ?? ""
        specification.note = keys.text("note") ?? ""
        specification.source = keys.texts("source", "sources")?.joined(separator: "; ") ?? ""
        specification.credit = keys.text("credit") ?? ""
        specification.unit = keys.text("unit") ?? ""
    }

    private mutating func readAxes(_ keys: inout KeyedReader) {
        keys.mapping("x") { keys in
            specification.x.type = keys.choice("type", of: HorizontalAxis.Kind.self) ?? .temporal
            periodTicks = Self.periodTicks(&keys)
        }
        keys.mapping("y") { keys in
            if let ticks = keys.value("ticks") { specification.y.ticks = Self.valueTicks(ticks, &keys) }
            specification.y.zero = keys.flag("zero") ?? false
            if let format = keys.text("format") { specification.y.format = Self.numberFormat(format, &keys) }
            if let domain = keys.value("domain") { specification.y.domain = Self.domain(domain, &keys) }
        }
    }

    private mutating func readRank(_ keys: inout KeyedReader) {
        keys.mapping("rank") { keys in
            specification.rank.from = keys.choice("from", of: RankOptions.Origin.self) ?? .auto
            specification.rank.method = keys.choice("method", of: RankOptions.Method.self) ?? .competition
            rankOrder = keys.choice("order", of: RankOptions.Order.self)
            nameColumn("tie_break", keys.located("tie_break"))
            if specification.rank.method == .ordinal, namedColumns["tie_break"] == nil {
                keys.report(
                    "tie-break", at: keys.valueLocation(of: "method"),
                    "'ordinal' ranks need a column that orders equal values",
                    help: "name it: 'rank: {method: ordinal, tie_break: COLUMN}'")
            }
            specification.rank.tolerance = keys.number("tolerance")
            specification.rank.top = keys.integer("top", in: 1...200)
            specification.rank.select = keys.choice("select", of: RankOptions.Select.self) ?? .any
            specification.rank.beyond = keys.choice("beyond", of: RankOptions.Beyond.self) ?? .edge
        }
        specification.measure = keys.choice("measure", of: Measure.self)
        keys.mapping("gaps") { keys in
            specification.gaps.bridge = keys.integer("bridge", in: 0...120) ?? specification.gaps.bridge
            specification.gaps.style = keys.choice("style", of: GapOptions.Style.self) ?? .dotted
        }
        keys.mapping("bar") { keys in
            specification.bar.style = keys.choice("style", of: BarOptions.Style.self) ?? .bar
        }
        keys.mapping("effect") { keys in
            specification.effect.before = keys.integer("before", in: 1...60) ?? specification.effect.before
            specification.effect.after = keys.integer("after", in: 1...120) ?? specification.effect.after
        }
    }

    private mutating func readMarks(_ keys: inout KeyedReader) {
        specification.ties = keys.choice("ties", of: TieStyle.self) ?? .lanes
        specification.curve = keys.choice("curve", of: Curve.self)
        specification.nodes = keys.choice("nodes", of: Nodes.self) ?? .auto
        specification.tooltips = keys.choice("tooltips", of: Tooltips.self) ?? .series
        specification.links = keys.flag("links") ?? false
        readEmphasis(&keys)
        if let color = keys.located("color") {
            specification.color = color.text == "entity" ? .entity : color.text == "none" ? .none : .group
            if specification.color == .group { nameColumn("color", color) }
        }
        if let facet = keys.located("facet") {
            specification.facet = ["entity", columns.entity].contains(facet.text) ? .entity : .panel
            if specification.facet == .panel { nameColumn("facet", facet) }
        }
        if let size = keys.value("size") { specification.size = Self.size(size, &keys) }
        keys.mapping("baseline") { keys in
            let label = keys.text("label") ?? ""
            if let value = keys.number("value", required: true) {
                specification.baseline = Baseline(value, label: label)
            }
        }
    }

    /// Lists of entities, or SQL that gives them.
    private mutating func readEmphasis(_ keys: inout KeyedReader) {
        (specification.highlight, highlightQuery) = Self.entities("highlight", &keys)
        (specification.mute, muteQuery) = Self.entities("mute", &keys)
    }

    private static func entities(_ key: String, _ keys: inout KeyedReader) -> ([String], LocatedText?) {
        guard let texts = keys.locatedTexts(key) else { return ([], nil) }
        if texts.count == 1, isQuery(texts[0].text) {
            return ([], LocatedText(texts[0].text, at: texts[0].location))
        }
        return (texts.map(\.text), nil)
    }

    private mutating func readLabels(_ keys: inout KeyedReader) {
        keys.mapping("labels") { keys in
            specification.labels.start = Self.label("start", specification.labels.start, &keys)
            specification.labels.end = Self.label("end", specification.labels.end, &keys)
            specification.labels.nodes = keys.choice("nodes", of: LabelOptions.NodeLabel.self) ?? .none
            specification.labels.max = keys.integer("max", in: 1...200)
        }
    }

    private mutating func readEvents(_ keys: inout KeyedReader) {
        guard let value = keys.value("events") else { return }
        if let name = value.text {
            let condition = specification.type == .timeline ? keys.located("where") : nil
            events = EventSelection(name: LocatedText(name, at: value.location), condition: condition)
            return
        }
        keys.nested(value, named: "'events'") { keys in
            if let name = keys.located("from", required: true) {
                events = EventSelection(name: name, condition: keys.located("where"))
            }
            specification.events.style = keys.choice("style", of: EventOptions.Style.self) ?? .rule
            specification.events.label = keys.choice("label", of: EventOptions.Label.self) ?? .title
            specification.events.max = keys.integer("max", in: 1...100) ?? specification.events.max
        }
    }

    private mutating func readBreaks(_ keys: inout KeyedReader) {
        guard let value = keys.value("breaks") else { return }
        switch value.kind {
        case .text("none"), .flag(false): breaks = .none
        case .text(let table): breaks = .table(LocatedText(table, at: value.location))
        case .list:
            let seams = keys.mappings("breaks") { keys in
                let at = keys.located("at", required: true)
                let label = keys.text("label") ?? ""
                return at.map { BreakSelection.Seam(at: $0, label: label) }
            }
            breaks = .list(seams?.compactMap { $0 } ?? [])
        default:
            keys.report(
                "wrong-type", at: value.location, "'breaks' is a table's name, or a list of {at, label}")
        }
    }
}

/// Whether a text is SQL rather than a name.
func isQuery(_ text: String) -> Bool {
    let start = text.prefix { !$0.isWhitespace }.uppercased()
    return start == "SELECT" || start == "WITH"
}

extension KeyedReader {
    /// A text with its place.
    mutating func located(_ key: String, required: Bool = false) -> LocatedText? {
        guard let found = text(key, required: required) else { return nil }
        return LocatedText(found, at: valueLocation(of: key))
    }
}
