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
                RenderedSite.File(page), from: page.plan.location?.path, reportsCollisions: reportsCollisions)
        }
    }

    /// Which of the files are written.
    struct Result: Sendable {
        /// Of all that were given.
        let addresses: SHA256
        /// The places of those that are written among these, ordered by path.
        let order: [Int]
        let problems: [Diagnostic]

        init(of sources: [Source]) {
            var gathering = FileGathering(sources: sources)
            for place in sources.indices { gathering.add(at: place) }
            addresses = SHA256(ofEach: sources.lazy.map(\.file.address))
            order = gathering.places.values.sorted {
                sources[$0].file.address.file < sources[$1].file.address.file
            }
            problems = gathering.finish(order)
        }

        /// Whether the same comes of these files: nothing but their addresses matters where there was no problem.
        func holds(for files: [RenderedSite.File]) -> Bool {
            problems.isEmpty && addresses == SHA256(ofEach: files.lazy.map(\.address))
        }

        /// One without problems, as it is kept.
        init(addresses: SHA256, order: [Int]) {
            self.addresses = addresses
            self.order = order
            problems = []
        }
    }

    private let sources: [Source]
    /// The last source of each file.
    private var places: [CollisionKey: Int] = [:]
    private var diagnostics: [Diagnostic] = []

    private init(sources: [Source]) { self.sources = sources }

    private mutating func add(at place: Int) {
        let source = sources[place]
        let other = places.updateValue(place, forKey: source.file.address.file.collisionKey)
        if source.reportsCollisions, let other, sources[other].file != source.file {
            reportCollision(source.file, source.origin, with: sources[other].origin)
        }
        warnIfNotPortable(source.file, source.origin)
    }

    /// All problems, with those of files that would have to be folders too.
    ///
    /// - Parameter order: the places of the files, ordered by path
    private consuming func finish(_ order: [Int]) -> [Diagnostic] {
        var seen: Set<SitePath> = []
        var reported: Set<CollisionKey> = []
        var parent: Substring = ""
        for source in order.lazy.map({ sources[$0] }) {
            let path = source.file.address.file
            // Most files stand beside the one before.
            let end = path.text.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.text.startIndex
            let folder = path.text[..<end]
            guard folder != parent else { continue }
            parent = folder
            for leading in path.folders {
                guard seen.insert(leading).inserted else { continue }
                let key = leading.collisionKey
                guard let other = places[key].map({ sources[$0] }), reported.insert(key).inserted else {
                    continue
                }
                let origin = source.origin ?? path.text
                diagnostics.append(
                    Diagnostic(
                        "address-taken", at: SourceLocation(path: other.origin ?? origin),
                        "'\(other.file.address.text)' is a file here, and a folder for \(origin)",
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
