import Datasets
import Diagnostics

/// The events of one set of site.yaml as a calendar (iCalendar, RFC 5545), which other calendars can follow.
///
/// An event of which only the month or the year is known fills that month or year, and says so: it is never
/// put on a day.
struct EventCalendar {
    let settings: EventSettings
    let title: String
    let database: Database
    let siteMap: SiteMap
    /// Tells the events apart from those of other sites: the site's host, or its name.
    let authority: String

    static func address(_ settings: EventSettings) -> SiteAddress? {
        SiteAddress("/events/\(slug(settings.name)).ics")
    }

    var file: RenderedSite.File? {
        guard let address = Self.address(settings) else { return nil }
        var ignored: [Diagnostic] = []
        let query = SQLText(
            "SELECT * FROM \(quoted(settings.table)) ORDER BY \(quoted(settings.date)), \(quoted(settings.id))"
        )
        guard let rows = database.query(query, reporting: &ignored) else { return nil }
        var lines = ICalendarLines()
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.add("PRODID", "-//sitegen//events//EN")
        lines.add("CALSCALE", "GREGORIAN")
        lines.add("X-WR-CALNAME", text: title)
        for row in rows.rows { write(row, rows, to: &lines) }
        lines.add("END", "VCALENDAR")
        return RenderedSite.File(address: address, bytes: lines.bytes)
    }

    private func write(_ row: ResultRow, _ rows: ResultSet, to lines: inout ICalendarLines) {
        func text(_ column: String?) -> String? {
            column.flatMap(rows.columnIndex).flatMap { row.values[$0].text }
        }
        guard let id = text(settings.id), let written = text(settings.date), let days = DaySpan(written)
        else {
            return
        }
        var description: [String] = []
        if days.precision != .day { description.append("The day is not known: \(dateInWords(written)).") }
        if let kind = text(settings.kind) { description.append(kind) }
        if let effective = text(settings.effective) {
            description.append("In force: \(dateInWords(effective)).")
        }
        lines.add("BEGIN", "VEVENT")
        lines.add("UID", text: "\(slug(settings.name))-\(id)@\(authority)")
        lines.add("DTSTAMP", "\(days.first.basic)T000000Z")
        lines.add("DTSTART;VALUE=DATE", days.first.basic)
        lines.add("DTEND;VALUE=DATE", days.end.basic)
        lines.add(
            "SUMMARY", text: (text(settings.title) ?? id) + (days.precision == .day ? "" : " (day not known)")
        )
        if !description.isEmpty { lines.add("DESCRIPTION", text: description.joined(separator: "\n")) }
        if let link = link(text) { lines.add("URL", link) }
        lines.add("TRANSP", "TRANSPARENT")
        lines.add("END", "VEVENT")
    }

    private func link(_ text: (String?) -> String?) -> String? {
        let address = settings.link?.filled { text($0).map(slug) }
        return address.flatMap { SiteAddress($0) }.flatMap(siteMap.absolute)
    }
}

/// The days that a date of some precision stands for.
struct DaySpan: Sendable, Hashable {
    enum Precision: Sendable, Hashable {
        case day, month, year
    }

    let precision: Precision
    let first: PublicationDate
    /// The day after the last.
    let end: PublicationDate

    /// `2014-04-28`, `2014-04` or `2014`; nil for any other text.
    init?(_ text: String) {
        switch text.utf8.count {
        case 4:
            guard let first = PublicationDate(text + "-01-01"),
                let end = PublicationDate(year: first.year + 1, month: 1, day: 1)
            else { return nil }
            (precision, self.first, self.end) = (.year, first, end)
        case 7:
            guard let first = PublicationDate(text + "-01") else { return nil }
            let isDecember = first.month == 12
            let next = PublicationDate(
                year: first.year + (isDecember ? 1 : 0), month: isDecember ? 1 : first.month + 1, day: 1)
            guard let next else { return nil }
            (precision, self.first, end) = (.month, first, next)
        default:
            guard let first = PublicationDate(text), text.utf8.count == 10 else { return nil }
            let next =
                PublicationDate(year: first.year, month: first.month, day: first.day + 1)
                ?? PublicationDate(year: first.year, month: first.month + 1, day: 1)
                ?? PublicationDate(year: first.year + 1, month: 1, day: 1)
            guard let next else { return nil }
            (precision, self.first, end) = (.day, first, next)
        }
    }
}

extension PublicationDate {
    /// `20140428`
    fileprivate var basic: String { iso.filter { $0 != "-" } }
}
