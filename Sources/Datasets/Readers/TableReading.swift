package import Diagnostics

extension Table {
    /// Reads the table that a resource describes from the bytes of its file, and holds it to its schema.
    ///
    /// Every problem is reported at its cell, up to fifty a file. The table holds the rows that could be
    /// read; nil where there is nothing to make a table of. SQLite files are read by `SQLiteFile`.
    package static func read(
        _ resource: Resource, from source: SourceText, reporting diagnostics: inout [Diagnostic]
    ) -> Table? {
        var problems = FileProblems(path: source.path)
        defer { problems.report(to: &diagnostics) }
        guard let raw = RawTable.read(resource, from: source, reporting: &problems) else { return nil }
        return Table(raw, resource, reporting: &problems)
    }

    /// Gives a table its types and checks it.
    init?(_ raw: RawTable, _ resource: Resource, reporting problems: inout FileProblems) {
        raw.checkNames(reporting: &problems)
        guard let schema = raw.schema(for: resource, reporting: &problems) else { return nil }
        var cells = raw.cells
        TableChecker.markMissing(in: &cells, schema)
        self.init(name: resource.name, schema: schema, cells: cells)
        if resource.schema != nil { TableChecker.check(&self, reporting: &problems) }
    }
}

extension RawTable {
    static func read(
        _ resource: Resource, from source: SourceText, reporting problems: inout FileProblems
    ) -> RawTable? {
        let isDivided = resource.format == .csv || resource.format == .tsv
        let limit = isDivided ? ReadingLimits.bytes : ReadingLimits.structuredBytes
        guard source.bytes.count < limit else {
            problems.add(
                Diagnostic(
                    "file-too-large", at: SourceLocation(path: source.path),
                    "the file has \(source.bytes.count) bytes, more than the \(limit) that are read",
                    help: isDivided ? "prepare the data first" : "CSV may be larger"))
            return nil
        }
        guard resource.format != .sqlite else { return nil }
        var diagnostics: [Diagnostic] = []
        guard source.isText(reporting: &diagnostics) else {
            for diagnostic in diagnostics { problems.add(diagnostic) }
            return nil
        }
        switch resource.format {
        case .csv, .tsv:
            let own: UInt8 = resource.format == .tsv ? 0x09 : 0x2C
            return CSVReader.read(
                source, delimiter: resource.dialect.delimiter ?? own, quote: resource.dialect.quote,
                reporting: &problems)
        case .json, .yaml: return StructuredTableReader.read(resource, from: source, reporting: &problems)
        case .sqlite: return nil
        }
    }

    /// The schema in the order of the file's columns; inferred where the resource has none.
    func schema(for resource: Resource, reporting problems: inout FileProblems) -> Schema? {
        guard var schema = resource.schema else {
            let fields = TypeInference.fields(of: self)
            for problem in NumberlessWords.problems(in: self, fields) { problems.add(problem) }
            return Schema(fields: fields)
        }
        let names = Set(columns.map(\.name))
        for field in schema.fields where !names.contains(field.name) {
            let place = columns.first?.location ?? SourceLocation(path: cells.path)
            problems.add(
                Diagnostic(
                    "missing-column", at: SourceLocation(path: place.path, line: place.line),
                    excerpt: columns.first?.excerpt,
                    "the table '\(resource.name)' has no column '\(field.name)', which its schema describes",
                    help: nearMiss(field.name, among: names.subtracting(schema.fields.map(\.name))).map {
                        "is '\($0)' meant to be '\(field.name)'?"
                    }))
        }
        schema.fields = columns.map { column in
            if let field = schema.fields.first(where: { $0.name == column.name }) { return field }
            problems.add(
                Diagnostic(
                    "unknown-column", at: column.location, excerpt: column.excerpt,
                    "the column '\(column.name)' is not described in the schema of '\(resource.name)'",
                    help: suggestion(
                        for: column.name, among: schema.fields.map(\.name).filter { !names.contains($0) })))
            return Field(column.name, .string, at: column.location)
        }
        return schema
    }
}
