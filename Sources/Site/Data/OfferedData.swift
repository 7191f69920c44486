import Diagnostics
import Synchronization

/// The files of data that a site offers, made once, when they are first asked for: to make them takes as long as to
/// read the tables, and no page has to wait for it.
///
/// In two parts, which two processors can make at once.
final class OfferedData: Sendable {
    private struct Made: Sendable {
        let files: [SiteData.Download]
        let problems: [Diagnostic]
    }

    private let downloads: DataDownloads
    private let tables = Mutex<Made?>(nil)
    private let views = Mutex<Made?>(nil)
    let addresses: [SiteAddress]

    init(_ downloads: DataDownloads) {
        self.downloads = downloads
        addresses = downloads.addresses
    }

    var files: [SiteData.Download] { ofTables().files + ofViews().files }

    /// Makes all files, and tells what is wrong with them.
    func problems() async -> [Diagnostic] {
        async let ofTables = ofTables().problems
        let ofViews = ofViews().problems
        return await ofTables + ofViews
    }

    private func ofTables() -> Made {
        made(tables) { Made(files: downloads.ofTables(), problems: []) }
    }

    private func ofViews() -> Made {
        made(views) {
            var problems: [Diagnostic] = []
            let files = downloads.ofViews(reporting: &problems)
            return Made(files: files, problems: problems)
        }
    }

    private func made(_ part: borrowing Mutex<Made?>, orElse make: () -> Made) -> Made {
        part.withLock { made in
            if let made { return made }
            let new = make()
            made = new
            return new
        }
    }
}
