import Charts
import Testing

/// One chart of the golden set, and which of its pictures are kept.
struct GoldenChart: Sendable, CustomTestStringConvertible {
    enum Form: String, Sendable {
        case wide, small, light, dark
    }

    let name: String
    let specification: ChartSpecification
    let data: ChartData
    let forms: [Form]

    var testDescription: String { name }
    var chart: Chart { Chart(specification, data) }

    init(
        _ name: String, _ type: ChartType, _ data: ChartData, forms: [Form] = [.wide],
        _ change: (inout ChartSpecification) -> Void = { _ in }
    ) {
        var specification = ChartSpecification(name: name, type: type, title: "A chart of \(name)")
        change(&specification)
        self.name = name
        self.specification = specification
        self.data = data
        self.forms = forms
    }

    func picture(_ form: Form) -> [UInt8] {
        switch form {
        case .wide: chart.svg(.wide)
        case .small: chart.svg(.small)
        case .light: chart.standalone(theme: .light)
        case .dark: chart.standalone(theme: .dark)
        }
    }
}

extension GoldenChart {
    static let all = ranks + edges + values + others

    static let ranks: [GoldenChart] = [
        GoldenChart("rank", .rank, Sample.data(17, 28), forms: [.wide, .small]),
        GoldenChart("rank-file", .rank, Sample.withEvents(Sample.data()), forms: [.light, .dark]) {
            $0.subtitle = "A made-up ranking, month by month"
            $0.note = "Nothing here was measured."
            $0.source = "Arboretum, 2015"
        },
        GoldenChart("rank-patchy", .rank, Sample.patchy(), forms: [.wide, .small]),
        GoldenChart("rank-seam", .rank, seamed, forms: [.wide, .small]),
        GoldenChart("rank-ties", .rank, tied),
        GoldenChart("rank-ties-overlap", .rank, tied) { $0.ties = .overlap },
        GoldenChart("rank-highlight", .rank, Sample.withEvents(Sample.data()), forms: [.wide, .small]) {
            $0.highlight = ["e3", "e7"]
        },
        GoldenChart("rank-mute", .rank, Sample.data()) { $0.mute = ["e1", "e2"] },
        GoldenChart("rank-top", .rank, Sample.data(12, 20)) { $0.rank.top = 6 },
        GoldenChart("rank-top-drop", .rank, Sample.data(12, 20)) {
            $0.rank.top = 6
            $0.rank.select = .last
            $0.rank.beyond = .drop
        },
        GoldenChart("rank-numbers", .rank, Sample.data(6, 10)) { $0.labels.nodes = .rank },
        GoldenChart("rank-changes", .rank, Sample.data(6, 10)) { $0.nodes = .changes },
        GoldenChart("rank-points", .rank, Sample.data(5, 8)) { $0.tooltips = .points },
        GoldenChart("rank-links", .rank, Sample.data(5, 8)) { $0.links = true },
        GoldenChart("rank-groups", .rank, Sample.data()) { $0.color = .group },
        GoldenChart("rank-plain", .rank, Sample.data()) {
            $0.color = .none
            $0.curve = .linear
        },
        GoldenChart("rank-steps", .rank, Sample.patchy()) {
            $0.curve = .step
            $0.x.type = .ordinal
        },
        GoldenChart("rank-numbered", .rank, Sample.withEvents(Sample.data())) { $0.events.label = .number },
        GoldenChart("rank-labels", .rank, Sample.data()) {
            $0.labels.start = nil
            $0.labels.end = LabelTemplate("{rank}. {name} ({value})")
            $0.labels.max = 4
        },
        GoldenChart("rank-computed", .rank, unranked) { $0.rank.from = .value },
        GoldenChart("rank-column", .rank, Sample.data()) { $0.size = .column },
    ]

    static let edges: [GoldenChart] = [
        GoldenChart("edge-empty", .rank, Sample.data(0, 0), forms: [.wide, .small]),
        GoldenChart("edge-one-row", .rank, Sample.data(1, 1), forms: [.wide, .small]),
        GoldenChart("edge-one-entity", .rank, Sample.data(1, 12)),
        GoldenChart("edge-one-period", .rank, Sample.data(7, 1)),
        GoldenChart("edge-all-tied", .rank, allTied),
        GoldenChart("edge-24", .rank, Sample.data(24, 12), forms: [.wide, .small]),
        GoldenChart("edge-200-periods", .rank, Sample.data(6, 200)),
        GoldenChart("edge-names", .rank, Sample.data(7, 10, names: hostile), forms: [.wide, .small]),
        GoldenChart("edge-scripts", .rank, Sample.data(6, 10, names: scripts), forms: [.wide, .small]),
        GoldenChart("edge-flat", .line, constant(3)),
        GoldenChart("edge-huge", .line, extremes),
        GoldenChart("edge-empty-line", .line, Sample.data(0, 0)),
        GoldenChart("edge-empty-bar", .bar, Sample.data(0, 0)),
        GoldenChart("edge-empty-timeline", .timeline, Sample.data(0, 0), forms: [.wide, .small]),
    ]

