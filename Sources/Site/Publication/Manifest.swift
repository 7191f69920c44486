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
        let (files, inputs) = (files, inputs)
        let paths = files.map(\.path)
        let order = paths.indices.sorted { paths[$0] < paths[$1] }
        var items = knownItems(inOrder: order)
        let unknown = items.indices.filter { items[$0] == nil }
        let made = await parallelMap(unknown) { place in
            let file = files[order[place]]
            return Self.item(for: file, inputs[file.path] ?? [])
        }
        for (place, item) in zip(unknown, made) { items[place] = item[...] }
        return OutputFile(path: path, bytes: Self.text(items.compactMap(\.self)))
    }

    private static let start = Array("{\"files\":[\n".utf8)
    private static let end = Array("]}\n".utf8)

    /// A line for each file.
    private static func text(_ items: [ArraySlice<UInt8>]) -> [UInt8] {
        var text = start
        text.reserveCapacity(items.reduce(start.count + end.count) { $0 + $1.count + 2 })
        for (place, item) in items.enumerated() {
            if place > 0 { text += ",\n".utf8 }
            text += item
        }
        text += end
        return text
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
    ///
    /// - Parameter order: the places of the files, by their paths
    private func knownItems(inOrder order: [Int]) -> [ArraySlice<UInt8>?] {
        var rest = known.dropFirst(Self.start.count).dropLast(Self.end.count)
        var start: [UInt8] = []
        return order.map { place in
            guard files[place].isStanding, !rest.isEmpty else { return nil }
            start.removeAll(keepingCapacity: true)
            start += "{\"path\":".utf8
            JSONText.append(files[place].path.text, to: &start)
            // Both are in the same order.
            while !rest.isEmpty {
                let end = rest.firstIndex(of: .lineFeed) ?? rest.endIndex
                let line = rest[..<end]
                rest = rest[min(end + 1, rest.endIndex)...]
                guard line.starts(with: start) else { continue }
                return line.last == UInt8(ascii: ",") ? line.dropLast() : line
            }
            return nil
        }
    }
}
