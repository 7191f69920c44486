import Charts
import Datasets
import Diagnostics

/// What figures are drawn from: the site's database, its indexes and events, and its sources.
struct FigureData: Sendable {
    var database: Database
    let events: [EventSettings]
    let references: [String: Reference]
    /// The place of each entity in the palette, by index.
    let slots: [String: [String: Int]]
    /// The colours that the site writes down.
    let colors: SiteColors
    /// The address of each entity's own page, by index.
    let entityPages: [String: [String: String]]
    /// From rows back to their files and sources.
    let provenance: Provenance
    /// Where the tables come from and on which terms.
    let terms: DataTerms
    /// How dates and numbers are written.
    let format: LanguageFormat
}

extension FigureData {
    /// The measure that a result column is named after.
    func measure(ofColumn name: String) -> MeasureDefinition? {
        database.measures.first { $0.name.lowercased() == name.lowercased() }
    }
}

/// The page's row, by column, as parameters of a figure's queries and as names in its words.
typealias FigureParameters = [String: Value]

extension FigureData {
    /// The rows that a figure asks for, those of an index with further columns; nil with a problem where it cannot have them.
    func rows(
        _ source: ChartDefinition.RowSource, with further: [LocatedText] = [],
        parameters: FigureParameters, in file: SourceText, reporting diagnostics: inout [Diagnostic]
    ) -> ResultSet? {
        switch source {
        case .none: return nil
        case .query(let query):
            let statement = SQLText(
                query.text, at: query.location, indent: query.location.column - 1, in: file)
            return database.query(statement, parameters: parameters, reporting: &diagnostics)
        case .table(let table):
            guard isTable(table, in: file, reporting: &diagnostics) else { return nil }
            return database.query(
                SQLText("SELECT *, _row FROM \(quoted(table.text))", at: table.location, in: file),
                reporting: &diagnostics)
        case .index(let name, let condition):
            guard let index = index(name, in: file, reporting: &diagnostics),
                let columns = columns(further, of: index, in: file, reporting: &diagnostics)
            else { return nil }
            let filter = condition.map { " WHERE (\($0.text))" } ?? ""
            let statement = SQLText(
                "SELECT period, entity, name, value, value_text, rank, rank_kind, list_size, change, _row"
                    + columns.map { ", " + $0 }.joined()
                    + " FROM \(quoted(name.text + "_standings"))\(filter) ORDER BY period, rank, value DESC, entity",
                at: (condition ?? name).location, in: file)
            return database.query(statement, parameters: parameters, reporting: &diagnostics)
        }
    }

    /// The index of that name; nil with a problem where the site has none.
    func index(
        _ name: LocatedText, in file: SourceText, reporting diagnostics: inout [Diagnostic]
    ) -> Datasets.Index? {
        if let index = database.index(named: name.text) { return index }
        diagnostics.append(
            file.diagnostic(
                "unknown-index", at: name.location, "there is no index '\(name.text)'",
                notes: ["indexes are defined in Content/site.yaml"],
                help: suggestion(for: name.text, among: database.indexes.map(\.name))))
        return nil
    }

    private func isTable(
        _ name: LocatedText, in file: SourceText, reporting diagnostics: inout [Diagnostic]
    ) -> Bool {
        if database.tables.contains(where: { $0.name == name.text }) { return true }
        diagnostics.append(
            file.diagnostic(
                "unknown-table", at: name.location, "there is no table or view '\(name.text)'",
                help: suggestion(for: name.text, among: database.tables.map(\.name))))
        return false
    }

    /// The line that names a figure's sources: keys of the site's references become their names.
    func sourceLines(_ texts: [String]) -> [FigureFrame.SourceLine] {
        texts.map { text in
            guard let reference = references[text] else {
                return FigureFrame.SourceLine(text: text, url: nil)
            }
            let words = [reference.publisher, reference.title].compactMap { $0 }.joined(separator: ", ")
            return FigureFrame.SourceLine(text: words, url: reference.url)
        }
    }
}

/// A name as SQL takes it, whatever is in it.
func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
