import Diagnostics
import Synchronization

/// The files of data that a site offers, made once, when they are first asked for: to make them takes as long as to
/// read the tables, and no page has to wait for it.
final class OfferedData: Sendable {
    private struct Made: Sendable {
        let files: [SiteData.Download]
        let problems: [Diagnostic]
    }

    private let downloads: DataDownloads
    private let made = Mutex<Made?>(nil)
    let addresses: [SiteAddress]

    init(_ downloads: DataDownloads) {
        self.downloads = downloads
        addresses = downloads.addresses
    }

    var files: [SiteData.Download] { make().files }
    var problems: [Diagnostic] { make().problems }

    private func make() -> Made {
        made.withLock { made in
            if let made { return made }
            var problems: [Diagnostic] = []
            let files = downloads.files(reporting: &problems)
            let new = Made(files: files, problems: problems)
            made = new
            return new
        }
    }
}
