import Diagnostics

/// Brings together the files of a site from all that make some, and tells where two of them cannot both be.
struct FileGathering {
    /// A file, and the source in the site's folder that makes it, where one does.
    struct Source {
        let file: RenderedSite.File
        let origin: String?
        let reportsCollisions: Bool

        init(_ file: RenderedSite.File, from origin: String?, reportsCollisions: Bool = true) {
            self.file = file
            self.origin = origin
            self.reportsCollisions = reportsCollisions
        }

        init(_ page: RenderedPage, reportsCollisions: Bool) {
            self.init(
                RenderedSite.File(address: page.plan.address, page.content),
                from: page.plan.location?.path, reportsCollisions: reportsCollisions)
        }
    }

    /// Which of the files are written.
    struct Result: Sendable {
        /// Of all that were given.
        let addresses: SHA256
        /// The places of those that are written among these, ordered by path.
        let order: [Int]
        let problems: [Diagnostic]

        /// - Parameter known: what came of an earlier gathering; of the same addresses the same comes again
        init(of sources: [Source], after known: Result? = nil) {
            let addresses = sources.map(\.file.address)
            let digest = SHA256(ofEach: addresses)
            if let known, known.problems.isEmpty, known.addresses == digest {
                self = known
                return
            }
            var gathering = FileGathering()
            for (place, source) in sources.enumerated() { gathering.add(source, at: place) }
            self.addresses = digest
            order = gathering.places.values.sorted { addresses[$0].file < addresses[$1].file }
            problems = gathering.finish()
        }

        /// One without problems, as it is kept.
        init(addresses: SHA256, order: [Int]) {
            self.addresses = addresses
            self.order = order
            problems = []
        }
    }

    private var files: [CollisionKey: RenderedSite.File] = [:]
    private var places: [CollisionKey: Int] = [:]
    /// What each file comes from, where a source of the site's makes it.
    private var origins: [CollisionKey: String] = [:]
    private var diagnostics: [Diagnostic] = []

    private mutating func add(_ source: Source, at place: Int) {
        let key = source.file.address.file.collisionKey
        if source.reportsCollisions, let other = files[key], other != source.file {
            reportCollision(source.file, source.origin, with: origins[key])
        }
        files[key] = source.file
        places[key] = place
        origins[key] = source.origin
        warnIfNotPortable(source.file, source.origin)
    }

    /// All problems, with those of files that would have to be folders too.
    private consuming func finish() -> [Diagnostic] {
        var seen: Set<SitePath> = []
        var reported: Set<CollisionKey> = []
        for file in files.values.sorted(by: { $0.address < $1.address }) {
            let path = file.address.file
            for count in 1..<max(1, path.parts.count) {
                let leading = path.leading(count)
                // Most files stand beside others.
                guard seen.insert(leading).inserted else { continue }
                let folder = leading.collisionKey
                guard let other = files[folder], reported.insert(folder).inserted else { continue }
                let origin = origins[path.collisionKey] ?? path.text
                diagnostics.append(
                    Diagnostic(
                        "address-taken", at: SourceLocation(path: origins[folder] ?? origin),
                        "'\(other.address.text)' is a file here, and a folder for \(origin)",
                        notes: ["a name can be one of them"],
                        help: "give the page an address that ends in '/', or another one"))
            }
        }
        return diagnostics
    }

    private mutating func reportCollision(
        _ file: RenderedSite.File, _ origin: String?, with other: String?
    ) {
        let makers = [origin, other].compactMap { $0 }
        diagnostics.append(
            Diagnostic(
                "address-taken", at: makers.first.map { SourceLocation(path: $0) },
                "two different files would be written to '\(file.address.text)'",
                notes: makers.count == 2
                    ? ["they come from \(makers[0]) and \(makers[1])"]
                    : ["one of them is made by sitegen of the site's data or pages"],
                help: "give one of them another name"))
    }

    private mutating func warnIfNotPortable(_ file: RenderedSite.File, _ origin: String?) {
        guard let origin, let problem = file.address.file.portabilityProblem else { return }
        diagnostics.append(
            Diagnostic(
                "not-portable", at: SourceLocation(path: origin),
                "the address '\(file.address.text)' is not portable: \(problem)", severity: .warning,
                help: "give it another name, so that the site can be kept on every machine"))
    }
}
