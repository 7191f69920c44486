import Datasets
import Diagnostics

/// A way of sorting pages by words in their front matter: tags, topics, authors.
struct TaxonomySettings: Sendable, Hashable {
    /// The key in front matter under which pages give their terms.
    let name: String
    let title: String
    /// Of a term's page; it names `{slug}`.
    let permalink: TextPattern
    /// Of a term's page and of the page of all terms; the standard ones where nil.
    let template: String?
    let termsTemplate: String?
    /// Where site.yaml names templates, by their names.
    var templateLocations: [String: SourceLocation] = [:]
    /// How many pages a term's page lists before the list goes on to another.
    let pageSize: Int?
    let location: SourceLocation?

    /// The page of all terms stands in the folder of the terms' pages.
    var listAddress: String { permalink.folderBeforeNames }

    func address(of term: String) -> String {
        permalink.filled { $0 == "slug" ? slug(term) : nil }
    }
}

extension TaxonomySettings {
    /// Tags alone, for a site that says nothing of taxonomies.
    static var standard: [TaxonomySettings] { ["tags"].compactMap { TaxonomySettings(plain: $0, at: nil) } }

    /// Nil for a name that cannot be a part of an address.
    private init?(plain name: String, at location: SourceLocation?) {
        guard let pattern = TextPattern("/\(slug(name))/{slug}/"), !slug(name).isEmpty else { return nil }
        self.init(
            name: name, title: humanised(name), permalink: pattern, template: nil, termsTemplate: nil,
            pageSize: nil, location: location)
    }

    /// `taxonomies` of site.yaml: a list of names, or a mapping of names to what is said of each.
    static func read(_ keys: inout KeyedReader) -> [TaxonomySettings] {
        guard let value = keys.value("taxonomies") else { return standard }
        if let items = value.list {
            return items.compactMap { item in
                item.text.flatMap { TaxonomySettings(plain: $0, at: item.location) }
            }
        }
        return keys.entries("taxonomies") { TaxonomySettings(named: $0, reading: &$1) }?.compactMap { $0 }
            ?? []
    }

    private init?(named name: String, reading keys: inout KeyedReader) {
        guard let plain = TaxonomySettings(plain: name, at: keys.location) else { return nil }
        let title = keys.text("title") ?? plain.title
        let permalink = keys.text("permalink")
        let template = keys.text("template")
        let termsTemplate = keys.text("terms_template")
        let pageSize = keys.integer("paginate", in: 1...10_000)
        if let permalink, TextPattern(permalink)?.names != ["slug"] || !permalink.hasPrefix("/") {
            keys.report(
                "pattern", at: keys.valueLocation(of: "permalink"),
                "'\(permalink)' is no pattern of a term's address",
                notes: ["it begins with '/' and names {slug}, and nothing else"],
                help: "write it like /\(slug(name))/{slug}/")
            return nil
        }
        self.init(
            name: name, title: title, permalink: permalink.flatMap { TextPattern($0) } ?? plain.permalink,
            template: template, termsTemplate: termsTemplate, pageSize: pageSize, location: keys.location)
        for key in ["template", "terms_template"] {
            if let name = key == "template" ? template : termsTemplate {
                templateLocations[name] = keys.valueLocation(of: key)
            }
        }
    }
}
