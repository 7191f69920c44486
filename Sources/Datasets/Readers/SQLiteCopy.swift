import Diagnostics
import Foundation

/// A copy of a SQLite file, and of what a writer or a crash left beside it.
struct SQLiteCopy {
    private static let companions = ["", "-wal", "-journal"]

    private let original: String
    private let source: String
    /// Where the copy stands.
    let path: String

    init(of original: String, named source: String, in folder: String) {
        self.original = original
        self.source = source
        path = folder + "/" + DataPackage.slug(source)
    }

    /// Copies until the files did not change meanwhile; gives up after five seconds.
    func make(reporting problems: inout FileProblems) -> Bool {
        do {
            for _ in 0..<10 {
                remove()
                let before = state()
                for companion in Self.companions where before[companion] != nil {
                    try FileManager.default.copyItem(atPath: original + companion, toPath: path + companion)
                }
                if state() == before { return true }
                Thread.sleep(forTimeInterval: 0.5)
            }
        } catch {
            problems.add(failure("the database could not be copied: \(error.localizedDescription)"))
            return false
        }
        problems.add(failure("the database is being written all the time"))
        return false
    }

    /// Takes the copy away, with what SQLite put beside it.
    func remove() {
        for companion in Self.companions + ["-shm"] {
            try? FileManager.default.removeItem(atPath: path + companion)
        }
    }

    private func failure(_ message: String) -> Diagnostic {
        Diagnostic("sqlite", at: SourceLocation(path: source), message, failing: .surroundings)
    }

    private struct State: Equatable {
        var size: Int
        var changed: Date
    }

    private func state() -> [String: State] {
        var result: [String: State] = [:]
        for companion in Self.companions {
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: original + companion),
                let size = attributes[.size] as? Int, let changed = attributes[.modificationDate] as? Date
            else { continue }
            result[companion] = State(size: size, changed: changed)
        }
        return result
    }
}
