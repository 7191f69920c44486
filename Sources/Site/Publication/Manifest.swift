import Datasets
import Diagnostics

/// `manifest.json`: every file of the site with its size, its digest and what it was made from.
struct Manifest {
    static let path = try? SitePath("manifest.json")

    let files: [OutputFile]
    /// What is known of where files come from, as paths in the site's folder.
    let inputs: [SitePath: [String]]
    /// As the last build wrote it, with a line for each file that still stands.
    var known: [UInt8] = []

    func file() async -> OutputFile? {
        guard let path = Self.path else { return nil }
        let inputs = inputs
        let ordered = files.sorted { $0.path < $1.path }
        let items = await parallelMap(Array(zip(ordered, knownItems(of: ordered)))) { file, known in
            known ?? Self.item(for: file, inputs[file.path] ?? [])[...]
        }
        var manifest = JSONObject()
        manifest.add("files", objects: items)
        return OutputFile(path: path, bytes: manifest.bytes + [.lineFeed])
    }

    private static func item(for file: OutputFile, _ inputs: [String]) -> [UInt8] {
        var item = JSONObject()
        item.add("path", file.path.text)
        item.add("bytes", file.size)
        item.add("sha256", file.digest.hex)
        if !inputs.isEmpty { item.add("inputs", texts: inputs) }
        return item.bytes
    }

    /// What the last manifest says of each file that stands as it stood; nil for the others.
    private func knownItems(of files: [OutputFile]) -> [ArraySlice<UInt8>?] {
        var lines = known.dropLast("]}\n".utf8.count).split(separator: .lineFeed)[...]
        var start: [UInt8] = []
        return files.map { file in
            guard file.isStanding, !lines.isEmpty else { return nil }
            start.removeAll(keepingCapacity: true)
            start += "{\"path\":".utf8
            JSONText.append(file.path.text, to: &start)
            // Both are in the same order.
            lines = lines.drop { !$0.starts(with: start) }
            guard let line = lines.popFirst() else { return nil }
            return line.last == UInt8(ascii: ",") ? line.dropLast() : line
        }
    }
}
