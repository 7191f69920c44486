import Datasets
import Diagnostics

extension FigureData {
    /// The sources that a figure names where its author names none: those of its rows, the most frequent
    /// first, else those of its tables.
    func sourceLines(of reading: Reading, rows: Set<RowID>?) -> [FigureFrame.SourceLine] {
        let named = provenance.publishers(of: rows ?? reading.rows)
        let lines = named.isEmpty ? tableSources(reading) : named
        guard lines.count > Self.mostSources else { return lines }
        let rest = FigureFrame.SourceLine(text: "and \(lines.count - Self.mostSources) more", url: nil)
        return lines.prefix(Self.mostSources) + [rest]
    }

    /// How many sources stand below a figure.
    private static let mostSources = 4

    private func tableSources(_ reading: Reading) -> [FigureFrame.SourceLine] {
        terms.sources(of: database.tables(behind: reading.tables)).compactMap { source in
            (source.title ?? source.path).map { FigureFrame.SourceLine(text: $0, url: source.path) }
        }
    }

    /// What is said of a figure from data of which nobody says where they come from, or on which terms.
    func missingTerms(of reading: Reading, _ figure: Figure, _ weight: ProvenanceSettings.Weight)
        -> [Diagnostic]
    {
        guard weight != .ignore else { return [] }
        let behind = database.tables(behind: reading.tables)
        return terms.tables.filter(behind.contains).flatMap { table in
            terms.missing(of: table).map { what in
                Diagnostic(
                    "no-\(what)", at: figure.location,
                    "'\(figure.name)' is drawn from '\(table)', of which nobody says the \(what)",
                    severity: weight == .refuse ? .error : .warning,
                    help:
                        "add '\(what == "source" ? "sources" : "licenses")' to the table in datapackage.yaml, "
                        + "or to the whole package")
            }
        }
    }
}

extension Provenance {
    /// The publishers of the sources that rows name, those of most rows first.
    func publishers(of rows: Set<RowID>) -> [FigureFrame.SourceLine] {
        var counts: [String: Int] = [:]
        var lines: [String: FigureFrame.SourceLine] = [:]
        for row in rows.sorted() {
            for source in sources(of: [row]) {
                let name = source.publisher ?? source.title
                counts[name, default: 0] += 1
                lines[name] = lines[name] ?? FigureFrame.SourceLine(text: name, url: source.url)
            }
        }
        return lines.values.sorted {
            (counts[$1.text] ?? 0, $0.text) < (counts[$0.text] ?? 0, $1.text)
        }
    }
}
