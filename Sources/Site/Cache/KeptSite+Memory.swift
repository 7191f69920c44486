import Diagnostics

// What an earlier process left, as a build takes it over.

extension BuildMemory {
    /// Without what stands in Output, which need not have been looked at yet.
    init(_ kept: KeptSite) {
        occasion = kept.occasion
        state = kept.state
        own = nil
        self.kept = kept
        articles = [:]
        versions = kept.versions
        agreedFigures = kept.agreedFigures
        anchors = kept.anchors
        gathered = kept.gathered
    }

    /// The same with what stands in Output.
    func standing(in output: StandingOutput) -> BuildMemory {
        guard let kept else { return self }
        var memory = self
        memory.output = output
        for (home, addresses) in kept.feeds {
            let files = output.files(at: addresses)
            if files.count == addresses.count { memory.feeds[home] = files }
        }
        memory.sitemap = kept.sitemap.map {
            KnownSitemap(pages: $0.pages, files: output.files(at: $0.files))
        }
        return memory
    }
}

extension BuildMemory {
    /// The pages whose texts alone are other than another process left them; nil where more may be.
    ///
    /// - Parameter known: the source files, as far as they are as they were
    func editedSinceKept(
        _ plan: PagePlanner.Plan, _ parsed: [ParsedArticle], _ sources: SiteSources, _ known: KnownFiles?
    ) -> Set<SiteAddress>? {
        guard let kept, let known, known.state.hasThePaths(of: kept.state),
            kept.printed == KeptSite.digest(ofPrinted: sources.dataFiles, beside: known.state)
        else { return nil }
        let touched = Set(known.touched)
        let articles = Dictionary(
            parsed.lazy.filter { touched.contains($0.article.path) }.map { ($0.article.path, $0) }
        ) { first, _ in first }
        var changed: Set<String> = []
        for path in touched {
            guard let new = articles[path], new.problems.isEmpty,
                let old = kept.text(at: path).flatMap(kept.face), old == new.article.face
            else { return nil }
            if !new.article.text.isKept { changed.insert(path) }
        }
        return Set(
            plan.pages.lazy.filter { $0.article.map { changed.contains($0.path) } == true }.map(\.address))
    }
}

extension SourceState {
    fileprivate func hasThePaths(of other: SourceState) -> Bool {
        isComplete && other.isComplete && entries.count == other.entries.count
            && zip(entries, other.entries).allSatisfy { $0.path == $1.path && $0.stamp.kind == $1.stamp.kind }
    }
}

extension StandingOutput {
    /// Those that still stand.
    fileprivate func files(at addresses: [SiteAddress]) -> [RenderedSite.File] {
        addresses.compactMap { address in
            content(at: address.file).map { RenderedSite.File(address: address, $0) }
        }
    }
}

extension KeptSite {
    /// A file that was read, if it says what it did.
    func article(of file: SourceText, with reading: ArticleReading) -> ParsedArticle? {
        guard let text = text(at: file.path), text.digest == SHA256(of: file.bytes) else { return nil }
        return article(text, with: reading)
    }

    /// A file that was not read, because it is as it was.
    func article(at path: String, with reading: ArticleReading) -> ParsedArticle? {
        text(at: path).flatMap { article($0, with: reading) }
    }

    /// Nil where one of the files that it includes is other than it was.
    private func article(_ text: Text, with reading: ArticleReading) -> ParsedArticle? {
        guard let face = face(of: text),
            face.paths.allSatisfy({ path in
                path == face.path || reading.parts[path].map { SHA256(of: $0.bytes) } == parts[path]
            })
        else { return nil }
        let article = Article(face, ArticleText(nil, from: .file(face.path, text.digest, reading)))
        return ParsedArticle(article, digest: text.digest, face: record(of: text))
    }

    func known(figure name: String, in output: StandingOutput?) -> (any KnownFigure)? {
        guard let figure = figure(named: name), let output else { return nil }
        return KnownKeptFigure(figure: figure, site: self, output: output)
    }

    func known(at address: SiteAddress, in output: StandingOutput?) -> (any KnownPage)? {
        guard let page = page(at: address), let output, let content = output.content(at: address.file) else {
            return nil
        }
        return KnownKeptPage(page: page, content: content, site: self, staleness: output.staleness)
    }
}

/// A page on the disk whose bytes stand in Output.
private struct KnownKeptPage: KnownPage {
    let page: KeptPage
    let content: FileContent
    let site: KeptSite
    let staleness: Staleness

    func shows(_ article: Article?) -> Bool {
        page.article == article?.path && article?.text.isKept != false
    }

    var trace: PageTrace? { try? page.trace(site.versions.versions) }

    func reused(for plan: PagePlan, by renderer: PageRenderer) -> RenderedPage {
        do throws(ArchiveDamage) {
            return try page.page(plan, content, by: renderer, staleness)
        } catch {
            staleness.find()
            return RenderedPage(plan: plan, content, reading: nil)
        }
    }
}

/// A figure's pages and files on the disk, which stand in Output.
private struct KnownKeptFigure: KnownFigure {
    let figure: KeptFigure
    let site: KeptSite
    let output: StandingOutput

    var trace: PageTrace? { try? figure.trace(site.versions.versions) }

    func reused(for entry: FigureCatalogue.Entry, _ plans: [PagePlan]) -> FigureStage.Part? {
        try? figure.part(of: entry, plans, in: output)
    }
}
