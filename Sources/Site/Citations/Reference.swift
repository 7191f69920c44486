/// A source that pages cite: a row of the table that `citations` in site.yaml names.
struct Reference: Sendable, Hashable {
    let key: String
    let publisher: String?
    let title: String
    /// As published: a day, a month or a year.
    let date: String?
    let url: String?
    let archived: String?
}
