import Datasets
import Diagnostics

/// Holds the newest row of each table against the age that its data may have on the day of the build.
struct Freshness {
    let tables: [Table]
    let package: DataPackage
    let settings: ProvenanceSettings
    let today: PublicationDate

    var diagnostics: [Diagnostic] {
        guard settings.freshness != .ignore else { return [] }
        return tables.compactMap { table in
            let resource = package.resources.first { $0.name == table.name }
            guard let limit = resource?.maximumAgeInDays ?? settings.maximumAgeInDays else { return nil }
            guard let column = dateColumn(of: table) else {
                return resource?.maximumAgeInDays == nil ? nil : withoutDates(table, resource)
            }
            return stale(table, column, limit)
        }
    }

    /// The column of dates in the table's key, else the first one.
    private func dateColumn(of table: Table) -> Int? {
        let inKey = table.schema.primaryKey.compactMap(table.columnIndex)
        return (inKey + Array(table.fields.indices)).first { table.fields[$0].type.isTemporal }
    }

    private func stale(_ table: Table, _ column: Int, _ limit: Int) -> Diagnostic? {
        let newest = (0..<table.rowCount).compactMap { row in
            table.text(row: row, column: column).map { (text: $0, row: row) }
        }.max { $0.text < $1.text }
        guard let newest, let end = PublicationDate(endOf: newest.text) else { return nil }
        let age = today.dayNumber - end.dayNumber
        guard age > limit else { return nil }
        return Diagnostic(
            "stale-data", at: table.location(row: newest.row, column: column),
            "the newest row of '\(table.name)' is of \(newest.text), \(age) days before \(today.iso)",
            severity: settings.freshness == .refuse ? .error : .warning,
            notes: ["its data may be \(limit) days old"],
            help: "add the new rows, or allow a greater 'max_age'",
            failing: .check)
    }

    private func withoutDates(_ table: Table, _ resource: Resource?) -> Diagnostic {
        Diagnostic(
            "no-dates", at: resource?.location,
            "'\(table.name)' has a 'max_age' and no column of dates to measure it by",
            help: "give a column the type date, yearmonth or year")
    }
}

extension PublicationDate {
    /// The last day of a day, month or year as data write it; nil for another text.
    fileprivate init?(endOf text: String) {
        if let day = PublicationDate(text) {
            self = day
            return
        }
        let month = text.utf8.count == 7 ? text : text.utf8.count == 4 ? text + "-12" : ""
        let last = ["-31", "-30", "-29", "-28"].lazy.compactMap { PublicationDate(month + $0) }.first
        guard let last else { return nil }
        self = last
    }

    /// Days since 1 March of the year 0, by Howard Hinnant's `days_from_civil`.
    fileprivate var dayNumber: Int {
        let year = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear
    }
}
