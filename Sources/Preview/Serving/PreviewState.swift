import Diagnostics
import Site
import Synchronization

/// What the server answers from: the last good build, and what is wrong with the sources since.
final class PreviewState: Sendable {
    private struct Values {
        var served: ServedSite?
        var newest: BuiltSite?
        var problems: [Diagnostic] = []
        var revision = 0
    }

    /// Known to the pages of this run only; whoever does not name it gets no events and changes nothing.
    let token: String
    private let reloads: Bool
    private let values = Mutex(Values())

    /// - Parameter reloads: whether pages are to follow the sources
    init(token: String, reloads: Bool = true) {
        self.token = token
        self.reloads = reloads
    }

    var served: ServedSite? { values.withLock { $0.served } }
    /// The last build, good or not.
    var newest: BuiltSite? { values.withLock { $0.newest } }
    var problems: [Diagnostic] { values.withLock { $0.problems } }

    /// Takes a good build; its revision is one more than that of the build before.
    func take(_ site: BuiltSite) -> ServedSite {
        values.withLock { values in
            values.revision += 1
            let element = LiveScript.element(token: token, revision: values.revision)
            let script = reloads ? Array(element.utf8) : []
            let served = ServedSite(site, revision: values.revision, script: script)
            values.served = served
            values.newest = site
            values.problems = []
            return served
        }
    }

    /// Takes a build that failed, and what is wrong with it; the good one before it is served on.
    func fail(_ site: BuiltSite, _ problems: [Diagnostic]) {
        values.withLock { values in
            values.newest = site
            values.problems = problems
        }
    }
}
