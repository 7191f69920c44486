import Datasets
import Diagnostics

/// Columns of an index's entities, such as a technology or an owner, beside its standings.
extension FigureData {
    /// Each column as SQL that is selected from the standings; nil with a problem where one is in neither
    /// the standings nor the table that names the entities.
    func columns(
        _ names: [LocatedText], of index: Datasets.Index, in file: SourceText,
        reporting diagnostics: inout [Diagnostic]
    ) -> [String]? {
        let standings = index.name + "_standings"
        let own = columnNames(of: standings)
        let table = index.definition.entity.names.flatMap { $0.text.split(separator: ".").first }.map(
            String.init)
        let named = table.map(columnNames(of:)) ?? []
        let key = named.contains("id") ? "id" : named.first
        var columns: [String] = []
        for name in names where !columns.contains(where: { $0.hasSuffix(quoted(name.text)) }) {
            if own.contains(name.text) {
                if !Self.always.contains(name.text) { columns.append(quoted(name.text)) }
            } else if let table, let key, named.contains(name.text) {
                columns.append(
                    "(SELECT \(quoted(name.text)) FROM \(quoted(table)) AS entities WHERE entities.\(quoted(key)) "
                        + "= \(quoted(standings)).entity) AS \(quoted(name.text))")
            } else {
                diagnostics.append(
                    file.diagnostic(
                        "unknown-column", at: name.location,
                        "'\(name.text)' is not a column of the index '\(index.name)'",
                        notes: table.map { ["nor of the table '\($0)', which names its entities"] } ?? [],
                        help: suggestion(for: name.text, among: own + named)))
                return nil
            }
        }
        return columns
    }

    /// What a figure's rows always have.
    private static let always: Set<String> = [
        "period", "entity", "name", "value", "value_text", "rank", "rank_kind", "list_size", "change",
    ]

    private func columnNames(of table: String) -> [String] {
        database.tables.first { $0.name == table }?.columns.map(\.name) ?? []
    }
}
