import Diagnostics
import GRDB

extension DatabaseLoader {
    /// Creates views and indexes, each as soon as what it needs is there.
    mutating func create(_ views: [ViewDefinition], _ definitions: [IndexDefinition]) throws {
        var waiting = views.filter { isFree($0.name, at: $0.statement.location) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        var unmade = definitions
        var progresses = true
        while progresses {
            progresses = false
            for view in waiting {
                let others =
                    waiting.map(\.name) + unmade.flatMap(\.promisedNames) + unmade.flatMap(promisedFunctions)
                let outcome = try create(view, waitingFor: Set(others.map { $0.lowercased() }))
                if case .waits = outcome { continue }
                waiting.removeAll { $0.name == view.name }
                progresses = true
            }
            let pending = Set(waiting.map { $0.name.lowercased() })
            if let next = unmade.firstIndex(where: { pending.isDisjoint(with: $0.neededTables) }) {
                try make(unmade.remove(at: next))
                progresses = true
            }
        }
        try reportCircle(waiting, unmade)
    }

    private func promisedFunctions(_ definition: IndexDefinition) -> [String] {
        IndexFunctions.names.map { functionPrefix(of: definition.name) + $0 }
    }

    private enum Outcome {
        case done
        /// For a table or function that is still to be made.
        case waits(String)
    }

    /// Creates a view, or reports why it cannot be.
    private mutating func create(_ view: ViewDefinition, waitingFor others: Set<String>) throws -> Outcome {
        guard let query = PreparedQuery(view.statement, measures, reporting: &diagnostics) else {
            failedViews.insert(view.name.lowercased())
            return .done
        }
        var problems: [Diagnostic] = []
        let hidden = hiddenColumns
        let known = knownColumns
        var missing: String?
        let names = names
        var tables: Set<String> = []
        let columns = runner.compiled(query, reporting: &problems) { statement in
            tables = query.tablesRead(by: statement, names)
            let layout = try ResultLayout(statement.columnNames, query, hidden)
            return statement.described(known).filter { layout.columns.contains($0.name) }
        } failing: {
            missing = $0.missingName
        }
        if let missing, others.contains(missing.lowercased()) { return .waits(missing) }
        diagnostics += problems
        guard let columns else {
            failedViews.insert(view.name.lowercased())
            return .done
        }
        guard query.parameters.isEmpty else {
            let token = query.parameters[0]
            diagnostics.append(
                view.statement.diagnostic(
                    "view-parameter", at: token.start, length: token.length, "a view has no parameters",
                    help: "write a query in Content/queries for what depends on a page"))
            return .done
        }
        dependencies[view.name] = tables
        guard let count = keepRows(of: query, as: view.name) else {
            failedViews.insert(view.name.lowercased())
            return .done
        }
        add(
            TableDescription(
                name: view.name, kind: .view, columns: columns, rowCount: count,
                path: view.statement.location?.path))
        return .done
    }

    /// Views that wait for each other.
    private mutating func reportCircle(_ waiting: [ViewDefinition], _ unmade: [IndexDefinition]) throws {
        let names = waiting.map(\.name) + unmade.map(\.name)
        for view in waiting {
            let others = Set(names + unmade.flatMap(\.promisedNames)).subtracting([view.name])
            let uses = SQLScanner.tokens(of: view.statement.text).filter {
                $0.isName && others.contains($0.name)
            }
            let place = uses.first
            diagnostics.append(
                view.statement.diagnostic(
                    "circular-view", at: place?.start, length: place?.length ?? 1,
                    "the view '\(view.name)' needs itself in the end",
                    notes: ["these need each other: " + names.sorted().joined(separator: ", ")]))
        }
    }
}

extension QueryFailure {
    /// The table or function that SQLite does not find.
    var missingName: String? {
        guard case .sqlite(let error, _) = self, let message = error.message else { return nil }
        for prefix in ["no such table: ", "no such function: "] where message.hasPrefix(prefix) {
            return String(message.dropFirst(prefix.count))
        }
        // SQL has a `rank()` of its own, without arguments.
        let wrongCount = "wrong number of arguments to function "
        if message.hasPrefix(wrongCount) { return String(message.dropFirst(wrongCount.count).dropLast(2)) }
        return nil
    }
}

extension Statement {
    /// The columns of the result with what is known of the fields that they are, without hidden ones.
    func described(_ known: [String: [TableDescription.Column]]) -> [TableDescription.Column] {
        columnNames.enumerated().compactMap { place, name in
            guard !ResultLayout.tellsRows(name.lowercased()) else { return nil }
            let column = origin(ofColumn: place).flatMap { origin in
                known[origin.table.lowercased()]?.first { $0.name == origin.column }
            }
            return column?.named(name) ?? TableDescription.Column(name)
        }
    }
}

extension IndexDefinition {
    /// What SQL knows only once the index has been made.
    var promisedNames: [String] { ["\(name)_standings", "\(name)_editions"] }

    /// In small letters.
    var neededTables: Set<String> {
        let tables = [table, list?.table, sizes?.table, ties?.table, breaks?.table].compactMap { $0?.text }
        let names = entity.names?.text.split(separator: ".").first.map(String.init)
        return Set((tables + [names].compactMap { $0 }).map { $0.lowercased() })
    }
}
