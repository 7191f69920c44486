extension SourceFiles {
    /// Puts other bytes into a file of the site, whole or not at all, if it still holds the bytes that were read.
    ///
    /// - Returns: false, and nothing is written, where it holds others
    package func replace(
        _ path: String, holding before: [UInt8], with after: [UInt8]
    ) throws(FileProblem) -> Bool {
        let (folderPath, name) = split(path)
        guard let folder = try openFolder(folderPath), let stamp = try folder.stamp(of: name),
            stamp.kind == .file, try folder.read(name) == before
        else { return false }
        // Hidden, so that neither a build nor a watch takes it for a source.
        let staged = ".\(name).sitegen-\(processNumber)"
        do throws(FileProblem) {
            try folder.create(staged, after, mode: stamp.permissions, flushed: true)
            try folder.rename(staged, into: folder, as: name)
        } catch {
            try? folder.remove(staged)
            throw error
        }
        return true
    }
}
