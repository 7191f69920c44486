import Claims
import Datasets
package import Diagnostics

/// What an author accepts, and what is written of it into the site's own files.
package struct Acceptance: Sendable {
    /// Files and tables; everything where empty.
    package var names: [String] = []
    /// Whether articles in which a value moved, or a fact or claim was rewritten, get today as their day of update.
    package var stamps = false
    /// The reason of a correction that is declared with it.
    package var reason: String?

    package init() {}

    /// What was done.
    package struct Summary: Sendable {
        /// Facts and claims that are in the lock now and were not, those that moved, and those that went.
        package var added = 0
        package var moved = 0
        package var dropped = 0
        /// Rows of tables that are in the lock now and were not.
        package var rows = 0
        /// The files that were written.
        package var files: [String] = []
        package var diagnostics: [Diagnostic] = []
    }
}

/// From a site and what its author accepts to the files that say so; nothing is written here.
struct AcceptanceStage {
    let acceptance: Acceptance
    let site: ResolvedSite
    let check: StatementCheck
    let sources: SiteSources
    let today: PublicationDate
    var summary = Acceptance.Summary()
    private(set) var files: [SourceText] = []

    init(
        _ acceptance: Acceptance, site: ResolvedSite, check: StatementCheck, sources: SiteSources,
        today: PublicationDate
    ) {
        self.acceptance = acceptance
        self.site = site
        self.check = check
        self.sources = sources
        self.today = today
    }

    mutating func run() {
        checkNames()
        refuseFailing()
        declareCorrections()
        guard !summary.diagnostics.hasErrors else { return }
        let lock = acceptedLock()
        let text = lock.text
        if sources.claimsLock.map({ $0.bytes != Array(text.utf8) }) ?? true {
            files.append(SourceText(path: ClaimsLock.path, text))
        }
        if acceptance.stamps { stamp() }
        summary.files = files.map(\.path)
    }

    // MARK: What is meant

    /// `Content/articles/a.md`, `articles/a.md` and `a.md` name one file.
    private func isMeant(_ path: String) -> Bool {
        acceptance.names.isEmpty || acceptance.names.contains { names($0, path) }
    }

    private func names(_ name: String, _ path: String) -> Bool {
        let file = file(of: path)
        return file == name || file.hasSuffix("/" + name)
    }

    private func isMeant(table: String) -> Bool {
        acceptance.names.isEmpty || acceptance.names.contains(table)
    }

    private mutating func checkNames() {
        let paths =
            check.entries.map(\.key.path) + check.comparison.gone.map(\.entry.key.path)
            + sources.articles.map(\.path)
        let tables = site.restatements.tables.map(\.name)
        for name in acceptance.names
        where !tables.contains(name) && !paths.contains(where: { names(name, $0) }) {
            summary.diagnostics.append(
                Diagnostic(
                    "unknown-name", "'\(name)' is no file with facts or claims, and no append-only table",
                    help: suggestion(for: name, among: Set(paths).sorted() + tables)))
        }
    }

    private mutating func refuseFailing() {
        let failing = check.statements.filter { !$0.holds && isMeant($0.source.path) }
        summary.diagnostics += failing.map { claim in
            claim.source.diagnostic(
                "claim-fails", at: claim.location,
                "a claim that fails cannot be accepted: \(claim.verdict?.sentence ?? "")",
                help: "correct the text, or the data", failing: .check)
        }
    }

    // MARK: The lock

    private mutating func acceptedLock() -> ClaimsLock {
        let old = site.lock
        let meant = check.entries.filter { isMeant($0.key.path) }
        let fresh = old.accepting(meant, tables: [], on: today.iso)
        let kept = old.claims.filter { !isMeant($0.entry.key.path) || isSkipped($0.entry.key.path) }
        let known = Set(fresh.claims.map(\.entry.key))
        let lockedTables = site.restatements.tables.map { table in
            isMeant(table: table.name) ? table : old.table(table.name)
        }
        let added = site.restatements.tables.filter { isMeant(table: $0.name) }.map { table in
            guard let locked = old.table(table.name) else { return table.rows.count }
            return RowsComparison(of: table, with: locked).added.count
        }
        summary.rows = added.reduce(0, +)
        summary.added = meant.count { old.accepted($0.key) == nil }
        summary.moved = moved.count
        let lock = ClaimsLock(
            claims: fresh.claims + kept.filter { !known.contains($0.entry.key) },
            tables: lockedTables.compactMap { $0 })
        let now = Set(lock.claims.map(\.entry.key))
        summary.dropped = old.claims.count { !now.contains($0.entry.key) }
        return lock
    }

