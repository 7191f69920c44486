import Glibc

/// What sitegen keeps about one Output between builds: `.sitegen/outputs/<key>/` in the site's folder.
///
/// Each Output has its own, so that a build into another folder leaves what is known of the first alone.
struct StateFolder: ~Copyable, Sendable {
    /// `.sitegen` itself.
    let root: Folder
    let folder: Folder
    /// Sixteen hexadecimal digits that stand for where Output lies.
    let key: String

    enum Contents: Sendable {
        case none, damaged
        case ledger(Ledger)
    }

    /// Makes what is missing, and tells version control to pass it over.
    static func openRoot(_ path: String) throws(FileProblem) -> Folder {
        _ = try Folder.make(path, shownAs: ".sitegen")
        let root = try Folder.open(path, shownAs: ".sitegen")
        if try root.stamp(of: ".gitignore") == nil { try root.create(".gitignore", Array("*\n".utf8)) }
        return root
    }

    static func make(for target: OutputTarget) throws(FileProblem) -> StateFolder {
        let root = try openRoot(target.state)
        let key = key(output: target.folder, state: target.state)
        try root.makeFolder("outputs")
        let outputs = try root.folder("outputs")
        try outputs.makeFolder(key)
        return StateFolder(root: root, folder: try outputs.folder(key), key: key)
    }

    /// What is there, or nil; makes nothing.
    static func existing(for target: OutputTarget) throws(FileProblem) -> StateFolder? {
        let key = key(output: target.folder, state: target.state)
        do throws(FileProblem) {
            let root = try Folder.open(target.state, shownAs: ".sitegen")
            let folder = try root.folder("outputs").folder(key)
            return StateFolder(root: root, folder: folder, key: key)
        } catch {
            if error.number == ENOENT { return nil }
            throw error
        }
    }

    /// The path of Output decides, relative to the site's folder where it lies in it, so that a site that
    /// is moved keeps what it knows.
    static func key(output: String, state: String) -> String {
        let output = Folder.resolved(output) ?? output
        let site = Folder.resolved(state + "/..") ?? state
        let isInside = output.utf8.starts(with: (site + "/").utf8)
        let path = isInside ? String(output.dropFirst(site.count + 1)) : output
        return String(SHA256(of: Array(path.utf8)).hex.prefix(16))
    }

    /// Whether a change has begun and not ended.
    var isPending: Bool {
        get throws(FileProblem) { try folder.stamp(of: "journal") != nil }
    }

    func read(_ name: String) throws(FileProblem) -> Contents {
        guard try folder.stamp(of: name) != nil else { return .none }
        do throws(FileProblem) {
            let text = try folder.read(name, limit: 1 << 30)
            return Ledger(text).map { .ledger($0) } ?? .damaged
        } catch {
            if error.operation == .read, error.number == EFBIG || error.number == EINVAL { return .damaged }
            throw error
        }
    }

    /// Replaces a file whole or not at all, and waits until it is on the disk.
    func write(_ ledger: Ledger, as name: String) throws(FileProblem) {
        let new = name + ".new"
        try folder.remove(new)
        do throws(FileProblem) {
            try folder.create(new, ledger.text, flushed: true)
            try folder.rename(new, into: folder, as: name)
        } catch {
            try? folder.remove(new)
            throw error
        }
        try folder.flush()
    }

    /// The last step of a build: the journal becomes the manifest.
    func finish() throws(FileProblem) {
        try folder.rename("journal", into: folder, as: "manifest")
        try folder.flush()
    }
}
