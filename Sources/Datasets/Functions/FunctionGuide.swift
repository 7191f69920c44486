/// What authors may call in SQL beyond what SQLite knows, in one place: messages, `sitegen data functions`
/// and the documentation say the same.
package enum FunctionGuide {
    package struct Entry: Sendable, Hashable {
        package let signature: String
        package let meaning: String

        init(_ signature: String, _ meaning: String) {
            self.signature = signature
            self.meaning = meaning
        }

        package var name: String { String(signature.prefix { $0 != "(" }) }
    }

    /// Of an index. With several indexes each name begins with its index's: `speed_rank`.
    package static let index = [
        Entry("rank(entity, period)", "its place"),
        Entry(
            "previous_rank(entity, period)", "its place in the period before; none over a change of the list"),
        Entry("change(entity, period)", "places won since the period before; lost ones are negative"),
        Entry("value(entity, period)", "its value"),
        Entry("streak(entity, period)", "for how many periods in a row it has held this place"),
        Entry("list_size(period)", "how long the list is"),
        Entry("leader(period)", "who is first; nobody where first place is shared or not known"),
        Entry("best_rank(entity, from, to)", "its best place from one period to another"),
        Entry("worst_rank(entity, from, to)", "its worst place"),
        Entry(
            "rank_change(entity, from, to)",
            "places won from the first period to the last; none over a change of the list"),
        Entry("periods_at(entity, rank, from, to)", "in how many periods it held that place"),
    ]

    /// For words and comparisons.
    package static let words = [
        Entry("ordinal(number)", "11th"),
        Entry("ordinal(number, 'words')", "eleventh"),
        Entry("words(number)", "six"),
        Entry("number(number)", "1,234.5"),
        Entry("number(number, decimals)", "1,234.50"),
        Entry("percent(share)", "25% of 0.25"),
        Entry("percent(share, decimals)", "12.3% of 0.1234"),
        Entry("plural(number, one)", "place or places"),
        Entry("plural(number, one, several)", "index or indices"),
        Entry("month(date)", "March 2014 of 2014-03"),
        Entry("signed(number)", "+6"),
        Entry("signed(number, decimals)", "\u{2212}0.50"),
        Entry("at_least(a, b)", "a >= b, which Markdown would take for HTML"),
        Entry("above(a, b)", "a > b"),
        Entry("below(a, b)", "a < b"),
        Entry("differs(a, b)", "a <> b"),
    ]

    /// For the rows behind a result.
    package static let rows = [
        Entry("rows(_row)", "in a query that groups or aggregates: the rows that this one was made from")
    ]
}

extension Database {
    /// How each function of the site is called and what it gives, measures last.
    package var functions: ResultSet {
        let prefixes = indexes.count > 1 ? indexes.map { $0.name + "_" } : indexes.isEmpty ? [] : [""]
        var entries: [(String, String)] = []
        for prefix in prefixes {
            entries += FunctionGuide.index.map { (prefix + $0.signature, $0.meaning) }
        }
        entries += (FunctionGuide.words + FunctionGuide.rows).map { ($0.signature, $0.meaning) }
        entries += measures.map { ($0.signature, $0.description) }
        return ResultSet(
            columns: ["call", "gives"],
            rows: entries.map { ResultRow(values: [.text($0.0), .text($0.1)]) })
    }
}

extension MeasureDefinition {
    /// `Speed gained, in Mbps`
    fileprivate var description: String {
        (title ?? expression.text) + (unit.map { ", in \($0)" } ?? "")
    }
}
