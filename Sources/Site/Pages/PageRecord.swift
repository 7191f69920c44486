import Datasets
import Diagnostics
import Markdown
import Markup
import Templates

/// What a page's template is given: everything about the page, and the lists of the site.
struct PageRecord {
    let plan: PagePlan
    let surroundings: PageSurroundings
    /// Of all pages: `sections`, `collections`, `data`, `assets`, `words`.
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

    private var format: LanguageFormat { surroundings.settings.format }

    /// How many words a reader takes in within a minute, for `reading_minutes`.
    static let wordsPerMinute = 230

    var record: TemplateRecord {
        shared.merging([
            "site": .record(surroundings.site), "page": .record(surroundings.page.merging(body)),
            "row": .record(plan.row?.record ?? [:]),
            "figures": .record(figures), "queries": .record(queries), "head": .markup(head),
        ])
    }

    /// What is known of the page once its text is rendered.
    private var body: TemplateRecord {
        [
            "content": .markup(content), "toc": tableOfContents,
            "reading_minutes": wordCount == 0 ? .absent : .text(String(max(1, readingMinutes))),
            "references": .list(references), "verified": verified, "corrections": corrections,
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
                "date": .optional(reference.date.map(format.dateInWords)),
                "url": .optional(reference.url),
                "archived": .optional(reference.archived),
            ]
        }
    }
}
