/// The known name that a misspelt one most likely stands for.
enum NearestName {
    /// Nil where no name differs by a third of its letters or fewer; of equals the first by name.
    static func suggestion(for name: String, among names: [String]) -> String? {
        let target = Array(name.utf8.prefix(100))
        return names.sorted()
            .map { (name: $0, distance: distance(target, Array($0.utf8.prefix(100)))) }
            .filter { $0.distance <= max(1, target.count / 3) }
            .min { $0.distance < $1.distance }?.name
    }

    /// Insertions, removals and replacements from one to the other (Levenshtein).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let replaced = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
            }
        }
        return row[right.count]
    }
}
