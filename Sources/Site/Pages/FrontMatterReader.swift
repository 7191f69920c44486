import Datasets
import Diagnostics

extension FrontMatter {
    /// Reads what stands between a file's `---` or `+++` lines, each problem at its place in the file.
    init(
        of source: SourceText, block: FrontMatterBlock, taxonomies: [String],
        reporting diagnostics: inout [Diagnostic]
    ) {
        self.init()
        guard let value = block.value(in: source, reporting: &diagnostics) else { return }
        var keys = KeyedReader(value, of: source, named: "the front matter")
        read(&keys)
        readTerms(of: taxonomies, &keys)
        takeAsParams(keys.remaining)
        keys.finish(unknown: .belongUnder("params", besides: Self.othersKeys), reporting: &diagnostics)
    }

    private mutating func read(_ keys: inout KeyedReader) {
        title = keys.text("title")
        description = keys.text("description")
        summary = keys.text("summary")
        date = Self.day(keys.locatedTexts("date"), &keys)
        updated = Self.day(
            keys.locatedTexts("updated", "lastmod", "date-modified", "last_modified_at"), &keys)
        publishDate = Self.day(keys.locatedTexts("publish_date", "publishDate", "publishdate"), &keys)
        expiryDate = Self.day(keys.locatedTexts("expiry_date", "expiryDate", "expirydate"), &keys)
        isDraft = keys.flag("draft") ?? false
        if keys.flag("published") == false { isDraft = true }
        slug = keys.text("slug")
        permalink = keys.text("permalink", "url", "path")
        aliases = keys.texts("aliases", "redirect_from") ?? []
        template = keys.text("template", "layout")
        weight = keys.integer("weight", "sidebar_position", "nav_order")
        pageSize = keys.integer("paginate", in: 1...10_000)
        tags = keys.texts("tags") ?? []
        authors = Self.names(keys.value("authors", "author"), &keys)
        image = keys.texts("image", "images")?.first
        language = keys.text("language", "lang")
        showsTableOfContents = keys.flag("toc")
        isHiddenFromSearchEngines = keys.flag("noindex") ?? false
        sources = keys.texts("sources") ?? []
        corrections =
            keys.mappings("corrections", allowingOne: true) { Self.correction(&$0) }?.compactMap { $0 } ?? []
        params = keys.value("params", "extra")
        for key in keys.keys { locations[key] = keys.valueLocation(of: key) }
        checkAddresses(&keys)
        warnOfHiddenCharacters(&keys)
    }

    /// Keys of other generators which are near those of this one, and are no misspellings of them.
    private static let othersKeys: Set<String> = [
        "resources", "series", "data", "top", "dates", "locale", "slides",
    ]

    /// The names of people: texts, and the `name` of what is more than a name, as Quarto writes authors.
    private static func names(_ value: StructuredValue?, _ keys: inout KeyedReader) -> [String] {
        guard let value else { return [] }
        return (value.list ?? [value]).compactMap { person in
            let name = person.mapping?["name"] ?? person
            if let text = name.text { return text }
            keys.report(
                "wrong-type", at: name.location, "an author must be a name, not \(name.described)",
                help: "write 'author: Ada Lovelace', or a list of names")
            return nil
        }
    }

    /// Characters that turn the direction of reading, or show nothing, make a title or an address look like
    /// another one.
    private func warnOfHiddenCharacters(_ keys: inout KeyedReader) {
        for (key, text) in [("title", title), ("slug", slug), ("permalink", permalink)] {
            guard let hidden = text?.unicodeScalars.first(where: \.isHidden) else { continue }
            let code = String(hidden.value, radix: 16, uppercase: true)
            keys.report(
                "hidden-character", at: keys.valueLocation(of: key),
                "'\(key)' holds the invisible character U+\(code)", severity: .warning,
                help: "take it out")
        }
    }

    /// Keys that are nobody's count as the site's own, so that other people's Markdown builds.
    private mutating func takeAsParams(_ unknown: [StructuredMapping.Entry]) {
        let known = params?.mapping?.entries ?? []
        let added = unknown.filter { entry in !known.contains { $0.key == entry.key } }
        guard let location = added.first?.keyLocation, params == nil || params?.mapping != nil else { return }
        params = StructuredValue(.mapping(StructuredMapping(known + added)), at: params?.location ?? location)
    }

    /// The terms of the site's own taxonomies, each under its name, also below `taxonomies`.
    private mutating func readTerms(of taxonomies: [String], _ keys: inout KeyedReader) {
        let own = taxonomies.filter { $0 != "tags" && $0 != "authors" }
        for name in own { otherTerms[name] = keys.texts(name) }
        // A site without such a taxonomy sorts by tags what others sort by categories.
        if !own.contains("categories") { tags += keys.texts("categories", "category") ?? [] }
        keys.mapping("taxonomies") { inner in
            for name in taxonomies {
                guard let terms = inner.texts(name) else { continue }
                switch name {
                case "tags": tags += terms
                case "authors": authors += terms
                default: otherTerms[name, default: []] += terms
                }
            }
        }
    }

    private static func correction(_ keys: inout KeyedReader) -> Correction? {
        let date = day(keys.locatedTexts("date"), &keys)
        guard let text = keys.text("text", required: true) else { return nil }
        return Correction(date: date, text: text, location: keys.location)
    }

    /// A slug is one part of an address, a permalink a whole one. A wrong one is as if it were not there.
    private mutating func checkAddresses(_ keys: inout KeyedReader) {
        if let slug, let problem = Self.problem(ofSlug: slug) {
            keys.report(
                "slug", at: keys.valueLocation(of: "slug"), "this slug cannot be a part of an address",
                notes: [problem],
                help: slug.hasPrefix("/")
                    ? "'permalink' takes a whole address; a slug has letters, digits and hyphens"
                    : "use letters, digits and hyphens")
            self.slug = nil
        }
        if let permalink, SiteAddress(permalink) == nil {
            keys.report(
                "permalink",
                at: keys.valueLocation(of: keys.keys.first(where: Self.permalinkKeys.contains) ?? ""),
                "'\(permalink)' is no address of this site",
                help: "begin it with '/', and end it with '/' for a page in a folder of its own")
            self.permalink = nil
        }
    }

    private static let permalinkKeys = ["permalink", "url", "path"]

    private static func problem(ofSlug slug: String) -> String? {
        if slug.contains("/") { return "it holds a '/'" }
        do throws(SitePathProblem) {
            _ = try SiteAddress(checking: "/\(slug)/")
            return nil
        } catch {
            return error.message
        }
    }

    private static func day(
        _ texts: [(text: String, location: SourceLocation)]?, _ keys: inout KeyedReader
    ) -> PublicationDate? {
        guard let (text, location) = texts?.first else { return nil }
        guard let day = PublicationDate(text) else {
            if ["today", "now", "last-modified"].contains(text) {
                keys.report(
                    "date", at: location, "'\(text)' is left out: the day of a page stands in its file",
                    severity: .warning, notes: ["the same files make the same site on any day"],
                    help: "write it as year, month and day: 2014-04-28")
                return nil
            }
            keys.report(
                "date", at: location, "'\(text)' is no day of the calendar",
                notes: ["a date stands for that day in the site's time zone"],
                help: "write it as year, month and day: 2014-04-28")
            return nil
        }
        return day
    }
}

extension Unicode.Scalar {
    /// Marks of direction, characters of no width but for the joiners that scripts need, and tags.
    fileprivate var isHidden: Bool {
        switch value {
        case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
        case 0xE0000...0xE007F: true
        default: false
        }
    }
}
