import Diagnostics

/// The terms of one taxonomy as the pages of a site use them.
///
/// Terms that differ by letter case or by the way accents are written are one, spelled as on the first page
/// by address.
struct Taxonomy: Sendable {
    struct Term: Sendable {
        let key: CollisionKey
        let title: String
        let address: SiteAddress
        /// The Markdown file that gives its page a text.
        let body: Article?
        /// Where the first page that has it says so.
        let location: SourceLocation?
    }

    let settings: TaxonomySettings
    /// Ordered by their text, letter case aside.
    let terms: [Term]
    private let places: [CollisionKey: Int]
    /// The same by the terms as pages write them.
    private let placesAsWritten: [String: Int]
    private let listAddress: SiteAddress?
    private let listBody: Article?

    init(
        _ settings: TaxonomySettings, of pages: [PagePlan], bodies: PageBodies,
        reporting diagnostics: inout [Diagnostic]
    ) {
        let written = Self.written(settings.name, on: pages)
        // Of several spellings that of the first page by address counts.
        var first: [CollisionKey: (text: String, page: Int)] = [:]
        for found in written.values {
            let key = CollisionKey(found.text)
            if let other = first[key], !Self.comesFirst(found, other, settings.name, pages) { continue }
            first[key] = found
        }
        let files = first.compactMapValues { pages[$0.page].article }
        let spellings = first.mapValues { text, number -> (text: String, location: SourceLocation?) in
            let page = pages[number]
            return (text, page.frontMatter.location(of: settings.name) ?? page.location)
        }
        let bodies = bodies.bodies(of: settings.name)
        var used: Set<String> = []
        var terms: [Term] = []
        let sorted = spellings.sorted { left, right in
            (left.value.text.lowercased(), left.value.text) < (
                right.value.text.lowercased(), right.value.text
            )
        }
        for (key, (text, location)) in sorted {
            guard let address = SiteAddress(settings.address(of: text)), !slug(text).isEmpty else {
                diagnostics.append(Self.noAddress(text, settings, location, in: files[key]?.source))
                continue
            }
            let body = bodies[slug(text)]
            used.insert(slug(text))
            terms.append(
                Term(
                    key: key, title: body?.givenTitle ?? text, address: address, body: body,
                    location: location))
        }
        self.settings = settings
        self.terms = terms
        let places = Dictionary(terms.indices.map { (terms[$0].key, $0) }) { first, _ in first }
        self.places = places
        placesAsWritten = written.compactMapValues { places[CollisionKey($0.text)] }
        listAddress = terms.isEmpty ? nil : SiteAddress(settings.listAddress)
        listBody = bodies["_index"]
        for (stem, file) in bodies.sorted(by: { $0.key < $1.key })
        where stem != "_index" && !used.contains(stem) {
            diagnostics.append(
                Diagnostic(
                    "unknown-term", at: file.start,
                    "no page has a term of '\(settings.name)' named '\(stem)'",
                    severity: .warning,
                    notes: ["files in this folder give the pages of '\(settings.name)' their text"],
                    help: suggestion(for: stem, among: used)))
        }
    }

    /// Each term as it is written, with the first page by address that writes it so. Many pages write few.
    private static func written(_ name: String, on pages: [PagePlan]) -> [String: (text: String, page: Int)] {
        var found: [String: (text: String, page: Int)] = [:]
        for (number, page) in pages.enumerated() {
            for text in page.frontMatter.terms(in: name) {
                if let other = found[text]?.page, !(page.address < pages[other].address) { continue }
                found[text] = (text, number)
            }
        }
        return found
    }

    /// Whether a spelling stands on an earlier page than another one, or earlier on the same.
    private static func comesFirst(
        _ one: (text: String, page: Int), _ other: (text: String, page: Int), _ name: String,
        _ pages: [PagePlan]
    ) -> Bool {
        guard one.page == other.page else { return pages[one.page].address < pages[other.page].address }
        let terms = pages[one.page].frontMatter.terms(in: name)
        return terms.firstIndex(of: one.text) ?? 0 < terms.firstIndex(of: other.text) ?? 0
    }

    /// The place of a term in `terms`.
    func place(of text: String) -> Int? { placesAsWritten[text] ?? place(of: CollisionKey(text)) }

    func place(of key: CollisionKey) -> Int? { places[key] }

    var title: String { listBody?.givenTitle ?? settings.title }

    /// The page of all terms, and one for each.
    func plans(by templates: TemplateChoice, reporting diagnostics: inout [Diagnostic]) -> [PagePlan] {
        guard let listAddress else { return [] }
        let name = settings.name
        let list = plan(
            .terms(taxonomy: name), at: listAddress, title: title, (listBody, settings.location),
            settings.termsTemplate,
            templates, reporting: &diagnostics)
        var plans = [list]
        for term in terms {
            plans.append(
                plan(
                    .term(taxonomy: name, term.key), at: term.address, title: term.title,
                    (term.body, term.location), settings.template, templates, reporting: &diagnostics))
        }
        return plans
    }

    private func plan(
        _ kind: PagePlan.Kind, at address: SiteAddress, title: String,
        _ file: (body: Article?, location: SourceLocation?), _ template: String?, _ templates: TemplateChoice,
        reporting diagnostics: inout [Diagnostic]
    ) -> PagePlan {
        let standard = templates.known(template) ?? templates.standard(for: kind)
        let body = file.body
        let asked = body.map {
            templates.template(
                asked: $0.frontMatter.template, by: $0, otherwise: standard, reporting: &diagnostics)
        }
        return PagePlan(
            kind: kind, address: address, title: title, template: asked ?? standard,
            location: body?.start ?? file.location, frontMatter: body?.frontMatter ?? FrontMatter(),
            article: body)
    }

    private static func noAddress(
        _ text: String, _ settings: TaxonomySettings, _ location: SourceLocation?, in file: SourceText?
    ) -> Diagnostic {
        Diagnostic(
            "address", at: location, excerpt: location.flatMap { file?.line($0.line) },
            "'\(text)' in '\(settings.name)' cannot be a part of an address",
            help: "give it a letter or a digit")
    }
}
