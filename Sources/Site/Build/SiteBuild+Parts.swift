import Claims
import Datasets
import Diagnostics
import Templates

/// The lock of a site, read, with what is wrong with it.
struct ReadLock: Sendable {
    let lock: ClaimsLock
    let problems: [Diagnostic]

    init(_ source: SourceText?) {
        var problems: [Diagnostic] = []
        lock = source.map { ClaimsLock(reading: $0, reporting: &problems) } ?? ClaimsLock()
        self.problems = problems
    }
}

/// What a site is made of, each part understood by itself: texts, data and templates know nothing of each other yet.
struct SiteParts: Sendable {
    let articles: [ParsedArticle]
    let data: ReadData
    let templates: CompiledTemplates
    let lock: ReadLock
}

// The first half of settling a site.

extension SiteBuild {
    /// The parts of a site, read beside each other.
    static func parts(
        of sources: SiteSources, _ settings: SiteSettings, _ options: BuildOptions,
        after memory: BuildMemory?,
        reporting diagnostics: inout [Diagnostic]
    ) async -> SiteParts {
        let (root, timings) = (options.source, options.timings?.beside)
        let data = beside { Self.data(sources, settings, root: root, after: memory, timings) }
        let templates = beside { compiled(sources.withStandardTemplates, after: memory) }
        let lock = beside { ReadLock(sources.claimsLock) }
        let articles = await parse(sources, settings, options, after: memory, reporting: &diagnostics)
        options.timings?.end("parse")
        let parts = await SiteParts(
            articles: articles, data: data.value, templates: templates.value, lock: lock.value)
        timings.map { options.timings?.take($0) }
        return parts
    }

    private static func data(
        _ sources: SiteSources, _ settings: SiteSettings, root: String, after memory: BuildMemory?,
        _ timings: Timings?
    ) -> ReadData {
        let data = memory?.data(of: sources) ?? ReadData(sources, settings, root: root, timings: timings)
        timings?.end("rows and sources of data")
        return data
    }

    private static func compiled(
        _ sources: SiteSources, after memory: BuildMemory?
    ) -> CompiledTemplates {
        memory?.templates(of: sources) ?? CompiledTemplates(sources)
    }

    private static func parse(
        _ sources: SiteSources, _ settings: SiteSettings, _ options: BuildOptions,
        after memory: BuildMemory?, reporting diagnostics: inout [Diagnostic]
    ) async -> [ParsedArticle] {
        let reading = ArticleReading(sources, settings, options)
        @Sendable func article(of file: SourceText) -> ParsedArticle {
            memory?.article(of: file, with: reading) ?? reading.article(of: file)
        }
        var parsed = await parallelMap(sources.articles, article)
        if !sources.unread.isEmpty || !sources.waiting.isEmpty {
            parsed += await parallelMap(sources.unread) { path in
                memory?.kept?.article(at: path, with: reading) ?? reading.article(at: path)
            }
            // Texts that stand beside each other are mostly put away one soon after the other.
            let read = await parallelMap(sources.waiting.pieces(of: 32), grain: 1) { paths in
                var problems: [Diagnostic] = []
                let articles = paths.compactMap { path in
                    reading.files.text(of: path, limit: .markdown, reporting: &problems).map(article)
                }
                ArticleText.gather(articles.map(\.article.text))
                return (articles, problems)
            }
            diagnostics += read.flatMap(\.1)
            parsed += read.flatMap(\.0)
            parsed.sort { $0.article.path.precedesInBytes($1.article.path) }
        }
        diagnostics += parsed.flatMap(\.problems)
        diagnostics += Inclusion.problems(with: sources.parts, usedBy: parsed.map(\.article))
        return parsed
    }
}
