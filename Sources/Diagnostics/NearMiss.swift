/// The candidate that was probably meant, or nil where none is near.
///
/// Near means at most a third of the name in edits, and at least one; an exchange of neighbours is one
/// edit; letter case and `-` against `_` do not count. Of equally near candidates the first in byte order
/// is taken.
package func nearMiss(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = folded(name)
    let limit = max(1, wanted.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in candidates {
        let distance = editDistance(wanted, folded(candidate), limit: limit)
        guard distance <= limit else { continue }
        if best == nil || (distance, candidate) < (best!.distance, best!.name) {
            best = (distance, candidate)
        }
    }
    return best?.name
}

/// `did you mean 'x'?` for a near miss; else the names that exist, where they are few.
package func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
    let sorted = candidates.sorted()
    if let near = nearMiss(name, among: sorted) { return "did you mean '\(near)'?" }
    guard !sorted.isEmpty, sorted.count <= 12 else { return nil }
    return "known here: " + sorted.joined(separator: ", ")
}

private func folded(_ name: String) -> [UInt8] {
    name.lowercased().utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
}

/// Damerau's distance with adjacent exchanges, by three rows;
/// anything over `limit` may be reported as `limit + 1`.
private func editDistance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for i in 0..<left.count {
        var current = [i + 1]
        current.reserveCapacity(right.count + 1)
        for j in 0..<right.count {
            let substitution = previous[j] + (left[i] == right[j] ? 0 : 1)
            var cost = min(substitution, previous[j + 1] + 1, current[j] + 1)
            if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                cost = min(cost, beforePrevious[j - 1] + 1)
            }
            current.append(cost)
        }
        (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
}
