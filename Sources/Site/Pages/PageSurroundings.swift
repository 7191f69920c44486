import Datasets
import Diagnostics
import Templates

/// What a template is given of a page and of the site around it before the page's text is rendered.
struct PageSurroundings {
    let settings: SiteSettings
    let page: TemplateRecord
    let site: TemplateRecord

    /// - Parameter showsRelated: whether the template names the pages that share terms, which take looking for
    init(of plan: PagePlan, _ settings: SiteSettings, _ lists: SiteLists, showsRelated: Bool) {
        self.settings = settings
        page = Self.page(plan, settings, lists, showsRelated: showsRelated)
        site = Self.site(plan, settings, lists)
    }

    private static func site(
        _ plan: PagePlan, _ settings: SiteSettings, _ lists: SiteLists
    ) -> TemplateRecord {
        return [
            "title": .text(settings.title), "description": .optional(settings.description),
            "language": .text(settings.language),
            "base_url": .optional(settings.baseURL.map { $0.origin + $0.path }),
            "author": .optional(settings.author),
            "navigation": Menu(items: navigation(settings, lists), page: plan).record,
            "params": settings.params.map(templateValue) ?? .record([:]),
        ]
    }

    /// The site's own menu, or its sections and its search where it has none.
    private static func navigation(_ settings: SiteSettings, _ lists: SiteLists) -> [NavigationItem] {
        guard settings.navigation.isEmpty else { return settings.navigation }
        let sections = lists.topSections.map { NavigationItem(of: $0) }
        guard settings.publication.hasSearch else { return sections }
        return sections + [NavigationItem.search(titled: settings.format.word("search"))]
    }

    private static func page(
        _ plan: PagePlan, _ settings: SiteSettings, _ lists: SiteLists, showsRelated: Bool
    ) -> TemplateRecord {
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
            "next": neighbours.next, "noindex": .flag(matter.isHiddenFromSearchEngines),
            "image": .optional(matter.image), "params": matter.params.map(templateValue) ?? .record([:]),
            "source_path": .optional(plan.article?.path), "pages": lists.pages(listedOn: plan),
            "pagination": plan.pagination.flatMap { $0.pageCount > 1 ? $0.record : nil } ?? .absent,
            "terms": lists.terms(listedOn: plan), "sections": lists.sections(below: plan),
            "backlinks": lists.backlinks(to: plan),
            "related": showsRelated ? lists.related(to: plan) : [], "fields": fields(of: plan),
            "weight": .optional(matter.weight.map(String.init)),
            "language": .text(matter.language ?? settings.language),
            "sources": .list(matter.sources.map(TemplateValue.text)),
        ]
    }

    /// The columns of the page's row that have a value, for templates that know no column by name.
    private static func fields(of plan: PagePlan) -> TemplateValue {
        guard let row = plan.row else { return [] }
        return .list(
            zip(row.columns, row.values).compactMap { column, value in
                value.text.map {
                    ["name": .text(column), "title": .text(humanised(column)), "value": .text($0)]
                }
            })
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
