import Datasets
import Diagnostics

extension SiteSettings {
    /// Reads `Content/site.yaml`; a site without one has the defaults.
    init(_ sources: SiteSources, overridingBaseURL: String? = nil, reporting diagnostics: inout [Diagnostic])
    {
        self.init()
        source = sources.settings
        if let package = sources.dataPackage { readColors(of: package, reporting: &diagnostics) }
        if let source, let value = StructuredValue.yaml(source, reporting: &diagnostics) {
            let settings = sources.overrides.applied(to: value, reporting: &diagnostics)
            var keys = KeyedReader(settings, of: source, named: "site.yaml")
            read(&keys)
            keys.finish(reporting: &diagnostics)
        }
        if let overridingBaseURL { override(overridingBaseURL, reporting: &diagnostics) }
    }

    private mutating func read(_ keys: inout KeyedReader) {
        title = keys.text("title", required: true) ?? title
        description = keys.text("description")
        readBaseURL(&keys)
        language = keys.text("language") ?? language
        format = LanguageFormat.read(&keys, language: language)
        author = keys.text("author")
        navigation = NavigationItem.read(&keys)
        readPermalinks(&keys)
        taxonomies = TaxonomySettings.read(&keys)
        pageSize = keys.integer("paginate", in: 1...10_000)
        collections = keys.entries("collections") { Self.collection($0, &$1) }?.compactMap { $0 } ?? []
        indexes =
            keys.entries("indexes") { IndexDefinition(named: $0, reading: &$1) }?.compactMap { $0 } ?? []
        measures =
            keys.entries("measures") { MeasureDefinition(named: $0, reading: &$1) }?.compactMap { $0 } ?? []
        events = keys.entries("events") { Self.events($0, &$1) }?.compactMap { $0 } ?? []
        citations = keys.mapping("citations") { Self.citations(&$0) } ?? nil
        corrections = keys.mapping("corrections") { Self.corrections(&$0) } ?? nil
        keys.mapping("markdown") { markdown in
            allowsRawHTML = markdown.flag("raw_html") ?? false
            smartPunctuation = markdown.flag("smart") ?? true
        }
        keys.mapping("links") { linkSchemes = $0.texts("schemes") ?? linkSchemes }
        keys.mapping("data") { data in
            provenance.maximumAgeInDays = data.maximumAge()
            allowsLoaders = data.flag("allow_loaders") ?? false
            dataPage = data.text("page").map { LocatedText($0, at: data.valueLocation(of: "page")) }
        }
        keys.mapping("check") { check in
            provenance.sources = check.choice("sources") ?? provenance.sources
            provenance.freshness = check.choice("freshness") ?? provenance.freshness
            numbers = check.choice("numbers", of: NumberCheck.self) ?? numbers
            accepted = check.mappings("accept") { Self.acceptedWarning(&$0) }?.compactMap { $0 } ?? []
        }
        keys.mapping("colors") { colors.read(&$0) }
        publication.read(&keys)
        rules.read(&keys)
        params = keys.value("params")
    }

    /// Colours may also stand in the data package, beside the entities that have them; those of site.yaml win.
    private mutating func readColors(of package: SourceText, reporting diagnostics: inout [Diagnostic]) {
        // Most packages name none, and to take one apart takes longer than to read all other settings.
        guard package.bytes.contains(Array("colors".utf8)) else { return }
        // What is wrong with the package itself is reported with the data.
        var reported: [Diagnostic] = []
        guard let value = DataPackage.value(of: package, reporting: &reported) else { return }
        var keys = KeyedReader(value, of: package, named: "the data package")
        keys.mapping("colors") { colors.read(&$0) }
        keys.finish(unknown: .accepted, reporting: &diagnostics)
    }

    private mutating func readBaseURL(_ keys: inout KeyedReader) {
        guard let text = keys.text("base_url", "baseURL") else { return }
        baseURL = BaseURL(text)
        if baseURL == nil {
            keys.report(
                "base-url", at: keys.valueLocation(of: "base_url"), "'\(text)' is no address of a site",
                help: "write it with its scheme: https://example.org/ or https://example.org/folder/")
        }
    }

    private mutating func override(_ text: String, reporting diagnostics: inout [Diagnostic]) {
        baseURL = BaseURL(text)
        if baseURL == nil {
            diagnostics.append(
                Diagnostic(
                    "base-url", "'\(text)' is no address of a site",
                    notes: ["it was given by --base-url or SITEGEN_BASE_URL"],
                    help: "write it with its scheme: https://example.org/"))
        }
    }

    private mutating func readPermalinks(_ keys: inout KeyedReader) {
        guard let value = keys.value("permalinks") else { return }
        guard let mapping = value.mapping else {
            keys.report(
                "wrong-type", at: value.location, "'permalinks' must be a mapping of sections to patterns")
            return
        }
        for entry in mapping.entries {
            guard let text = entry.value.text else {
                keys.report("wrong-type", at: entry.value.location, "a permalink pattern is a text")
                continue
            }
            permalinks[entry.key] = Self.permalink(text, at: entry.value.location, &keys)
        }
    }

