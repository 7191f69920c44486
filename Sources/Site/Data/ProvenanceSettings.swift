import Datasets

/// What the site asks of its data's sources and of their age.
struct ProvenanceSettings: Sendable {
    enum Weight: String, Sendable, CaseIterable {
        case ignore, warn, refuse
    }

    /// `check.sources`: a chart or table drawn from data whose source or licence nobody says.
    var sources = Weight.ignore
    /// `check.freshness`: data older than `max_age` allows.
    var freshness = Weight.warn
    /// `data.max_age`, for tables that say none of their own and have a column of dates.
    var maximumAgeInDays: Int?
}
