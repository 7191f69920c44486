import Diagnostics
import Synchronization

/// The files of data that a site offers, made once, when they are first asked for: to make them takes as long as to
/// read the tables, and no page has to wait for it.
final class OfferedData: Sendable {
    /// Those of tables and those of views, which two processors can make at once.
    private let parts: [Part]
    let addresses: [SiteAddress]

    init(_ downloads: DataDownloads) {
        parts = [
            Part { _ in downloads.ofTables() },
            Part { downloads.ofViews(reporting: &$0) },
        ]
        addresses = downloads.addresses
    }

    var files: [SiteData.Download] { parts.flatMap { $0.made.files } }

    /// Makes all files, and tells what is wrong with them.
    func problems() async -> [Diagnostic] {
        await parallelMap(parts, grain: 1) { $0.made.problems }.flatMap(\.self)
    }

    private final class Part: Sendable {
        struct Made: Sendable {
            let files: [SiteData.Download]
            let problems: [Diagnostic]
        }

        private let make: @Sendable (inout [Diagnostic]) -> [SiteData.Download]
        private let known = Mutex<Made?>(nil)

        init(_ make: @escaping @Sendable (inout [Diagnostic]) -> [SiteData.Download]) {
            self.make = make
        }

        var made: Made {
            known.withLock { known in
                if let known { return known }
                var problems: [Diagnostic] = []
                let files = make(&problems)
                let new = Made(files: files, problems: problems)
                known = new
                return new
            }
        }
    }
}
