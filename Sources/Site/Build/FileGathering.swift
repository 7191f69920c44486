import Diagnostics

/// Brings together the files of a site from all that make some, and tells where two of them cannot both be.
struct FileGathering {
    private(set) var files: [CollisionKey: RenderedSite.File] = [:]
    /// What each file comes from, where a source of the site's makes it.
    private var origins: [CollisionKey: String] = [:]
    private var diagnostics: [Diagnostic] = []

    mutating func add(_ page: RenderedPage, reportsCollisions: Bool) {
        let file = RenderedSite.File(address: page.plan.address, bytes: page.bytes)
        if !reportsCollisions { files[file.address.file.collisionKey] = nil }
        add(file, from: page.plan.location?.path)
    }

    /// - Parameter origin: the source that makes the file, in the site's folder
    mutating func add(_ file: RenderedSite.File, from origin: String?) {
        let key = file.address.file.collisionKey
        if let other = files[key], other != file { reportCollision(file, origin, with: origins[key]) }
        files[key] = file
        origins[key] = origin
        warnIfNotPortable(file, origin)
    }

    /// All problems, with those of files that would have to be folders too.
    consuming func finish() -> [Diagnostic] {
        var reported: Set<CollisionKey> = []
        for file in files.values.sorted(by: { $0.address < $1.address }) {
            let path = file.address.file
            for count in 1..<max(1, path.parts.count) {
                let folder = path.leading(count).collisionKey
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
