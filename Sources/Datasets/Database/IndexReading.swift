import Diagnostics

/// Reads what the tables of a site say about an index, and reports names that do not exist.
struct IndexReading {
    private let definition: IndexDefinition
    private let runner: QueryRunner
    private let descriptions: [String: TableDescription]
    private(set) var diagnostics: [Diagnostic] = []

    init(
        _ definition: IndexDefinition, _ runner: QueryRunner, _ descriptions: [String: TableDescription]
    ) {
        self.definition = definition
        self.runner = runner
        self.descriptions = descriptions
    }

    mutating func input() -> IndexInput {
        var input = IndexInput()
        input.rows = rows()
        input.names = names()
        input.members = read(definition.list, [("period", periodNames), ("entity", entityNames)]) {
            cells, origin in
            IndexInput.Member(period: cells[0], entity: cells[1], origin: origin)
        }
        input.sizes = sizes()
        input.ties = ties()
        input.breaks = read(
            definition.breaks, [("period", periodNames + ["at"] + fromNames)], optional: ["label", "kind"]
        ) { cells, origin in
            IndexInput.BreakRow(
                period: cells[0], label: cells[1].text, kind: cells[2].text, origin: origin)
        }
        return input
    }

    /// Under which names a column is looked for, where the definition does not name it.
    private var periodNames: [String] { ["period", definition.period.text] }
    private var fromNames: [String] { ["\(definition.period.text)_from", "period_from", "from"] }
    private var toNames: [String] { ["\(definition.period.text)_to", "period_to", "to"] }
    private var entityNames: [String] { ["entity", definition.entity.column.text] }

    private mutating func rows() -> [IndexInput.Row] {
        guard let table = table(definition.table) else { return [] }
        let columns: [IndexDefinition.Name?] = [
            definition.period, definition.entity.column, definition.value?.column, definition.value?.text,
            definition.rank?.column, definition.rank?.kind,
        ]
        var found = columns.map { $0.flatMap { column($0, of: table) } }
        if found[3] == nil {
            found[3] = definition.value.flatMap { printedColumn($0.column.text, of: table) }
        }
        guard !diagnostics.hasErrors else { return [] }
        return select(found, from: table, at: definition.table).map { cells, origin in
            IndexInput.Row(
                period: cells[0], entity: cells[1], value: cells[2], valueText: cells[3].text,
                rank: cells[4], kind: cells[5].text, origin: origin)
        }
    }

    /// Where a value's printed form is: a hidden column of a table, or one that a view keeps.
    private func printedColumn(_ name: String, of table: TableDescription) -> String? {
        let printed = name + "_text"
        if table.columns.contains(where: { $0.name == printed }) { return printed }
        let isHidden = table.kind == .table && runner.hiddenColumns.contains(printed.lowercased())
        return isHidden && table.columns.contains { $0.name == name && $0.type == .number } ? printed : nil
    }

