/// How many elements are worked on at once; as many as the machine has processors where nothing else is said.
package enum Jobs {
    @TaskLocal package static var limit: Int?
}

/// The results of `transform` in the order of the elements, worked out on all processors.
///
/// Elements are handed out in runs of about 32, because a task of less than a millisecond costs more than it gains.
func parallelMap<Element: Sendable, Result: Sendable>(
    _ elements: [Element], grain: Int = 32, _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
    guard elements.count > grain else { return elements.map(transform) }
    return await withTaskGroup(of: (Int, [Result]).self) { group in
        var starts = stride(from: 0, to: elements.count, by: grain).makeIterator()
        func start() {
            guard let start = starts.next() else { return }
            let run = elements[start..<min(start + grain, elements.count)]
            group.addTask { (start, run.map(transform)) }
        }
        for _ in 0..<(Jobs.limit ?? elements.count / grain + 1) { start() }
        var runs: [Int: [Result]] = [:]
        for await (first, results) in group {
            runs[first] = results
            start()
        }
        return stride(from: 0, to: elements.count, by: grain).flatMap { runs[$0] ?? [] }
    }
}
