import Charts
import Datasets
import Diagnostics

/// A figure of the site: a chart, a timeline or a table, from a fenced block or a file of `Content/charts/`.
struct FigureDefinition: Sendable {
    enum Content: Sendable {
        case chart(ChartDefinition)
        case table(TableDefinition)
    }

    /// What it is called; a block without a name is called after its title.
    let name: String
    let content: Content
    /// The file it is described in.
    let source: SourceText
    let location: SourceLocation

    var title: String {
        switch content {
        case .chart(let chart): chart.specification.title
        case .table(let table): table.title
        }
    }

    /// A file of `Content/charts/`, which is called after its file.
    init?(file source: SourceText, name: String, reporting diagnostics: inout [Diagnostic]) {
        guard
            let value = StructuredValue.yaml(
                source, from: 0, to: source.bytes.count, reporting: &diagnostics)
        else { return nil }
        self.init(value, kind: nil, in: source, name: name, reporting: &diagnostics)
    }

    /// - Parameters:
    ///   - kind: `chart`, `table` or `timeline`; a file says it by its `type`
    ///   - name: the file's name, for a figure with a file of its own
    init?(
        _ value: StructuredValue, kind: String?, in source: SourceText, name: String? = nil,
        reporting diagnostics: inout [Diagnostic]
    ) {
        var keys = KeyedReader(value, of: source, named: "a \(kind ?? "figure")")
        let given = keys.text("name") ?? name
        let kind = kind ?? (value.mapping?["type"]?.text == "table" ? "table" : "chart")
        let content: Content? =
            kind == "table"
            ? TableDefinition(reading: &keys).map(Content.table)
            : ChartDefinition(reading: &keys, isTimeline: kind == "timeline").map(Content.chart)
        if let given, given != slug(given) {
            keys.report(
                "figure-name", at: keys.valueLocation(of: "name"),
                "'\(given)' cannot be the name of a figure",
                notes: ["the name becomes a part of addresses"], help: "call it '\(slug(given))'")
        }
        location = keys.location
        keys.finish(reporting: &diagnostics)
        guard let content else { return nil }
        self.content = content
        self.source = source
        self.name = given.map(slug) ?? ""
    }

    /// The name, or one made of the title.
    var slugOfName: String { name.isEmpty ? slug(PlainStatement.words(of: title)) : name }
}
