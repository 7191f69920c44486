/// What sitegen wrote to a file of Output.
struct OwnedFile: Sendable, Hashable {
    var digest: SHA256
    /// In bytes.
    var size: Int
}

/// Which files of Output are sitegen's once some steps are taken, and the steps.
///
/// The same text serves as the journal, while the steps are being taken, and after that as the manifest:
/// giving the journal the manifest's name is what ends a build.
struct Ledger: Sendable, Hashable {
    enum Step: Sendable, Hashable {
        /// The staged file of this number is to stand at the path.
        case put(SitePath, OwnedFile, staged: Int)
        /// The file is to go, if it is still what sitegen wrote.
        case remove(SitePath, OwnedFile)
    }

    var place: StagePlace
    /// Sitegen's files that the steps do not touch.
    var kept: [SitePath: OwnedFile]
    /// In the order in which they are to be taken.
    var steps: [Step]

    /// Sitegen's files after the steps.
    var owned: [SitePath: OwnedFile] {
        var owned = kept
        for case .put(let path, let file, _) in steps { owned[path] = file }
        return owned
    }
}
