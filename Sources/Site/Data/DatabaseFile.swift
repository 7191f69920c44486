import Datasets
import Diagnostics
import Foundation

/// A SQLite file of the site's data.
struct DatabaseFile {
    let resource: Resource
    /// The site's folder, and the file's path in it.
    let root: String
    let path: String

    /// Its tables, read from a copy in a temporary folder of this build's own.
    func tables(reporting diagnostics: inout [Diagnostic]) -> [Table] {
        let folder = NSTemporaryDirectory() + "/sitegen-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            diagnostics.append(
                Diagnostic(
                    "temporary-folder", at: SourceLocation(path: path),
                    "no temporary folder can be made, in which to read this database",
                    help: "set TMPDIR to a folder that can be written", failing: .surroundings))
            return []
        }
        return SQLiteFile.read(
            resource, at: root + "/" + path, named: path, copyingTo: folder, reporting: &diagnostics)
    }
}
