package import Diagnostics

extension Table {
    /// Reports the rows whose foreign keys name no row of the table that they refer to.
    ///
    /// A key of which one part has no value refers to nothing and is right. A key from a single list field
    /// holds for each item. Tables that were not read are passed over: that they are missing was reported.
    package static func checkReferences(
        among tables: [Table], reporting diagnostics: inout [Diagnostic]
    ) {
        for table in tables {
            var problems = FileProblems(path: table.path)
            for key in table.schema.foreignKeys {
                let name = key.resource
                guard let other = tables.first(where: { $0.name == name }) else { continue }
                table.check(key, against: other, reporting: &problems)
            }
            problems.report(to: &diagnostics)
        }
    }

    private func check(_ key: ForeignKey, against other: Table, reporting problems: inout FileProblems) {
        let columns = key.fields.compactMap { columnIndex($0) }
        let referenced = key.referencedFields.compactMap { other.columnIndex($0) }
        guard columns.count == key.fields.count, referenced.count == columns.count, !columns.isEmpty else {
            return
        }
        var index = RowIndex(other, referenced)
        for row in 0..<other.rowCount { _ = index.insert(row) }
        let isList = columns.count == 1 && fields[columns[0]].type == .list
        for row in 0..<rowCount {
            let groups = isList ? items(row: row, column: columns[0]).map { [$0] } : [keyTexts(row, columns)]
            for texts in groups where !texts.isEmpty && !index.contains(texts.map { Array($0.utf8)[...] }) {
                problems.add(dangling(texts, row, columns[0], key, other, referenced))
            }
        }
    }

    /// The texts of the key, none where one of them is missing.
    private func keyTexts(_ row: Int, _ columns: [Int]) -> [String] {
        let texts = columns.compactMap { text(row: row, column: $0) }
        return texts.count == columns.count ? texts : []
    }

    private func dangling(
        _ texts: [String], _ row: Int, _ column: Int, _ key: ForeignKey, _ other: Table, _ referenced: [Int]
    ) -> Diagnostic {
        let value = texts.joined(separator: ", ")
        let candidates = (0..<min(other.rowCount, 5_000)).lazy.compactMap {
            other.text(row: $0, column: referenced[0])
        }
        let near = texts.count == 1 ? nearMiss(value, among: Array(candidates)) : nil
        let target = "\(other.name).\(key.referencedFields.joined(separator: ", "))"
        return diagnostic(
            "dangling-reference", row: row, column: column,
            "\(name).\(key.fields.joined(separator: ", ")) refers to '\(value)', which is in no row of \(target)",
            help: near.map { "did you mean '\($0)'?" })
    }
}