    static let values: [GoldenChart] = [
        GoldenChart("line", .line, Sample.withEvents(Sample.data()), forms: [.wide, .small]) {
            $0.unit = "Mbps"
        },
        GoldenChart("line-patchy", .line, Sample.patchy()) {
            $0.unit = "Mbps"
            $0.highlight = ["e1", "e5"]
            $0.baseline = Baseline(3.2, label: "What a film needs")
            $0.y.zero = true
        },
        GoldenChart("line-bridged", .line, Sample.patchy()) { $0.gaps.style = .line },
        GoldenChart("line-negative", .line, negative),
        GoldenChart("slope-ranks", .slope, Sample.data(), forms: [.wide, .small]) { $0.measure = .rank },
        GoldenChart("slope-values", .slope, Sample.data()),
        GoldenChart("slope-three", .slope, Sample.data()) {
            $0.x.ticks = .list(["2012-11", "2013-05", "2014-02"].map(Sample.month))
            $0.highlight = ["e2"]
        },
        GoldenChart("bar", .bar, Sample.data(), forms: [.wide, .small]) {
            $0.unit = "Mbps"
            $0.color = .group
        },
        GoldenChart("bar-dots", .bar, Sample.data()) {
            $0.bar.style = .dot
            $0.highlight = ["e3"]
        },
        GoldenChart("bar-negative", .bar, negative),
        GoldenChart("sparkline", .sparkline, Sample.data(1, 28)),
        GoldenChart("sparkline-patchy", .sparkline, Sample.patchy()) { $0.measure = .rank },
    ]

    static let others: [GoldenChart] = [
        GoldenChart("heatmap", .rankHeatmap, Sample.patchy(), forms: [.wide, .small, .dark]),
        GoldenChart("heatmap-long", .rankHeatmap, Sample.withEvents(Sample.data(8, 64))),
        GoldenChart("effect", .effect, Sample.withEvents(Sample.data(9, 28)), forms: [.wide, .small]) {
            $0.unit = "Mbps"
            $0.effect.before = 4
            $0.effect.after = 8
        },
        GoldenChart("effect-ranks", .effect, Sample.withEvents(Sample.patchy())) { $0.measure = .rank },
        GoldenChart("timeline", .timeline, Sample.withEvents(Sample.data(0, 0)), forms: [.wide, .small]),
        GoldenChart("facet-ranks", .rank, Sample.data(), forms: [.wide, .small]) { $0.facet = .entity },
        GoldenChart("facet-values", .line, Sample.patchy()) { $0.facet = .entity },
        GoldenChart("facet-panels", .line, Sample.panels(), forms: [.wide, .small]) { $0.facet = .panel },
        GoldenChart("facet-slope", .slope, Sample.data()) { $0.facet = .entity },
        GoldenChart("facet-effect", .effect, Sample.withEvents(Sample.data(9, 28))) {
            $0.facet = .entity
            $0.effect.before = 4
            $0.effect.after = 8
        },
        GoldenChart("facet-bars", .bar, Sample.panels(), forms: [.wide, .small]) { $0.facet = .panel },
        GoldenChart("facet-heatmap", .rankHeatmap, Sample.panels()) { $0.facet = .panel },
        GoldenChart("facet-timeline", .timeline, Sample.withEvents(Sample.data(0, 0))) { $0.facet = .entity },
    ]

    private static var seamed: ChartData {
        var data = Sample.withEvents(Sample.patchy())
        data.breaks = [Break(Sample.month("2013-05"), label: "Alder Fibre no longer counted")]
        return data
    }

    private static var tied: ChartData {
        var data = Sample.data(6, 12)
        for entity in [2, 3, 4] {
            for index in 4..<9 { data.series[entity].points[index].rank = Rank(3) }
        }
        return data
    }

    private static var allTied: ChartData {
        var data = Sample.data(5, 6)
        for entity in data.series.indices {
            for index in data.series[entity].points.indices {
                data.series[entity].points[index].rank = Rank(1)
                data.series[entity].points[index].value = 2
            }
        }
        return data
    }

    private static var unranked: ChartData {
        var data = Sample.data(6, 8)
        for entity in data.series.indices {
            for index in data.series[entity].points.indices { data.series[entity].points[index].rank = nil }
        }
        return data
    }

    private static func constant(_ value: Double) -> ChartData {
        var data = Sample.data(3, 6)
        for entity in data.series.indices {
            for index in data.series[entity].points.indices {
                data.series[entity].points[index].value = value
                data.series[entity].points[index].text = nil
            }
        }
        return data
    }

    private static var extremes: ChartData {
        var data = constant(0)
        for index in data.series[0].points.indices {
            data.series[0].points[index].value = index.isMultiple(of: 2) ? 1e308 : -1e308
            data.series[1].points[index].value = -0.0
            data.series[2].points[index].value = 1e21
        }
        return data
    }

    private static var negative: ChartData {
        var data = Sample.data(5, 10)
        for entity in data.series.indices {
            for index in data.series[entity].points.indices {
                data.series[entity].points[index].value = Double(entity * 7 - index * 3) - 4.5
                data.series[entity].points[index].text = nil
            }
        }
        return data
    }

    private static let hostile = [
        String(repeating: "Interminable ", count: 77), "</text><script>alert(1)</script>",
        "quote\"\u{301} & 'tick'", "&lt;b&gt; ]]>",
        "Z\u{310}\u{311}\u{312}a\u{313}\u{314}\u{315}l\u{316}\u{317}g\u{318}\u{319}o", "", "tab\tnull\u{0}",
    ]

    private static let scripts = [
        "شركة الاتصالات", "中华电信股份有限公司", "👩‍👩‍👧‍👦 Family 🎉", "Ростелеком Дальний Восток", "Ελληνικά Δίκτυα",
        "Ångström Überschall",
    ]
}
