import Datasets
import Diagnostics

/// What `Content/site.yaml` says of the site as a whole.
struct SiteSettings: Sendable {
    var title = "Untitled site"
    var description: String?
    var baseURL: BaseURL?
    var language = "en"
    var format = LanguageFormat.english
    var author: String?
    var navigation: [NavigationItem] = []
    /// By section: how the addresses of its pages are made.
    var permalinks: [String: LocatedPattern] = [:]
    var taxonomies = TaxonomySettings.standard
    /// How many pages a section or a term lists before the list goes on to another page; all where nil.
    var pageSize: Int?
    var collections: [CollectionSettings] = []
    var indexes: [IndexDefinition] = []
    var measures: [MeasureDefinition] = []
    var events: [EventSettings] = []
    var citations: CitationSettings?
    var corrections: CorrectionSettings?
    /// The address of the page that shows every table, each in a section under its name.
    var dataPage: LocatedText?
    var allowsRawHTML = false
    var smartPunctuation = true
    var linkSchemes = ["http", "https", "mailto", "tel"]
    var colors = SiteColors()
    var accepted: [AcceptedWarning] = []
    /// Whether programs beside the data are run to make tables.
    var allowsLoaders = false
    var provenance = ProvenanceSettings()
    var publication = PublicationSettings()
    var numbers = NumberCheck.count
    var rules = SiteRules()
    var params: StructuredValue?
    var source: SourceText?

    init() {}

    struct LocatedPattern: Sendable, Hashable {
        let pattern: TextPattern
        let location: SourceLocation
    }

    /// What becomes of numbers in prose that no fact or claim covers; they are counted always.
    enum NumberCheck: String, Sendable, CaseIterable {
        case count, warn, refuse
    }

    /// A warning that the authors have taken note of: it is no longer shown, and does not fail `--strict`.
    struct AcceptedWarning: Sendable, Hashable {
        let code: String
        /// The file it stands in, with or without a line; any place where nil.
        let place: String?
        let reason: String
        let location: SourceLocation
    }
}

/// Pages made from the rows of a table, or from the periods of an index.
struct CollectionSettings: Sendable, Hashable {
    let name: String
    /// The table or view whose rows become pages.
    let table: String
    /// The column that tells rows apart; pages and Markdown files are named after it.
    let key: String
    let permalink: SiteSettings.LocatedPattern
    let title: SiteSettings.LocatedPattern
    /// The column that says on which day what a row tells of happened; feeds need it.
    let date: String?
    /// What a row's page says of itself where no Markdown file does.
    let description: SiteSettings.LocatedPattern?
    /// Nil for the one named after the collection, or else the standard one.
    let template: String?
    /// Where its name stands, or where the collection does.
    let templateLocation: SourceLocation
    /// Of the page that lists the rows, where no `_index.md` gives it one.
    let heading: String
    /// How many rows that page lists before the list goes on to another page.
    let pageSize: Int?
    let location: SourceLocation

    /// The page that lists the rows stands in the folder of the rows' pages.
    var listAddress: String { permalink.pattern.folderBeforeNames }
}

/// Things that happened, for timelines and for marks in charts.
struct EventSettings: Sendable, Hashable {
    let name: String
    let table: String
    let id: String
    let date: String
    let effective: String?
    let entities: String?
    let kind: String?
    let title: String
    let short: String?
    let link: TextPattern?
    let location: SourceLocation
}

/// The table that `[@key]` cites, and its columns.
struct CitationSettings: Sendable, Hashable {
    let table: String
    let key: String
    let publisher: String?
    let title: String
    let date: String?
    let url: String?
    let archived: String?
    let location: SourceLocation
}