    /// The page of a file that this build passes over, as a draft or because of its date, keeps its entries.
    private func isSkipped(_ path: String) -> Bool {
        site.plan.skipped.contains { $0.path == path }
    }

    private var moved: [ClaimEntry] {
        check.comparison.moved.map(\.entry).filter { isMeant($0.key.path) }
    }

    // MARK: Corrections

    /// Restated values become rows of the table of corrections; where none is restated, the reason goes into
    /// the front matter of the articles whose values moved.
    private mutating func declareCorrections() {
        let restated = site.restatements.undeclared.filter { isMeant(table: $0.cell.resource) }
        guard let reason = acceptance.reason else {
            summary.diagnostics += restated.map(undeclared)
            return
        }
        guard restated.isEmpty else { return declare(restated, reason) }
        let articles = changedArticles
        guard !articles.isEmpty else {
            summary.diagnostics.append(
                Diagnostic(
                    "no-correction",
                    "there is nothing to correct: no value of the data has moved, and no figure of a text",
                    help: "leave out --correction"))
            return
        }
        for article in articles {
            edit(article) { [today] in $0.adding(correction: reason, on: today) }
        }
    }

    private func undeclared(_ restatement: Restatement) -> Diagnostic {
        Diagnostic(
            "restatement", at: restatement.location,
            "\(restatement.subject) is not what was accepted, and no correction says why",
            help: "put the old value back, or say why: --correction \"the reason\"", failing: .check)
    }

    private mutating func declare(_ restated: [Restatement], _ reason: String) {
        guard let (file, columns) = correctionsFile else {
            summary.diagnostics.append(
                Diagnostic(
                    "no-corrections", at: SourceLocation(path: "Content/site.yaml"),
                    "the site has no CSV table in which corrections are declared",
                    help: "make Content/data/corrections.csv with the columns "
                        + "\(CorrectionReader.columns.joined(separator: ",")), and add to site.yaml: "
                        + "corrections: { table: corrections }"))
            return
        }
        var bytes = file.bytes
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
        for restatement in restated {
            let cells: [String: String] = [
                "date": today.iso, "resource": restatement.cell.resource, "key": restatement.cell.key,
                "field": restatement.cell.field ?? "", "reason": reason,
                "old": restatement.old.flatMap(Restatement.text) ?? "",
                "new": restatement.new.flatMap(Restatement.text) ?? "",
            ]
            bytes += CSVWriter.row(columns.map { cells[$0] ?? "" })
        }
        files.append(SourceText(path: file.path, bytes: bytes))
    }

    /// The file of the corrections with its columns, or a new one where the site names one that is not there
    /// yet; nil where it names none, or one of another form.
    private var correctionsFile: (SourceText, columns: [String])? {
        guard let name = site.settings.corrections?.table else { return nil }
        guard let table = site.data.tables.first(where: { $0.name == name }) else {
            let columns = CorrectionReader.columns
            return (SourceText(path: "Content/data/\(name).csv", bytes: CSVWriter.row(columns)), columns)
        }
        guard let file = sources.dataFiles.first(where: { $0.path == table.path }),
            file.path.hasSuffix(".csv")
        else { return nil }
        return (file, table.fields.map(\.name))
    }

    // MARK: Front matter

    private mutating func stamp() {
        for article in changedArticles { edit(article) { [today] in $0.settingUpdated(today) } }
    }

    /// Those that say another number than was accepted: a value moved, or an entry went and another came in
    /// its place, as when the author rewrites a claim. One more sentence with a number is no change of these.
    private var changedArticles: [SourceText] {
        let came = Set(check.comparison.added.map { file(of: $0.key.path) }.filter { isMeant($0) })
        let went = Set(check.comparison.gone.map { file(of: $0.entry.key.path) })
        let paths = came.intersection(went).union(moved.map { file(of: $0.key.path) })
        return sources.articles.filter { paths.contains($0.path) }
    }

    /// The path of an entry without the row for which its text was filled.
    private func file(of path: String) -> String { String(path.prefix { $0 != "#" }) }

    /// Edits an article, on top of what was edited in it before.
    private mutating func edit(_ article: SourceText, _ change: (FrontMatterEdit) -> FrontMatterEdit?) {
        let place = files.firstIndex { $0.path == article.path }
        let text = place.map { files[$0] } ?? article
        guard let edited = change(FrontMatterEdit(text)) else {
            summary.diagnostics.append(
                Diagnostic(
                    "front-matter", at: SourceLocation(path: article.path),
                    "the corrections of this front matter are written so that no entry can be added to them",
                    help: "write them as a list, each on a line of its own that begins with '- '"))
            return
        }
        if let place { files[place] = edited.source } else { files.append(edited.source) }
    }
}
