import Claims
import Datasets
import Diagnostics

/// Two states of a site side by side.
struct SiteComparison {
    let old: SiteState
    let new: SiteState

    var findings: Findings {
        var result = Findings(
            kind: "diff", subject: "\(old.name) \(new.name)", title: "From \(old.name) to \(new.name)")
        result.add("rows", "Rows", rowChanges.map(item(row:)))
        result.add("moves", "Ranks", moves)
        result.add("broken", "Claims that no longer hold", brokenClaims.map(item(broken:)))
        result.add("statements", "Facts and claims whose value is another", statements)
        result.add("figures", "Charts and tables", figures)
        result.add("pages", "Pages", pages)
        if result.sections.isEmpty {
            let same = "the data, texts and pages are the same"
            result.add("nothing", "Nothing changed", [.init(same, [("note", same)])])
        }
        return result
    }

    /// Those that held in the old state, or were not in it.
    var brokenClaims: [StatementCheck.Failure] {
        let before = Set(old.failures.map(\.key))
        return new.failures.filter { !before.contains($0.key) }
    }

    // MARK: Data

    private var rowChanges: [TableComparison.Change] {
        let names = Set((old.data.tables + new.data.tables).map(\.name)).sorted()
        return names.flatMap { name in
            TableComparison(
                old: old.data.tables.first { $0.name == name }, new: new.data.tables.first { $0.name == name }
            ).changes
        }
    }

    private func item(row: TableComparison.Change) -> Findings.Item {
        let cells = row.cells.map { "\($0.column) \(shown($0.old)) → \(shown($0.new))" }.joined(
            separator: ", ")
        return .init(
            "\(row.kind.rawValue) \(row.table) \(row.key)\(cells.isEmpty ? "" : ": " + cells) (\(row.path):\(row.line))",
            [
                ("change", row.kind.rawValue), ("table", row.table), ("key", row.key), ("cells", cells),
                ("path", row.path), ("line", String(row.line)),
            ])
    }

    /// Places that are others now, in every index that both states have.
    private var moves: [Findings.Item] {
        new.data.database.indexes.flatMap { index -> [Findings.Item] in
            guard let before = old.data.database.index(named: index.name) else { return [] }
            let keys = Set((before.standings + index.standings).map { [$0.period.text, $0.entity] })
            return keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { key in
                let first = before.rank(of: key[1], in: key[0])
                let second = index.rank(of: key[1], in: key[0])
                guard first != second else { return nil }
                return .init(
                    "\(index.name) \(key[0]) \(key[1]): \(shown(first)) → \(shown(second))",
                    [
                        ("index", index.name), ("period", key[0]), ("entity", key[1]), ("old", shown(first)),
                        ("new", shown(second)),
                    ])
            }
        }
    }

    // MARK: Text

    private func item(broken failure: StatementCheck.Failure) -> Findings.Item {
        let (statement, problem) = (failure.statement, failure.problem)
        return .init(
            "\(statement.location.description): \(problem.message); \(problem.notes.joined(separator: "; "))",
            [
                ("path", statement.location.path), ("line", String(statement.location.line)),
                ("text", statement.written), ("message", problem.message),
                ("expression", statement.expression), ("accepted", failure.since ?? ""),
                ("rows", failure.rows.map { "\($0.path):\($0.line)" }.joined(separator: " ")),
            ])
    }

    /// Statements are the same where file, text of a claim, expression and the how-many-eth agree.
    private var statements: [Findings.Item] {
        let before = numbered(old)
        let after = numbered(new)
        return after.sorted { ($0.value.location, $0.key) < ($1.value.location, $1.key) }.compactMap {
            key, statement in
            guard let other = before[key], other.value != statement.value else { return nil }
            let (first, second) = (shown(other.value.text), shown(statement.value.text))
            return .init(
                "\(statement.location.description): '\(statement.text)' (=\(statement.expression)) \(first) → \(second)",
                [
                    ("path", statement.location.path), ("line", String(statement.location.line)),
                    ("text", statement.text), ("expression", statement.expression), ("old", first),
                    ("new", second),
                ])
        }
    }

    private func numbered(_ state: SiteState) -> [String: Statement] {
        var counts: [String: Int] = [:]
        var result: [String: Statement] = [:]
        for page in state.rendered.pages {
            for statement in page.statements {
                let text = statement.kind == .claim ? statement.text : ""
                let key = [statement.location.path, page.plan.address.text, text, statement.expression]
                    .joined(separator: "\n")
                counts[key, default: 0] += 1
                result["\(key)\n\(counts[key] ?? 0)"] = statement
            }
        }
        return result
    }

    // MARK: Output

    private var figures: [Findings.Item] {
        func rows(_ state: SiteState) -> [String: [UInt8]] {
            Dictionary(
                state.rendered.catalogue.entries.map { entry in
                    (entry.figure.name, (entry.figure.bytes(of: .csv) ?? []) + Array(entry.title.utf8))
                }
            ) { first, _ in first }
        }
        return changes(rows(old), rows(new), named: "name")
    }

    private var pages: [Findings.Item] {
        func bytes(_ state: SiteState) -> [String: [UInt8]] {
            Dictionary(
                state.rendered.pages.filter { $0.plan.kind != .chart && $0.plan.kind != .embed }
                    .map { ($0.plan.address.text, $0.bytes) }
            ) { first, _ in first }
        }
        return changes(bytes(old), bytes(new), named: "address")
    }

    private func changes(
        _ before: [String: [UInt8]], _ after: [String: [UInt8]], named field: String
    ) -> [Findings.Item] {
        Set(before.keys).union(after.keys).sorted().compactMap { name in
            guard before[name] != after[name] else { return nil }
            let change = before[name] == nil ? "added" : after[name] == nil ? "removed" : "changed"
            return .init("\(change) \(name)", [("change", change), (field, name)])
        }
    }

    private func shown(_ text: String?) -> String { text.flatMap { $0.isEmpty ? nil : $0 } ?? "nothing" }
    private func shown(_ rank: Int?) -> String { rank.map(String.init) ?? "none" }
}

extension Datasets.Index {
    fileprivate func rank(of entity: String, in period: String) -> Int? {
        standings(of: entity).first { $0.period.text == period }?.rank
    }
}
