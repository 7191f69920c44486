import Claims
import Diagnostics

/// Reads a site's folder: the one place where the pipeline touches its sources.
struct SourceLoader {
    private var files: SourceFiles
    private var sources = SiteSources()
    private var markdownPaths: [String] = []
    private var loaders: [DataLoader] = []
    private let loaded: LoadedFiles

    /// - Parameter rerunsLoaders: asks every loader again, whatever is kept of what it printed
    init(root: String, overrides: SettingOverrides = SettingOverrides(), rerunsLoaders: Bool = false) {
        files = SourceFiles(root: root)
        loaded = LoadedFiles(files: files, isForced: rerunsLoaders)
        sources.overrides = overrides
    }

    /// - Parameter known: what an earlier build has read
    init(_ options: BuildOptions, known: KnownFiles? = nil) {
        self.init(root: options.source, overrides: options.overrides, rerunsLoaders: options.ignoresCache)
        files.known = known
    }

    /// All that the site is made from. What cannot be read is reported, and the rest is still there.
    ///
    /// - Parameter held: the paths of the pages whose texts stay in memory; nil for all
    func load(
        holding held: Set<String>? = nil, reporting diagnostics: inout [Diagnostic]
    ) async -> SiteSources {
        var loader = self
        loader.takeAllButTexts(reporting: &diagnostics)
        let files = self.files
        loader.leaveTexts(but: held)
        let texts = await parallelMap(loader.markdownPaths) { path in
            var problems: [Diagnostic] = []
            return (files.text(of: path, limit: .markdown, reporting: &problems), problems)
        }
        diagnostics += texts.flatMap(\.1)
        for text in texts.compactMap(\.0) {
            if Inclusion.isPart(text.path) {
                loader.sources.parts[text.path] = text
            } else {
                loader.sources.articles.append(text)
            }
        }
        return loader.sources
    }

    /// Puts aside the Markdown files that an earlier build has understood, and those that nobody holds.
    private mutating func leaveTexts(but held: Set<String>?) {
        let paths = markdownPaths
        markdownPaths = []
        for path in paths {
            if files.known?.isUnread(path) == true {
                sources.unread.append(path)
            } else if let held, !held.contains(path), !Inclusion.isPart(path) {
                sources.waiting.append(path)
            } else {
                markdownPaths.append(path)
            }
        }
    }

    /// The same but for the Markdown files, for a look at the data alone.
    func loadWithoutTexts(reporting diagnostics: inout [Diagnostic]) -> SiteSources {
        var loader = self
        loader.takeAllButTexts(reporting: &diagnostics)
        return loader.sources
    }

    private mutating func takeAllButTexts(reporting diagnostics: inout [Diagnostic]) {
        guard files.isFolder else {
            diagnostics.append(Self.noFolder(files.root))
            return
        }
        let content = files.list("Content", reporting: &diagnostics)
        let templates = files.list("Templates", reporting: &diagnostics)
        if !content.contains(SourceFile(path: "Content/site.yaml")) { diagnostics.append(Self.noSettings) }
        for file in content { takeContent(file.path, reporting: &diagnostics) }
        for file in templates { takeTemplate(file.path, reporting: &diagnostics) }
        takeLoadedData(reporting: &diagnostics)
    }

    private mutating func takeContent(_ path: String, reporting diagnostics: inout [Diagnostic]) {
        let relative = String(Substring(path.utf8.dropFirst("Content/".utf8.count)))
        let slash = relative.utf8.firstIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { relative[..<$0] } ?? relative[...]
        switch folder {
        case "data" where slash != nil: takeData(path, relative, reporting: &diagnostics)
        case "charts" where relative.hasSuffix(".yaml"):
            sources.figures[name(of: relative, below: "charts/", ".yaml")] = text(
                path, .settings, &diagnostics)
        case "queries" where relative.hasSuffix(".sql"):
            sources.queries[name(of: relative, below: "queries/", ".sql")] = text(
                path, .settings, &diagnostics)
        default:
            if relative == "site.yaml" {
                sources.settings = text(path, .settings, &diagnostics)
            } else if path == ClaimsLock.path {
                sources.claimsLock = text(path, .data, &diagnostics)
            } else if relative.hasSuffix(".md") {
                markdownPaths.append(path)
            } else if !relative.hasSuffix(".lock") {
                if let problem = Self.unreadText(path) { diagnostics.append(problem) }
                takeAsset(path, at: "/" + relative, reporting: &diagnostics)
            }
        }
    }

