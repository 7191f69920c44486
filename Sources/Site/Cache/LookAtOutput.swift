/// A look at Output, which goes on beside all that can be done without it: whether it is as a build left it.
struct LookAtOutput: Sendable {
    let target: OutputTarget
    /// Of the published files; nil where Output is not as it was left.
    let stamps: Task<[(path: SitePath, stamp: FileStamp)]?, Never>

    init(_ kept: KeptBuild, _ target: OutputTarget) {
        self.target = target
        stamps = beside {
            let paths = kept.paths
            let stamps = await BuildCache.stamps(of: paths, in: target.folder)
            guard let state = try? StateFolder.existing(for: target),
                let outputs = BuildCache.digest(of: paths, stamps, state), kept.outputs == outputs.hex
            else { return nil }
            return Array(zip(paths, stamps.compactMap(\.self)))
        }
    }

    var isAsItWasLeft: Bool { get async { await stamps.value != nil } }
}

/// What a build left for the next process: its texts and pages, and Output, in which they stand.
struct LeftSite: Sendable {
    let site: KeptSite
    /// Nil where it is not as it was left; nothing of the site can be taken over then.
    let output: Task<StandingOutput?, Never>
    /// Told of what is found changed later.
    let staleness = Staleness()

    init(_ site: KeptSite, in look: LookAtOutput) {
        self.site = site
        let staleness = staleness
        output = beside {
            // Looked at first: what another build writes meanwhile is known by its stamp.
            guard let state = try? StateFolder.existing(for: look.target),
                let manifest = try? state.folder.stamp(of: "manifest"),
                case .ledger(let ledger)? = try? state.read("manifest"),
                let stamps = await look.stamps.value
            else { return nil }
            return StandingOutput(
                folder: look.target.folder, owned: ledger.owned,
                stamps: Dictionary(stamps.lazy.map { ($0.path, $0.stamp) }) { first, _ in first },
                manifest: manifest,
                staleness: staleness)
        }
    }
}
