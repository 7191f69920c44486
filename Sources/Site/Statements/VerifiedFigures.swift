import Datasets
import Templates

/// The list at the end of a page: the numbers of its text that the data bear out, each with its expression,
/// and the rows and sources it comes from.
struct VerifiedFigures {
    let statements: [Statement]
    /// The numbers of the text that no fact or claim covers.
    let unverifiedCount: Int
    let provenance: Provenance
    let places: RowPlaces
    let format: LanguageFormat

    /// How many rows of a table and how many publishers are shown; the rest is folded up, unless it is
    /// hardly more.
    private static let shownCount = 8
    /// How many rows are folded up; of more the table has them all.
    private static let foldedCount = 60

    /// What templates know as `page.verified`; absent where the text has no such number.
    var record: TemplateValue {
        guard !statements.isEmpty else { return .absent }
        let total = statements.count + unverifiedCount
        return [
            "count": .text(String(statements.count)), "total": .text(String(total)),
            "note": .text(format.word("verified_note", count: statements.count, of: total)),
            "complete": .flag(unverifiedCount == 0), "items": .list(statements.map(item)),
        ]
    }

    private func item(_ statement: Statement) -> TemplateValue {
        let rows = provenance.rows(statement.rows)
        let item: TemplateRecord = [
            "id": .text(statement.anchor), "text_id": .text(statement.textAnchor),
            "text": .text(statement.text), "expression": .text(statement.expression),
            "value": .optional(statement.value.text),
            "tables": .list(grouped(rows, by: \.table).map(table)),
        ]
        return .record(item.merging(sources(statement)))
    }

    /// What is shown of a list, and what is folded up.
    private func folded<Member>(_ members: [Member]) -> (shown: ArraySlice<Member>, rest: ArraySlice<Member>)
    {
        let isLong = members.count > Self.shownCount + 2
        let shown = isLong ? members.prefix(Self.shownCount) : members[...]
        return (shown, members[shown.endIndex...])
    }

    // MARK: Rows

    private func table(_ name: String, _ rows: [Provenance.Row]) -> TemplateValue {
        let (shown, rest) = folded(rows)
        return [
            "name": .text(name), "url": .text(places.address(ofTable: name)),
            "count": .text(format.number(String(rows.count))),
            "rows": .list(shown.map { record($0, isFirst: $0 == shown.first) }),
            "rest": rest.isEmpty ? .absent : self.rest(of: name, rest),
        ]
    }

    private func rest(of table: String, _ rows: ArraySlice<Provenance.Row>) -> TemplateValue {
        let beyond = rows.count - Self.foldedCount
        return [
            "title": .text(format.word("more_rows", count: rows.count)),
            "rows": .list(rows.prefix(Self.foldedCount).map { record($0, isFirst: $0 == rows.first) }),
            "beyond": beyond > 0
                ? [
                    "title": .text(format.word("and_more", count: beyond)),
                    "url": .text(places.address(ofTable: table)),
                ] : .absent,
        ]
    }

    private func record(_ row: Provenance.Row, isFirst: Bool) -> TemplateValue {
        let key = provenance.key(of: row)
        return [
            "table": .text(row.table), "number": .text(String(row.number)),
            "title": .text(key.isEmpty ? "\(format.word("row")) \(row.number)" : key),
            "url": .text(places.address(of: row)), "is_first": .flag(isFirst),
        ]
    }

    // MARK: Sources

    private func sources(_ statement: Statement) -> TemplateRecord {
        let publishers = grouped(
            provenance.sources(of: statement.rows), by: { $0.publisher ?? $0.title })
        let (shown, rest) = folded(publishers)
        func list(_ publishers: ArraySlice<(String, [Reference])>) -> TemplateValue {
            .list(
                publishers.indices.map { place in
                    publisher(publishers[place], isFirst: place == publishers.startIndex)
                })
        }
        return [
            "sources": list(shown),
            "more_sources": rest.isEmpty
                ? .absent
                : [
                    "title": .text(format.word("more_sources", count: rest.map(\.1.count).reduce(0, +))),
                    "sources": list(rest),
                ],
        ]
    }

    /// A publisher with one link, or with a link for each of its sources: by their dates where these tell
    /// them apart.
    private func publisher(_ group: (name: String, sources: [Reference]), isFirst: Bool) -> TemplateValue {
        let works = group.sources.count < 2 ? [] : group.sources
        let dates = Set(works.compactMap(\.date))
        return [
            "is_first": .flag(isFirst), "has_works": .flag(!works.isEmpty),
            "title": .text(group.name), "url": .optional(works.isEmpty ? group.sources[0].url : nil),
            "works": .list(
                works.enumerated().map { place, source in
                    [
                        "title": .text(
                            dates.count < works.count
                                ? source.title : format.dateInWords(source.date ?? source.title)),
                        "full_title": .text(source.title), "url": .optional(source.url),
                        "is_first": .flag(place == 0),
                    ]
                }),
        ]
    }

    /// The members of each group in their order, the groups in that of their first members.
    private func grouped<Member>(
        _ members: [Member], by name: (Member) -> String
    ) -> [(String, [Member])] {
        var places: [String: Int] = [:]
        var groups: [(String, [Member])] = []
        for member in members {
            let name = name(member)
            if let place = places[name] {
                groups[place].1.append(member)
            } else {
                places[name] = groups.count
                groups.append((name, [member]))
            }
        }
        return groups
    }
}
