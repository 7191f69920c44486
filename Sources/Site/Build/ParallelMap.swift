/// The results of `transform` in the order of the elements, worked out on all processors.
///
/// Elements are handed out in runs of about 32, because a task of less than a millisecond costs more than it gains.
func parallelMap<Element: Sendable, Result: Sendable>(
    _ elements: [Element], grain: Int = 32, _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
    guard elements.count > grain else { return elements.map(transform) }
    return await withTaskGroup(of: (Int, [Result]).self) { group in
        for start in stride(from: 0, to: elements.count, by: grain) {
            let run = elements[start..<min(start + grain, elements.count)]
            group.addTask { (start, run.map(transform)) }
        }
        var runs: [Int: [Result]] = [:]
        for await (start, results) in group { runs[start] = results }
        return stride(from: 0, to: elements.count, by: grain).flatMap { runs[$0] ?? [] }
    }
}
