import Diagnostics

/// Which articles are published on the day of the build, and which are not, each with its reason.
struct Schedule {
    private(set) var published: [Article] = []
    private(set) var skipped: [SkippedPage] = []

    init(_ articles: [Article], _ options: BuildOptions) {
        for article in articles {
            if let reason = Self.reason(article.frontMatter, options) {
                skipped.append(
                    SkippedPage(
                        path: article.path, reason: reason, title: article.givenTitle ?? article.stem,
                        date: article.frontMatter.date))
            } else {
                published.append(article)
            }
        }
    }

    /// Why a page is left out; a page that is expired and a draft is told as a draft.
    private static func reason(_ matter: FrontMatter, _ options: BuildOptions) -> SkippedPage.Reason? {
        if matter.isDraft, !options.includesDrafts { return .draft }
        if let date = matter.expiryDate, date <= options.today { return .expired(date) }
        if let date = matter.publishDate ?? matter.date, date > options.today, !options.includesFuture {
            return .future(date)
        }
        return nil
    }
}