    /// `TABLE.COLUMN`, by the table's column `id` or else its first.
    private mutating func names() -> [String: String]? {
        guard let name = definition.entity.names else { return nil }
        let parts = name.text.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            report("index-names", name, "'\(name.text)' does not name a column", help: "write TABLE.COLUMN")
            return nil
        }
        guard let table = table(.init(parts[0], at: name.location)),
            let column = column(.init(parts[1], at: name.location), of: table)
        else { return nil }
        let id = table.columns.first { $0.name == "id" } ?? table.columns.first
        var names: [String: String] = [:]
        for (cells, _) in select([id?.name, column], from: table, at: name) {
            if let entity = cells[0].text { names[entity] = cells[1].text ?? entity }
        }
        return names
    }

    private mutating func sizes() -> [IndexInput.Size] {
        guard let sizes = definition.sizes, let table = table(sizes.table) else { return [] }
        let size = ("size", ["list_size", "size"])
        let names = table.columns.map(\.name)
        if sizes.columns["from"] == nil,
            let period = sizes.columns["period"]?.text
                ?? periodNames.first(where: names.contains)
        {
            return read(sizes, [("period", [period]), size]) { cells, origin in
                IndexInput.Size(from: cells[0], to: cells[0], size: cells[1], origin: origin)
            }
        }
        return read(sizes, [("from", fromNames), ("to", toNames), size]) { cells, origin in
            IndexInput.Size(from: cells[0], to: cells[1], size: cells[2], origin: origin)
        }
    }

    /// Several entities stand in one cell between semicolons, or each in a row of its own.
    private mutating func ties() -> [IndexInput.Tie] {
        read(
            definition.ties, [("period", periodNames)],
            optional: ["rank", "entities", "entity", definition.entity.column.text]
        ) { cells, origin in
            let entities = (cells[2].text ?? cells[3].text ?? cells[4].text ?? "")
                .split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") }
            return IndexInput.Tie(
                period: cells[0], rank: cells[1].number.flatMap { Int(exactly: $0) }, entities: entities,
                origin: origin)
        }
    }

    /// The rows of a further table: the columns it must have, each under one of some names, then others.
    private mutating func read<Row>(
        _ reference: IndexDefinition.Reference?, _ needed: [(key: String, names: [String])],
        optional: [String] = [],
        _ make: ([Value], IndexInput.Origin) -> Row
    ) -> [Row] {
        guard let reference, let table = table(reference.table) else { return [] }
        var columns: [String?] = []
        for (key, names) in needed {
            if let name = reference.columns[key] {
                columns.append(column(name, of: table))
            } else if let name = names.first(where: { name in table.columns.contains { $0.name == name } }) {
                columns.append(name)
            } else {
                report(
                    "unknown-column", reference.table,
                    "the table '\(table.name)' has no column '\(names.first ?? key)'",
                    notes: ["its columns: " + table.columns.map(\.name).joined(separator: ", ")],
                    help: "name the column that is meant: \(key): COLUMN")
            }
        }
        for key in optional {
            let name = reference.columns[key].flatMap { column($0, of: table) }
            columns.append(name ?? table.columns.first { $0.name == key }?.name)
        }
        guard !diagnostics.hasErrors else { return [] }
        return select(columns, from: table, at: reference.table).map(make)
    }

    private mutating func select(
        _ columns: [String?], from table: TableDescription, at name: IndexDefinition.Name
    ) -> [(cells: [Value], origin: IndexInput.Origin)] {
        let list = columns.enumerated()
            .map { "\($1.map(\.sqlName) ?? "NULL") AS c\($0)" }.joined(separator: ", ")
        let statement = SQLText(
            "SELECT \(list), _row FROM \(table.name.sqlName)", at: name.location, in: definition.source)
        guard let query = PreparedQuery(statement, reporting: &diagnostics),
            let result = runner.result(of: query, parameters: [:], reporting: &diagnostics)
        else { return [] }
        return result.rows.map { row in
            let place = row.sources.first.flatMap { runner.origins.origin(of: $0) }?.location
            return (row.values, IndexInput.Origin(sources: row.sources, location: place))
        }
    }

    private mutating func table(_ name: IndexDefinition.Name) -> TableDescription? {
        let found =
            descriptions[name.text]
            ?? descriptions.values.first { $0.name.lowercased() == name.text.lowercased() }
        if found == nil {
            report(
                "unknown-table", name, "there is no table or view '\(name.text)'",
                help: suggestion(for: name.text, among: descriptions.keys))
        }
        return found
    }

    /// The name of the column, reported where the table has no such column.
    private mutating func column(_ name: IndexDefinition.Name, of table: TableDescription) -> String? {
        if table.columns.contains(where: { $0.name.lowercased() == name.text.lowercased() }) {
            return name.text
        }
        report(
            "unknown-column", name, "'\(name.text)' is not a column of '\(table.name)'",
            help: suggestion(for: name.text, among: table.columns.map(\.name)))
        return nil
    }

    private mutating func report(
        _ code: String, _ name: IndexDefinition.Name, _ message: String, notes: [String] = [],
        help: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                code, at: name.location, excerpt: definition.source?.line(name.location.line), message,
                notes: notes, help: help))
    }
}