    /// A pattern of articles' addresses, which names only what an article has.
    private static func permalink(
        _ text: String, at location: SourceLocation, _ keys: inout KeyedReader
    ) -> LocatedPattern? {
        guard let pattern = pattern(text, at: location, isAddress: true, &keys) else { return nil }
        let unknown = pattern.pattern.names.filter { !ArticleAddress.names.contains($0) }
        for name in unknown {
            keys.report(
                "pattern", at: location, "'{\(name)}' is nothing that an article's address can be made of",
                notes: ["known are \(ArticleAddress.names.map { "{\($0)}" }.joined(separator: ", "))"],
                help: suggestion(for: name, among: ArticleAddress.names))
        }
        if text.contains("/:") {
            keys.report(
                "pattern", at: location, "names in a pattern stand in braces",
                help: "write {slug} in place of :slug")
            return nil
        }
        return unknown.isEmpty ? pattern : nil
    }

    private static func collection(_ name: String, _ keys: inout KeyedReader) -> CollectionSettings? {
        let periodsOf = keys.text("periods_of")
        let from = keys.text("from", required: periodsOf == nil)
        if let periodsOf, from != nil {
            keys.report(
                "collection", at: keys.location(of: "from"),
                "a collection has either 'from' or 'periods_of', not both",
                help: "take out 'periods_of: \(periodsOf)' or this line")
        }
        let key = keys.text("key") ?? (periodsOf == nil ? "id" : "period")
        let permalink = keys.text("permalink") ?? "/\(name)/{\(key)}/"
        let title = keys.text("title") ?? (periodsOf == nil ? "{title}" : "{label}")
        let template = keys.text("template")
        let heading = keys.text("heading") ?? humanised(name)
        let pageSize = keys.integer("paginate", in: 1...10_000)
        let date = keys.text("date")
        let description = keys.text("description").flatMap {
            pattern($0, at: keys.valueLocation(of: "description"), isAddress: false, &keys)
        }
        guard let table = periodsOf.map({ $0 + "_editions" }) ?? from,
            let address = pattern(permalink, at: keys.valueLocation(of: "permalink"), isAddress: true, &keys),
            let title = pattern(title, at: keys.valueLocation(of: "title"), isAddress: false, &keys)
        else { return nil }
        return CollectionSettings(
            name: name, table: table, key: key, permalink: address, title: title, date: date,
            description: description, template: template,
            templateLocation: keys.valueLocation(of: "template"), heading: heading, pageSize: pageSize,
            location: keys.location)
    }

    private static func events(_ name: String, _ keys: inout KeyedReader) -> EventSettings? {
        let table = keys.text("table", required: true)
        let id = keys.text("id") ?? "id"
        let date = keys.text("date") ?? "date"
        let title = keys.text("title") ?? "title"
        let effective = keys.text("effective")
        let entities = keys.text("entities")
        let kind = keys.text("kind")
        let short = keys.text("short")
        let link = keys.text("link").flatMap {
            pattern($0, at: keys.valueLocation(of: "link"), isAddress: true, &keys)
        }
        guard let table else { return nil }
        return EventSettings(
            name: name, table: table, id: id, date: date, effective: effective, entities: entities,
            kind: kind,
            title: title, short: short, link: link?.pattern, location: keys.location)
    }

    private static func citations(_ keys: inout KeyedReader) -> CitationSettings? {
        let table = keys.text("table", required: true)
        let key = keys.text("key") ?? "key"
        let title = keys.text("title") ?? "title"
        let publisher = keys.text("publisher")
        let date = keys.text("date")
        let url = keys.text("url")
        let archived = keys.text("archived")
        guard let table else { return nil }
        return CitationSettings(
            table: table, key: key, publisher: publisher, title: title, date: date, url: url,
            archived: archived,
            location: keys.location)
    }

    private static func corrections(_ keys: inout KeyedReader) -> CorrectionSettings? {
        let table = keys.text("table", required: true)
        let page = keys.text("page")
        return table.map { CorrectionSettings(table: $0, page: page, location: keys.location) }
    }

    private static func acceptedWarning(_ keys: inout KeyedReader) -> AcceptedWarning? {
        let code = keys.text("warning", "code", required: true)
        let place = keys.text("at", "place")
        let reason = keys.text("reason", required: true)
        guard let code, let reason else { return nil }
        return AcceptedWarning(code: code, place: place, reason: reason, location: keys.location)
    }

    /// A pattern of an address must begin with `/`; a brace that is not closed is an error.
    private static func pattern(
        _ text: String, at location: SourceLocation, isAddress: Bool, _ keys: inout KeyedReader
    ) -> LocatedPattern? {
        guard let pattern = TextPattern(text), !isAddress || text.hasPrefix("/") else {
            keys.report(
                "pattern", at: location,
                "'\(text)' is no pattern \(isAddress ? "of an address" : "of a text")",
                help: isAddress ? "write it like /peaks/{id}/" : "write names in braces, like {name}")
            return nil
        }
        return LocatedPattern(pattern: pattern, location: location)
    }
}
