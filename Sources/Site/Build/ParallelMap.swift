import Synchronization

/// How many elements are worked on at once; as many as the machine has processors where nothing else is said.
package enum Jobs {
    @TaskLocal package static var limit: Int?
}

/// Begins work that goes on beside that of whoever asks for it, who waits for its `value` later.
///
/// What `async let` is for; but release builds of Swift 6.3.1 give some functions with it too little memory for what
/// they keep while they wait, and they then write beyond it.
func beside<Result: Sendable>(_ work: @escaping @Sendable () async -> Result) -> Task<Result, Never> {
    Task { await work() }
}

/// The results of `transform` in the order of the elements, worked out on all processors.
///
/// Each processor takes runs of elements until none is left, because whoever hands out single ones spends more on it
/// than most of them take. Towards the end the runs become shorter, so that no processor is left with a long one.
///
/// - Parameter grain: how many elements a run has at most; as few are not worth a second processor
func parallelMap<Element: Sendable, Result: Sendable>(
    _ elements: [Element], grain: Int = 32, _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
    guard elements.count > grain else { return elements.map(transform) }
    let workers = Jobs.limit ?? max(1, processorCount)
    let runs = Runs(of: elements.count, by: grain, among: workers)
    let results = Results<Result>(count: elements.count)
    await withTaskGroup { group in
        for _ in 0..<min(workers, elements.count) {
            group.addTask {
                while let run = runs.next() {
                    for place in run { results.put(transform(elements[place]), at: place) }
                }
            }
        }
    }
    return results.take()
}

/// Room for the results of all processors, each of which is put into its place once. Lists of runs would have to be
/// copied into one.
///
/// Unchecked, because the compiler cannot see that ``Runs`` gives each place to one worker alone, and that nobody takes
/// the results before all workers have ended.
@safe private final class Results<Element: Sendable>: @unchecked Sendable {
    private let places: UnsafeMutableBufferPointer<Element>

    init(count: Int) { unsafe places = .allocate(capacity: count) }

    deinit { unsafe places.deallocate() }

    /// Called by whoever has taken the run in which the place lies, and by nobody else.
    func put(_ result: Element, at place: Int) { unsafe places.initializeElement(at: place, to: result) }

    /// All of them; called once, when each place is filled.
    func take() -> [Element] {
        unsafe Array(unsafeUninitializedCapacity: places.count) { array, count in
            count = unsafe array.moveInitialize(fromContentsOf: places)
        }
    }
}

/// Hands out the places of a list, run by run, to whoever asks next.
private final class Runs: Sendable {
    private let total: Int
    private let grain: Int
    private let workers: Int
    private let taken = Atomic(0)

    init(of total: Int, by grain: Int, among workers: Int) {
        self.total = total
        self.grain = grain
        self.workers = workers
    }

    func next() -> Range<Int>? {
        var start = taken.load(ordering: .relaxed)
        while start < total {
            // Half of what each worker would have of the rest.
            let end = start + max(1, min(grain, (total - start) / (2 * workers)))
            let (isMine, now) = taken.compareExchange(
                expected: start, desired: end, ordering: .relaxed)
            if isMine { return start..<end }
            start = now
        }
        return nil
    }
}
