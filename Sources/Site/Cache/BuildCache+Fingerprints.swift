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
    static func digest(
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
        let found = await parallelMap(paths.pieces(of: 2_048), grain: 1) { paths -> [FileStamp?] in
            guard let output = try? Folder.open(folder) else { return [] }
            var folders = ListedFolders()
            return paths.map { path in
                folders.hasWay(to: path, in: output) ? try? output.stamp(of: path.text) : nil
            }
        }
        return Array(found.joined())
    }

    /// Of what was published, nil for what somebody else has written since; what stood there before is not looked
    /// at again, and the rest when its stamps have settled.
    ///
    /// - Parameters:
    ///   - end: when the last of the files was written
    ///   - moved: when the last of them was moved into its place
    func stamps(of files: [OutputFile], writtenUntil end: Int64, movedUntil moved: Int64) -> [FileStamp?] {
        guard let output = try? Folder.open(target.folder) else { return [] }
        var stamps = files.map { file -> FileStamp? in
            guard case .standing(let standing) = file.content else { return nil }
            return standing.output.stamp(at: file.path)
        }
        waitForSettledStamps(since: moved)
        for (place, file) in files.enumerated() where !file.isStanding {
            let stamp = try? output.stamp(of: file.path.text)
            stamps[place] = stamp.flatMap { $0.modified <= end ? $0 : nil }
        }
        return stamps
    }
}

/// Which folders stand in the folders of Output that were asked for so far: to list one costs less than to ask for
/// each of those that stand in it.
private struct ListedFolders {
    /// By the path of the folder in which they stand; that of Output is empty.
    private var names: [Substring: Set<String>] = [:]

    /// Whether nothing but folders lies on the way to a file, and no link.
    mutating func hasWay(to path: SitePath, in output: borrowing Folder) -> Bool {
        let folder = Self.outer(of: path.text[...])
        return folder.isEmpty || isFolder(folder, in: output)
    }

    private mutating func isFolder(_ path: Substring, in output: borrowing Folder) -> Bool {
        let outer = Self.outer(of: path)
        let name = String(outer.isEmpty ? path : path[outer.endIndex...].dropFirst())
        if let names = names[outer] { return names.contains(name) }
        guard outer.isEmpty || isFolder(outer, in: output) else { return false }
        let found = (try? output.folders(in: outer.split(separator: "/").map(String.init))) ?? []
        names[outer] = found
        return found.contains(name)
    }

    private static func outer(of path: Substring) -> Substring {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
    }
}
