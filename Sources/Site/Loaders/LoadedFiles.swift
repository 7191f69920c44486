import Diagnostics

/// What loaders print, kept under `.sitegen/cache/loaders/` by the bytes of their inputs.
///
/// The inputs of a loader are all files of its folder and of those below it, so that none can be forgotten; what
/// it asks of elsewhere, such as a database, is asked again when these change, or by `--force`.
struct LoadedFiles {
    let files: SourceFiles
    /// Runs every loader again.
    var isForced = false

    /// The file that the loader stands for, or nil with the reason reported.
    func text(of loader: DataLoader, reporting diagnostics: inout [Diagnostic]) -> SourceText? {
        do throws(FileProblem) {
            let name = key(of: loader, reporting: &diagnostics)
            let kept = try folder()
            var bytes = isForced ? nil : try self.kept(name, in: kept)
            if bytes == nil { bytes = try run(loader, as: name, in: kept, reporting: &diagnostics) }
            guard let bytes else { return nil }
            let text = SourceText(path: loader.output, bytes: bytes)
            guard let problem = text.encodingProblem else { return text }
            diagnostics.append(problem)
        } catch {
            diagnostics.append(error.diagnostic)
        }
        return nil
    }

    /// What the loader printed the last time; nil where that is not there as it was kept.
    private func kept(_ name: String, in folder: borrowing Folder) throws(FileProblem) -> [UInt8]? {
        guard try folder.stamp(of: name)?.kind == .file else { return nil }
        return SealedBytes.opened(try folder.read(name, limit: SizeLimit.table.bytes + 100))
    }

    /// A digest of the loader's name, and one of the names and bytes of its inputs.
    private func key(of loader: DataLoader, reporting diagnostics: inout [Diagnostic]) -> String {
        var fingerprint = Fingerprint()
        // Whoever reads the files for the site reports what cannot be listed.
        var reported: [Diagnostic] = []
        for file in files.list(loader.folder, reporting: &reported) where !file.path.contains("/__pycache__/")
        {
            guard let bytes = files.bytes(of: file.path, limit: .table, reporting: &diagnostics) else {
                continue
            }
            fingerprint.add(file.path)
            fingerprint.add(SHA256(of: bytes))
        }
        return prefix(of: loader) + fingerprint.digest.hex
    }

    private func prefix(of loader: DataLoader) -> String {
        SHA256(of: Array(loader.path.utf8)).hex.prefix(16) + "-"
    }

    private var path: String { files.root + "/.sitegen/cache/loaders" }

    private func folder() throws(FileProblem) -> Folder {
        let root = try StateFolder.openRoot(files.root + "/.sitegen")
        return try root.ownFolder("cache").ownFolder("loaders")
    }

    /// What the program printed, kept only if it ended well.
    private func run(
        _ loader: DataLoader, as name: String, in kept: borrowing Folder,
        reporting diagnostics: inout [Diagnostic]
    ) throws(FileProblem) -> [UInt8]? {
        let (new, errors) = ("\(processNumber)-\(name).new", "\(processNumber)-\(name).errors")
        for file in [new, errors] {
            try kept.remove(file)
            try kept.create(file, [])
        }
        let run = LoaderRun(
            program: files.root + "/" + loader.path, folder: files.root + "/" + loader.folder)
        let ending = run.run(output: path + "/" + new, errors: path + "/" + errors)
        let words = (try? kept.read(errors, limit: 1 << 20)).map(Self.lastLines) ?? []
        try kept.remove(errors)
        guard ending == .status(0) else {
            diagnostics.append(loader.failure(ending, lastWords: words))
            try kept.remove(new)
            return nil
        }
        let bytes = try kept.read(new, limit: SizeLimit.table.bytes)
        try kept.remove(new)
        try kept.create(new, SealedBytes.sealed(bytes))
        try kept.rename(new, into: kept, as: name)
        for entry in try kept.entries() {
            guard let other = String(validating: entry.name, as: UTF8.self), other != name,
                other.hasPrefix(prefix(of: loader))
            else { continue }
            try kept.remove(other)
        }
        return bytes
    }

    /// Up to three, the last of a program's complaints.
    private static func lastLines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: UInt8(ascii: "\n")).suffix(3).map { line in
            String(decoding: line.prefix(200), as: UTF8.self)
        }
    }
}
