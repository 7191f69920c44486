import Datasets
import Diagnostics

/// A past value that the site has changed, and why: a row of the table that `corrections` in site.yaml names.
package struct Correction: Sendable, Hashable {
    package let date: PublicationDate
    package let cell: CorrectedCell
    /// As texts; nil where there was or is no value.
    package let old: String?
    package let new: String?
    package let reason: String
    /// In words, for a list: `Published rank, 2014-03, north`.
    package let title: String
    let location: SourceLocation

    /// The anchor of its entry in a list of corrections.
    package var anchor: String {
        let parts = ["correction", date.iso, cell.resource, cell.key, cell.field ?? ""]
        return slug(parts.filter { !$0.isEmpty }.joined(separator: "-"))
    }

    /// What was changed into what: `5 became 6`.
    package var change: String {
        switch (old, new) {
        case (let old?, let new?): "\(old) became \(new)"
        case (nil, let new?): "\(new) was added"
        case (let old?, nil): "\(old) was taken out"
        case (nil, nil): "taken out"
        }
    }
}

/// A cell of a table, a whole row where no field is named, or what all rows share where no key is.
package struct CorrectedCell: Sendable, Hashable {
    package let resource: String
    /// The values of the primary key, parted by semicolons.
    package let key: String
    package let field: String?
}

/// Where the corrections of data stand.
struct CorrectionSettings: Sendable, Hashable {
    let table: String
    /// The page that lists them, to which entries elsewhere lead.
    let page: String?
    let location: SourceLocation
}
