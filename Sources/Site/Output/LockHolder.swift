package import Diagnostics

/// Who holds the lock that a build needs.
package struct LockHolder: Sendable, Hashable {
    /// The file or folder that is locked, as messages name it.
    package var path: String
    /// Nil where the holder did not say.
    package var process: Int?
    /// When it took the lock: `2026-11-23 22:36:45 UTC`.
    package var since: String?

    package init(path: String, process: Int? = nil, since: String? = nil) {
        self.path = path
        self.process = process
        self.since = since
    }

    package var diagnostic: Diagnostic {
        let who = process.map { "process \($0)" } ?? "another process"
        let when = since.map { ", since \($0)" } ?? ""
        return Diagnostic(
            "build-running", at: SourceLocation(path: path), "another build is running: \(who)\(when)",
            help: "wait for its end, or let this command wait with --wait", failing: .surroundings)
    }

    /// Seconds since 1970 as a date and a time of day in UTC.
    static func utc(_ seconds: Int64) -> String {
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let rest = seconds - day * 86_400
        let (year, month, dayOfMonth) = civil(day)
        let time = [rest / 3_600, rest / 60 % 60, rest % 60].map(padded).joined(separator: ":")
        return "\(year)-\(padded(month))-\(padded(dayOfMonth)) \(time) UTC"
    }

    private static func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The Gregorian date so many days after 1 January 1970.
    ///
    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
    private static func civil(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
