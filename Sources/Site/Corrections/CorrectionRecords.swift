import Datasets
import Templates

/// The corrections as templates see them.
struct CorrectionRecords: Sendable {
    let corrections: [Correction]
    /// The page that lists them all.
    let page: String?
    private let format: LanguageFormat
    /// For each correction the row that it speaks of, where that is still there.
    private let rows: [RowKey: [Int]]

    private struct RowKey: Sendable, Hashable {
        let table: String
        let row: Int
    }

    init(_ corrections: [Correction], tables: [Table], page: String?, format: LanguageFormat) {
        self.format = format
        self.corrections = corrections
        self.page = page
        var rows: [RowKey: [Int]] = [:]
        for (place, correction) in corrections.enumerated() {
            guard let table = tables.first(where: { $0.name == correction.cell.resource }),
                let row = table.row(withKey: correction.cell.key)
            else { continue }
            rows[RowKey(table: table.name, row: row), default: []].append(place)
        }
        self.rows = rows
    }

    var isEmpty: Bool { corrections.isEmpty }

    /// All of them, the latest first.
    var all: TemplateValue {
        .list(latestFirst(Array(corrections.indices)).map { record(corrections[$0]) })
    }

    /// Those of a page's text, and those of the rows that it is made from, the latest first.
    func record(ofPageFrom origins: [RowOrigin], texts: [FrontMatter.Correction]) -> TemplateValue {
        var places: Set<Int> = []
        if !rows.isEmpty {
            for origin in origins {
                places.formUnion(rows[RowKey(table: origin.table, row: origin.row)] ?? [])
            }
        }
        return .list(texts.map(record) + latestFirst(places.sorted()).map { record(corrections[$0]) })
    }

    private func latestFirst(_ places: [Int]) -> [Int] {
        places.sorted { (corrections[$0].date, $0) > (corrections[$1].date, $1) }
    }

    private func record(_ correction: Correction) -> TemplateValue {
        [
            "id": .text(correction.anchor), "date": format.record(correction.date),
            "title": .text(correction.title),
            "change": .text(correction.change), "reason": .text(correction.reason),
            "text": .text(correction.reason),
            "old": .optional(correction.old), "new": .optional(correction.new),
            "resource": .text(correction.cell.resource), "key": .text(correction.cell.key),
            "field": .optional(correction.cell.field),
            "url": .optional(page.map { "\($0)#\(correction.anchor)" }),
            "data_url": .text("/data/\(correction.cell.resource).csv"),
        ]
    }

    private func record(_ correction: FrontMatter.Correction) -> TemplateValue {
        [
            "id": .absent, "date": correction.date.map(format.record) ?? .absent, "title": .absent,
            "change": .absent,
            "reason": .text(correction.text), "text": .text(correction.text), "old": .absent, "new": .absent,
            "resource": .absent,
            "key": .absent, "field": .absent, "url": .absent, "data_url": .absent,
        ]
    }
}
