import Diagnostics

// By what a build is known to be the same again: digests of what it is made from, and of the stamps of what it left.

extension BuildCache {
    /// Of the program, what it was asked, the day, and all source files.
    func inputs(
        on day: PublicationDate, byBytes paths: Set<String>, bytes: (String) -> [UInt8]?
    ) -> SHA256? {
        guard let occasion else { return nil }
        var fingerprint = Fingerprint()
        fingerprint.add(occasion)
        fingerprint.add(day.iso)
        addLoaded(to: &fingerprint)
        guard sources.add(to: &fingerprint, byBytes: paths, bytes) else { return nil }
        return fingerprint.digest
    }

    /// What loaders printed, which a build into another folder may have asked for again.
    private func addLoaded(to fingerprint: inout Fingerprint) {
        guard let folder = try? Folder.open(target.state + "/cache/loaders"),
            let entries = try? folder.entries()
        else { return }
        for name in entries.map({ String(decoding: $0.name, as: UTF8.self) }).sorted() {
            fingerprint.add(name)
            fingerprint.add(try? folder.stamp(of: name))
        }
    }

    /// Of the program and what it was asked.
    var occasion: SHA256? {
        var fingerprint = Fingerprint()
        fingerprint.add("sitegen build 2")
        guard let program = Self.program else { return nil }
        fingerprint.add(program)
        fingerprint.add(options.baseURL ?? "")
        fingerprint.add(options.overrides.text)
        for flag in [
            options.baseURL != nil, options.includesDrafts, options.includesFuture, options.adopts,
        ] {
            fingerprint.add(flag ? 1 : 0)
        }
        switch options.pictures {
        case .none: fingerprint.add("none")
        case .missing: fingerprint.add("missing")
        case .program(let path):
            fingerprint.add("program")
            fingerprint.add(path)
            fingerprint.add(Self.stamp(of: path))
        }
        fingerprint.add(Brotli.standard == nil ? 0 : 1)
        return fingerprint.digest
    }

    /// Of this program and the libraries that it stands on: another build of one of them is another program.
    private static let program: SHA256? = {
        guard let own = stamp(of: "/proc/self/exe"), let process = try? Folder.open("/proc/self"),
            let maps = try? process.read("maps", limit: 1 << 24)
        else { return nil }
        let libraries = Set(
            String(decoding: maps, as: UTF8.self).split(separator: "\n").compactMap { line in
                line.firstIndex(of: "/").map { String(line[$0...]) }
            }.filter { $0.contains(".so") })
        return Fingerprint.of { fingerprint in
            fingerprint.add(own)
            for library in libraries.sorted() { fingerprint.add(stamp(of: library)) }
        }
    }()

    private static func stamp(of path: String) -> FileStamp? {
        guard let path = Folder.resolved(path), let slash = path.lastIndex(of: "/") else { return nil }
        guard let folder = try? Folder.open(String(path[...slash])) else { return nil }
        return try? folder.stamp(of: String(path[path.index(after: slash)...]))
    }

    /// Of the stamps of all published files and of the list of them; nil where one is missing, too young to be
    /// known by its stamp, or where a change of Output is unfinished.
    func digest(
        of paths: [SitePath], _ stamps: [FileStamp?], _ state: borrowing StateFolder
    ) -> SHA256? {
        guard let isPending = try? state.isPending, !isPending else { return nil }
        let now = timeOfStamps()
        var fingerprint = Fingerprint()
        fingerprint.add(try? state.folder.stamp(of: "manifest"))
        guard paths.count == stamps.count else { return nil }
        for (path, stamp) in zip(paths, stamps) {
            guard let stamp, stamp.isSettled(at: now) else { return nil }
            fingerprint.add(path.text)
            fingerprint.add(stamp)
        }
        return fingerprint.digest
    }

    /// Of the files of Output, nil for those that are missing or stand behind a link.
    static func stamps(of paths: [SitePath], in folder: String) async -> [FileStamp?] {
        let runs = stride(from: 0, to: paths.count, by: 1_024).map {
            Array(paths[$0..<min($0 + 1_024, paths.count)])
        }
        let found = await parallelMap(runs, grain: 1) { paths -> [FileStamp?] in
            guard let output = try? Folder.open(folder) else { return [] }
            var folders: Set<SitePath> = []
            return paths.map { path in
                let way = path.folders.filter { !folders.contains($0) }
                guard way.allSatisfy({ (try? output.stamp(of: $0.text))?.kind == .folder }) else {
                    return nil
                }
                folders.formUnion(way)
                return try? output.stamp(of: path.text)
            }
        }
        return Array(found.joined())
    }

    /// Of what was published, nil for what somebody else has written since; what stood there before is not looked
    /// at again.
    ///
    /// - Parameter time: when the last of the files was written
    func stamps(of files: [OutputFile], writtenUntil time: Int64) -> [FileStamp?] {
        guard let output = try? Folder.open(target.folder) else { return [] }
        return files.map { file in
            if case .standing(let standing) = file.content { return standing.output.stamp(at: file.path) }
            let stamp = try? output.stamp(of: file.path.text)
            return stamp.flatMap { $0.modified <= time ? $0 : nil }
        }
    }
}
