import Datasets
import Diagnostics
import Markdown
import Markup
import Templates

/// What a page's template is given: everything about the page, and the lists of the site.
struct PageRecord {
    let plan: PagePlan
    let settings: SiteSettings
    let lists: SiteLists
    /// Of all pages: `sections`, `collections`, `data`, `assets`.
    let shared: TemplateRecord
    let content: Markup
    let bibliography: Bibliography
    let figures: TemplateRecord
    let queries: TemplateRecord
    let head: Markup
    let tableOfContents: TemplateValue
    /// Of the whole text, for the time it takes to read.
    let wordCount: Int
    let verified: TemplateValue
    let corrections: TemplateValue
    /// Whether the template names the pages that share terms, which take looking for.
    let showsRelated: Bool

    /// How many words a reader takes in within a minute, for `reading_minutes`.
    static let wordsPerMinute = 230

    var record: TemplateRecord {
        shared.merging([
            "site": .record(site), "page": .record(page), "row": .record(plan.row?.record ?? [:]),
            "words": words,
            "figures": .record(figures), "queries": .record(queries), "head": .markup(head),
        ])
    }

    /// What sitegen itself says on pages, in the site's language.
    private var words: TemplateValue {
        .record(TemplateRecord(settings.format.words.sorted { $0.key < $1.key }.map { ($0, .text($1)) }))
    }

    /// The columns of the page's row that have a value, for templates that know no column by name.
    private var fields: TemplateValue {
        guard let row = plan.row else { return [] }
        return .list(
            zip(row.columns, row.values).compactMap { column, value in
                value.text.map {
                    ["name": .text(column), "title": .text(humanised(column)), "value": .text($0)]
                }
            })
    }

    private var site: TemplateRecord {
        [
            "title": .text(settings.title), "description": .optional(settings.description),
            "language": .text(settings.language),
            "base_url": .optional(settings.baseURL.map { $0.origin + $0.path }),
            "author": .optional(settings.author),
            "navigation": Menu(items: navigation, page: plan).record,
            "params": settings.params.map(templateValue) ?? .record([:]),
        ]
    }

    /// The site's own menu, or its sections and its search where it has none.
    private var navigation: [NavigationItem] {
        guard settings.navigation.isEmpty else { return settings.navigation }
        let sections = lists.topSections.map { NavigationItem(of: $0) }
        guard settings.publication.hasSearch else { return sections }
        return sections + [NavigationItem.search(titled: settings.format.word("search"))]
    }

    private var page: TemplateRecord {
        let matter = plan.frontMatter
        let neighbours = lists.neighbours(of: plan)
        return [
            "title": .text(plan.title), "description": .optional(matter.description),
            "summary": .optional(matter.summary ?? matter.description), "url": .text(plan.address.text),
            "permalink": .optional(settings.baseURL?.absolute(plan.address)), "kind": .text(plan.kind.name),
            "template": .text(plan.template), "date": matter.date.map(settings.format.record) ?? .absent,
            "updated": matter.updated.map(settings.format.record) ?? .absent,
            "tags": lists.tags(of: plan), "taxonomies": .record(lists.taxonomies(of: plan)),
            "authors": .list(matter.authors.map(TemplateValue.text)), "section": lists.section(of: plan),
            "breadcrumbs": lists.breadcrumbs(of: plan, home: settings.title), "previous": neighbours.previous,
            "next": neighbours.next, "content": .markup(content), "toc": tableOfContents,
            "reading_minutes": wordCount == 0 ? .absent : .text(String(max(1, readingMinutes))),
            "noindex": .flag(matter.isHiddenFromSearchEngines), "references": .list(references),
            "image": .optional(matter.image), "params": matter.params.map(templateValue) ?? .record([:]),
            "source_path": .optional(plan.article?.source.path), "pages": lists.pages(listedOn: plan),
            "pagination": plan.pagination.flatMap { $0.pageCount > 1 ? $0.record : nil } ?? .absent,
            "terms": lists.terms(listedOn: plan), "sections": lists.sections(below: plan),
            "related": showsRelated ? lists.related(to: plan) : [], "verified": verified,
            "fields": fields, "weight": .optional(matter.weight.map(String.init)),
            "language": .text(matter.language ?? settings.language),
            "sources": .list(matter.sources.map(TemplateValue.text)),
            "corrections": corrections,
        ]
    }

    private var readingMinutes: Int {
        (wordCount + Self.wordsPerMinute / 2) / Self.wordsPerMinute
    }

    private var references: [TemplateValue] {
        bibliography.entries.map { entry in
            let reference = entry.reference
            return [
                "number": .text(String(entry.number)), "key": .text(reference.key), "id": .text(entry.anchor),
                "publisher": .optional(reference.publisher), "title": .text(reference.title),
                "date": .optional(reference.date.map(settings.format.dateInWords)),
                "url": .optional(reference.url),
                "archived": .optional(reference.archived),
            ]
        }
    }
}

/// A value of the author's own as templates see it.
func templateValue(_ value: StructuredValue) -> TemplateValue {
    switch value.kind {
    case .null: .absent
    case .flag(let flag): .flag(flag)
    case .integer, .real: .text(value.raw)
    case .text(let text): .text(text)
    case .list(let items): .list(items.map(templateValue))
    case .mapping(let mapping):
        .record(TemplateRecord(mapping.entries.map { ($0.key, templateValue($0.value)) }))
    }
}
