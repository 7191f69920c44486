import Diagnostics

/// Everything that a site is made from, as read from its folder and before any of it is understood.
struct SiteSources: Sendable {
    /// `Content/site.yaml`; nil where the site has none.
    var settings: SourceText?
    /// What the environment says in place of it.
    var overrides = SettingOverrides()
    /// Markdown files below `Content/`.
    var articles: [SourceText] = []
    /// The paths of those that were not read, because they are as an earlier build has understood them.
    var unread: [String] = []
    /// The paths of those that are read one by one as they are understood, so that they are never in memory all at
    /// once.
    var waiting: [String] = []
    /// Markdown files whose names begin with `_`, by path: they are no pages, but pages include them.
    var parts: [String: SourceText] = [:]
    /// Template sources by name: `article`, `partials/references`.
    var templates: [String: SourceText] = [:]
    /// Style sheets, scripts and pictures of `Templates/assets/` and `Content/assets/`.
    var assets: [Asset] = []
    /// `datapackage.yaml` or `datapackage.json`; nil where the data are not described.
    var dataPackage: SourceText?
    /// Tables by their path below `Content/data/`.
    var dataFiles: [SourceText] = []
    /// SQLite files by their path in the site's folder; they are opened, not read.
    var databaseFiles: [String] = []
    /// `Content/data/NAME.sql`, each a view of that name.
    var views: [String: SourceText] = [:]
    /// `Content/charts/NAME.yaml`, figures that pages and templates name.
    var figures: [String: SourceText] = [:]
    /// `Content/queries/NAME.sql`, lists that templates name.
    var queries: [String: SourceText] = [:]

    /// `Content/claims.lock`: what the authors have accepted.
    var claimsLock: SourceText?

    init() {}

    /// A file that is published as it is.
    struct Asset: Sendable, Hashable {
        /// The file it was read from.
        let path: String
        /// Where it is published.
        let address: SiteAddress
        let bytes: [UInt8]
    }
}
