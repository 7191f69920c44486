import Datasets
import Diagnostics

/// `manifest.json`: every file of the site with its size, its digest and what it was made from.
struct Manifest {
    let files: [OutputFile]
    /// What is known of where files come from, as paths in the site's folder.
    let inputs: [SitePath: [String]]

    func file() async -> OutputFile? {
        guard let path = try? SitePath("manifest.json") else { return nil }
        let inputs = inputs
        let items = await parallelMap(files.sorted { $0.path < $1.path }) { file in
            var item = JSONObject()
            item.add("path", file.path.text)
            item.add("bytes", file.size)
            item.add("sha256", file.digest.hex)
            if let sources = inputs[file.path], !sources.isEmpty { item.add("inputs", texts: sources) }
            return item.bytes
        }
        var manifest = JSONObject()
        manifest.add("files", objects: items)
        return OutputFile(path: path, bytes: manifest.bytes + [0x0A])
    }
}
