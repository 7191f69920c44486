import Synchronization

/// How many elements are worked on at once; as many as the machine has processors where nothing else is said.
package enum Jobs {
    @TaskLocal package static var limit: Int?
}

/// The results of `transform` in the order of the elements, worked out on all processors.
///
/// Each processor takes runs of about 32 elements until none is left, because whoever hands out single ones spends
/// more on it than most of them take.
func parallelMap<Element: Sendable, Result: Sendable>(
    _ elements: [Element], grain: Int = 32, _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
    guard elements.count > grain else { return elements.map(transform) }
    let runs = Runs(of: elements.count, by: grain)
    return await withTaskGroup(of: [(Int, [Result])].self) { group in
        for _ in 0..<min(Jobs.limit ?? max(1, processorCount), runs.count) {
            group.addTask {
                var done: [(Int, [Result])] = []
                while let run = runs.next() { done.append((run.lowerBound, elements[run].map(transform))) }
                return done
            }
        }
        var done: [(Int, [Result])] = []
        for await runs in group { done += runs }
        return done.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
}

/// Hands out the places of a list, run by run, to whoever asks next.
private final class Runs: Sendable {
    let count: Int
    private let total: Int
    private let grain: Int
    private let taken = Atomic(0)

    init(of total: Int, by grain: Int) {
        self.total = total
        self.grain = grain
        count = (total + grain - 1) / grain
    }

    func next() -> Range<Int>? {
        let start = taken.add(1, ordering: .relaxed).oldValue * grain
        return start < total ? start..<min(start + grain, total) : nil
    }
}
