import Diagnostics
import Markup

/// A figure ready for a page: its markup, and the files that go with it.
struct Figure: Sendable {
    enum Kind: Sendable, Hashable {
        case chart, table
    }

    /// Unique on the site: `two-signatures`, or `isp_speed/comcast` for one that is drawn for a row.
    let name: String
    let kind: Kind
    let title: String
    let markup: Markup
    let files: [File]

    /// Something to download beside the figure.
    struct File: Sendable, Hashable {
        let address: SiteAddress
        let bytes: [UInt8]
    }
}
