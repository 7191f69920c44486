import Diagnostics
import Site
import Synchronization

/// What the server answers from: the last good build, and what is wrong with the sources since.
final class PreviewState: Sendable {
    private struct Values {
        var served: ServedSite?
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
    var problems: [Diagnostic] { values.withLock { $0.problems } }

    /// Takes a good build; its revision is one more than that of the build before.
    func take(_ site: BuiltSite) -> ServedSite {
        values.withLock { values in
            values.revision += 1
            let element = LiveScript.element(token: token, revision: values.revision)
            let script = reloads ? Array(element.utf8) : []
            let served = ServedSite(site, revision: values.revision, script: script)
            values.served = served
            values.problems = []
            return served
        }
    }

    /// Takes what is wrong with a build that failed; the good one before it stays.
    func fail(_ problems: [Diagnostic]) {
        values.withLock { $0.problems = problems }
    }
}
