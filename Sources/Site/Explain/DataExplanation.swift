import Datasets
import Diagnostics

extension BuildRecord {
    /// From a row of the data to all that uses it.
    func explanation(of row: RowID) -> Findings {
        let place = provenance.rows([row]).first
        let table = place?.table ?? ""
        var result = Findings(
            kind: "row", subject: place.map { "\($0.path):\($0.line)" } ?? "",
            title: place.map { "\($0.path):\($0.line), row \($0.number) of \($0.table)" } ?? "")
        result.add("cells", "Cells", cells(of: row))
        result.add("sources", "Sources", sources(of: row))
        addUses(uses { $0.rows.contains(row) }, to: &result) { $0.rows.contains(row) }
        let others = uses { reading in
            data.database.tables(behind: reading.tables).contains(table)
                && !provenance.rows(Array(reading.rows)).contains { $0.table == table }
        }
        result.add(
            "readers", "Read '\(table)' by a query that does not keep its rows", others.map(item(use:)))
        return result
    }

    /// From a table or view to all that reads it.
    func explanation(ofTable name: String) -> Findings {
        let table = data.database.tables.first { $0.name == name }
        var result = Findings(
            kind: "table", subject: name,
            title: "\(name)" + (table?.path.map { " (\($0))" } ?? ""))
        let before = data.database.tables(behind: [name]).subtracting([name])
        result.add("made_from", "Made from", before.sorted().map { .init($0, [("name", $0)]) })
        let used = uses { data.database.tables(behind: $0.tables).contains(name) }
        addUses(used, to: &result) { _ in false }
        result.add(
            "texts", "Read by facts and claims of", used.filter { $0.part.kind == .text }.map(item(use:)))
        return result
    }

    private func addUses(
        _ uses: [Use], to result: inout Findings, ofStatement isUsed: (Reading) -> Bool
    ) {
        func items(_ kind: PageReading.Part.Kind) -> [Findings.Item] {
            uses.filter { $0.part.kind == kind }.map(item(use:))
        }
        result.add("pages", "Pages made from it", items(.row))
        let statements = rendered.pages.flatMap(\.statements).filter { statement in
            var reading = Reading()
            reading.rows = Set(statement.rows)
            return isUsed(reading)
        }
        result.add("statements", "Sentences", statements.map(item(statement:)))
        result.add("figures", "Charts and tables", items(.figure))
        result.add("lists", "Lists on pages", items(.list))
    }

    private func cells(of row: RowID) -> [Findings.Item] {
        guard let origin = data.database.origin(of: row),
            let table = data.tables.first(where: { $0.name == origin.table })
        else { return [] }
        return table.fields.enumerated().compactMap { column, field in
            table.text(row: origin.row, column: column).map { text in
                .init("\(field.name): \(text)", [("column", field.name), ("text", text)])
            }
        }
    }

    private func sources(of row: RowID) -> [Findings.Item] {
        provenance.sources(of: [row]).map { source in
            let words = [source.publisher, source.title, source.date].compactMap(\.self).joined(
                separator: ", ")
            return .init(
                words + (source.url.map { " <\($0)>" } ?? ""),
                [("key", source.key), ("title", words), ("url", source.url ?? "")])
        }
    }
}
