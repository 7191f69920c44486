import Datasets
import Diagnostics

/// The lines of an explanation, one form for each kind of thing.
extension BuildRecord {
    typealias Item = Findings.Item

    func item(file path: String) -> Item { Item(path, [("path", path)]) }

    func item(address: SiteAddress) -> Item { Item(address.text, [("address", address.text)]) }

    func item(page: PagePlan) -> Item {
        Item("\(page.address.text) \(page.title)", [("address", page.address.text), ("title", page.title)])
    }

    func item(row: RowID) -> Item? {
        provenance.rows([row]).first.map { place in
            Item(
                "\(place.path):\(place.line) (\(place.table), row \(place.number))",
                [("table", place.table), ("path", place.path), ("line", String(place.line))])
        }
    }

    func item(statement: Statement) -> Item {
        let rows = provenance.rows(statement.rows).map { "\($0.path):\($0.line)" }
        let from = rows.isEmpty ? "" : " from " + shortened(rows)
        return Item(
            "\(statement.location.description): '\(statement.text)' (=\(statement.expression))\(from)",
            [
                ("path", statement.location.path), ("line", String(statement.location.line)),
                ("text", statement.text), ("expression", statement.expression),
                ("value", statement.value.text ?? ""), ("rows", rows.joined(separator: " ")),
            ])
    }

    func item(figure: Figure) -> Item {
        item(
            "\(figure.name) (\(figure.location.path):\(figure.location.line))", reading(of: figure),
            [("name", figure.name), ("path", figure.location.path), ("line", String(figure.location.line))])
    }

    /// What a query read, in a line: its tables, and how many rows it led back to.
    func item(_ what: String, _ reading: Reading, _ fields: [(name: String, value: String)]) -> Item {
        let tables = reading.tables.sorted()
        let rows = reading.rows.isEmpty ? "rows not kept" : "\(reading.rows.count) rows"
        return Item(
            "\(what): \(tables.joined(separator: ", ")); \(rows)",
            fields + [("tables", tables.joined(separator: " ")), ("rows", String(reading.rows.count))])
    }

    func item(use: Use) -> Item {
        let page = use.page.plan
        let fields = [("name", use.part.name), ("address", page.address.text), ("title", page.title)]
        switch use.part.kind {
        case .row: return item(page: page)
        case .figure: return Item("\(use.part.name) on \(page.address.text)", fields)
        case .list:
            return Item("\(use.part.location?.path ?? use.part.name) on \(page.address.text)", fields)
        case .text: return Item("\(use.part.location?.path ?? use.part.name) on \(page.address.text)", fields)
        }
    }

    /// The first of many, and how many more there are.
    private func shortened(_ texts: [String]) -> String {
        let told = texts.prefix(4).joined(separator: ", ")
        return texts.count > 4 ? told + " and \(texts.count - 4) more" : told
    }
}
