import Diagnostics

extension QueryRunner {
    /// The one value of an expression, with the rows that the query keeps and those that functions of an
    /// index read for it.
    func scalar(
        _ query: PreparedQuery, parameters: [String: Value], reporting diagnostics: inout [Diagnostic]
    ) -> ScalarResult? {
        let (result, notes) = connection.trace.noting {
            self.result(of: query, parameters: parameters, reporting: &diagnostics)
        }
        guard let result else { return nil }
        let start = query.tokens.first?.start ?? 0
        func refuse(_ code: String, _ message: String, notes: [String] = [], help: String? = nil) {
            diagnostics.append(
                query.source.diagnostic(
                    code, at: start, length: max(1, (query.tokens.last?.end ?? 0) - start), message,
                    notes: notes, help: help))
        }
        guard result.columns.count == 1 else {
            refuse("several-values", "the expression gives \(result.columns.count) columns, not one value")
            return nil
        }
        guard let row = result.rows.first else {
            refuse("no-value", "the expression finds no row")
            return nil
        }
        guard result.rows.count == 1 else {
            refuse(
                "several-values", "the expression finds \(result.rows.count) rows, not one value",
                help: "say which one is meant, or count or sum them")
            return nil
        }
        guard row.values[0] != .null else {
            refuse("no-value", "the expression has no value (NULL)", notes: notes.missing)
            return nil
        }
        let inner = innerResults(of: query, parameters)
        if let several = inner.first(where: { $0.query.isValue && $0.result.rows.count > 1 }) {
            diagnostics.append(
                query.source.diagnostic(
                    "several-values", at: several.query.start, length: 1,
                    "the expression in parentheses finds \(several.result.rows.count) rows, not one value",
                    help: "say which one is meant, or count or sum them"))
            return nil
        }
        let sources = Set(row.sources).union(origins.sources(of: Array(notes.rows)))
            .union(inner.flatMap { $0.result.rows.flatMap(\.sources) })
        return ScalarResult(
            value: row.values[0], decimals: query.measure?.decimals, tables: result.tables,
            sources: sources.sorted())
    }

    /// The results of the SELECTs in parentheses, and of those within them; one that cannot be run on its
    /// own, because it names columns of the query around it, is left out.
    private func innerResults(
        of query: PreparedQuery, _ parameters: [String: Value], depth: Int = 0
    ) -> [(query: PreparedQuery.InnerQuery, result: ResultSet)] {
        guard depth < Self.deepest else { return [] }
        return query.innerQueries.flatMap { inner -> [(PreparedQuery.InnerQuery, ResultSet)] in
            var ignored: [Diagnostic] = []
            guard let prepared = PreparedQuery(inner.text, reporting: &ignored),
                let result = result(of: prepared, parameters: parameters, reporting: &ignored)
            else { return [] }
            let within = innerResults(of: prepared, parameters, depth: depth + 1).map { nested, result in
                (
                    PreparedQuery.InnerQuery(text: nested.text, start: inner.start, isValue: nested.isValue),
                    result
                )
            }
            return [(inner, result)] + within
        }
    }

    /// How deep SELECTs in SELECTs are followed.
    private static let deepest = 8
}
