import Charts
import Datasets
import Markup

/// How the cells of one column of a table are written.
struct TableCell {
    let column: TableDefinition.Column
    /// Where the column stands in the rows.
    let place: Int
    let rows: ResultSet
    /// How addresses are written on the page that it is drawn for.
    let links: PageLinks
    let format: LanguageFormat
    /// The numbers between which cells are shaded; nil where they are not.
    let range: ClosedRange<Double>?

    func writeHeading(to writer: inout MarkupWriter) {
        writer.element("th", ["scope": "col", "class": .optional(alignment)]) { writer in
            writer.text(column.title ?? Self.title(of: column.name.text))
            if let unit = column.unit { writer.element("span", ["class": "unit"], text: " (\(unit))") }
        }
    }

    func write(_ row: ResultRow, isHeader: Bool, to writer: inout MarkupWriter) {
        let content: (inout MarkupWriter) -> Void = { writer in
            guard let text = row.text(place), !text.isEmpty else {
                writer.element("span", ["class": "none"], text: "–")
                return
            }
            if let href = link(row) {
                writer.element("a", ["href": "\(href)"]) { write(text, of: row, to: &$0) }
            } else {
                write(text, of: row, to: &writer)
            }
        }
        if isHeader {
            writer.element("th", ["scope": "row", "class": .optional(style(row))], content: content)
        } else {
            writer.element("td", ["class": .optional(style(row))], content: content)
        }
    }

    private func write(_ text: String, of row: ResultRow, to writer: inout MarkupWriter) {
        switch column.format {
        case .date: writer.text(format.dateInWords(text))
        case .sparkline: writeSparkline(text, to: &writer)
        case .change: writeChange(row.values[place].number, to: &writer)
        case .rank:
            writer.text(text)
            if isDerived(row) {
                writer.element(
                    "abbr", ["class": "sg-derived", "title": "\(format.word("derived"))"],
                    text: "*")
            }
        case .plain, .number:
            if let decimals = column.decimals, let number = row.values[place].number {
                writer.text(format.number(fixedPoint(number, decimals: decimals)))
            } else {
                writer.text(text)
            }
        }
    }

    /// An arrow for the eye, a word for the ear.
    private func writeChange(_ change: Double?, to writer: inout MarkupWriter) {
        guard let change, change.isFinite, abs(change) < 1e6 else { return }
        let places = Int(change)
        if places == 0 {
            writer.text("=")
            return
        }
        writer.element("span", ["class": places > 0 ? "up" : "down"]) { writer in
            writer.element("span", ["aria-hidden": "true"], text: places > 0 ? "▲" : "▼")
            writer.element("span", ["class": "hidden"], text: format.word(places > 0 ? "up" : "down") + " ")
            writer.text(String(abs(places)))
        }
    }

    /// A line for the eye, its two ends for the ear.
    private func writeSparkline(_ text: String, to writer: inout MarkupWriter) {
        let values = text.split(separator: ",", omittingEmptySubsequences: false).map {
            Double(trimmed(String($0)))
        }
        let known = values.compactMap(\.self)
        guard let first = known.first, let last = known.last else { return }
        writer.append(Markup(trusting: Sparkline(values, isInverted: column.isInverted).svg))
        let ends = ["first": first, "last": last].mapValues {
            format.number(fixedPoint($0, decimals: column.decimals ?? 0))
        }
        let words = TextPattern(format.word("range"))?.filled { ends[$0] } ?? ""
        writer.element("span", ["class": "hidden"], text: words)
    }

    /// The alignment, and one of five shades where the column has them.
    private func style(_ row: ResultRow) -> String? {
        guard let range, let number = row.values[place].number, number.isFinite else { return alignment }
        let share = (number - range.lowerBound) / (range.upperBound - range.lowerBound)
        let step = min(5, max(1, Int((column.isInverted ? 1 - share : share) * 5) + 1))
        return (alignment.map { $0 + " " } ?? "") + "sg-shade-\(step)"
    }

    private func isDerived(_ row: ResultRow) -> Bool {
        for name in ["rank_kind", "kind"] {
            if let kind = rows.columnIndex(name) { return row.values[kind] == .text("derived") }
        }
        return false
    }

    private func link(_ row: ResultRow) -> String? {
        guard let pattern = column.link else { return nil }
        let names = pattern.names
        let values = names.map { name in rows.columnIndex(name).flatMap { row.values[$0].text } }
        guard !values.contains(where: { $0 == nil || $0 == "" }) else { return nil }
        let byName = Dictionary(zip(names, values)) { first, _ in first }
        return links.written(pattern.filled { byName[$0] ?? nil })
    }

    /// Numbers stand at the end of their column, so that their digits align.
    private var alignment: String? {
        switch column.align {
        case .start: nil
        case .end: "num"
        case .center: "center"
        case nil:
            [.rank, .change, .number].contains(column.format) || column.decimals != nil || holdsNumbers
                ? "num" : nil
        }
    }

    private var holdsNumbers: Bool {
        var found = false
        for row in rows.rows {
            switch row.values[place] {
            case .text: return false
            case .integer, .real: found = true
            case .null: break
            }
        }
        return found
    }

    /// `list_size` as `List size`.
    private static func title(of name: String) -> String {
        let words = name.split(separator: "_").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

/// The number rounded half away from zero to so many decimals.
func fixedPoint(_ number: Double, decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (number * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled.isFinite, abs(scaled) < 1e15 else { return String(number) }
    let digits = String(Int64(abs(scaled)))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = scaled < 0 ? "−" : ""
    guard decimals > 0 else { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
}