    private mutating func takeData(
        _ path: String, _ relative: String, reporting diagnostics: inout [Diagnostic]
    ) {
        let name = String(relative.dropFirst("data/".count))
        switch name.split(separator: ".").last.map(String.init) ?? "" {
        case "sql":
            sources.views[self.name(of: relative, below: "data/", ".sql")] = text(
                path, .settings, &diagnostics)
        case "sqlite", "sqlite3", "db": sources.databaseFiles.append(path)
        case "csv", "tsv", "json", "yaml", "yml":
            guard let text = text(path, .table, &diagnostics) else { return }
            if ["datapackage.yaml", "datapackage.json"].contains(name) {
                sources.dataPackage = text
            } else {
                sources.dataFiles.append(text)
            }
        default:
            // A database's side files belong to it; anything else may be a note for people.
            guard let loader = DataLoader(path: path), isExecutable(files.root + "/" + path) else { return }
            loaders.append(loader)
        }
    }

    /// The tables that loaders print, where the site allows them.
    private mutating func takeLoadedData(reporting diagnostics: inout [Diagnostic]) {
        guard !loaders.isEmpty else { return }
        // What is wrong with the settings is reported when the whole site is read.
        var reported: [Diagnostic] = []
        let settings = SiteSettings(sources, reporting: &reported)
        guard settings.allowsLoaders else {
            diagnostics += loaders.map(\.notAllowed)
            return
        }
        let paths = Set(sources.dataFiles.map(\.path))
        var first: [String: DataLoader] = [:]
        for loader in loaders {
            if paths.contains(loader.output) {
                diagnostics.append(loader.besideItsOutput)
            } else if let other = first.updateValue(loader, forKey: loader.output) {
                diagnostics.append(loader.second(after: other))
            } else if let text = loaded.text(of: loader, reporting: &diagnostics) {
                sources.dataFiles.append(text)
            }
        }
        sources.dataFiles.sort { $0.path.precedesInBytes($1.path) }
    }

    private mutating func takeTemplate(_ path: String, reporting diagnostics: inout [Diagnostic]) {
        let relative = String(path.dropFirst("Templates/".count))
        if relative.hasSuffix(".mustache") {
            sources.templates[String(relative.dropLast(".mustache".count))] = text(
                path, .template, &diagnostics)
        } else if relative.hasPrefix("assets/") {
            takeAsset(path, at: "/" + relative, reporting: &diagnostics)
        }
    }

    private mutating func takeAsset(
        _ path: String, at address: String, reporting diagnostics: inout [Diagnostic]
    ) {
        do throws(SitePathProblem) {
            let address = try SiteAddress(checking: address)
            guard let bytes = files.bytes(of: path, limit: .asset, reporting: &diagnostics) else { return }
            if path.lowercased().hasSuffix(".svg"), let problem = ActiveSVG.finding(in: bytes) {
                diagnostics.append(problem.diagnostic(at: path))
            }
            sources.assets.append(SiteSources.Asset(path: path, address: address, bytes: bytes))
        } catch {
            diagnostics.append(
                Diagnostic(
                    "file-name", at: SourceLocation(path: path), error.message,
                    help: "give the file another name"))
        }
    }

    private func text(_ path: String, _ limit: SizeLimit, _ diagnostics: inout [Diagnostic]) -> SourceText? {
        files.text(of: path, limit: limit, reporting: &diagnostics)
    }

    private func name(of path: String, below folder: String, _ ending: String) -> String {
        String(path.dropFirst(folder.count).dropLast(ending.count))
    }

    /// A text of another generator, or of one that ends otherwise.
    private static func unreadText(_ path: String) -> Diagnostic? {
        let ending = path.split(separator: ".").last?.lowercased() ?? ""
        guard
            ["markdown", "mdown", "mkd", "mdx", "qmd", "rmd", "ipynb", "rst", "org", "adoc"].contains(ending)
        else { return nil }
        return Diagnostic(
            "no-markdown", at: SourceLocation(path: path),
            "this file is no page; it is published as it stands", severity: .warning,
            notes: ["pages are Markdown files whose names end in '.md'"],
            help: "rename it if it is Markdown, or keep it out of Content/")
    }

    private static func noFolder(_ root: String) -> Diagnostic {
        Diagnostic(
            "no-site", "there is no folder '\(root)'", help: "name the site's folder with --source")
    }

    private static let noSettings = Diagnostic(
        "no-site", at: SourceLocation(path: "Content/site.yaml"), "this file is missing, so this is no site",
        notes: ["a site is a folder with Content/site.yaml, Markdown files and data"],
        help: "go to the site's folder, name it with --source, or write the file: title: My site")
}
