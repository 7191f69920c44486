/// The numbers of footnotes: in the order in which the text first refers to them.
struct FootnoteNumbers {
    /// The definitions that are referred to, by their index, in the order of their numbers.
    private(set) var order: [Int] = []
    private var indices: [[UInt8]: Int] = [:]
    private var numbers: [Int: Int] = [:]
    private var occurrences: [Int: Int] = [:]

    init(_ footnotes: [MarkdownTree.Footnote]) {
        for (index, footnote) in footnotes.enumerated() {
            let label = FootnoteLabel.folded(footnote.definition.label)
            if indices[label] == nil { indices[label] = index }
        }
    }

    func isDefined(_ label: [UInt8]) -> Bool { indices[label] != nil }

    /// The labels, where they are few enough to look for a near miss among them.
    var labels: [String] {
        indices.count > 200 ? [] : indices.keys.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Counts one more reference to a footnote; both counts begin at 1.
    mutating func refer(to label: [UInt8]) -> (number: Int, occurrence: Int)? {
        guard let index = indices[label] else { return nil }
        if numbers[index] == nil {
            order.append(index)
            numbers[index] = order.count
        }
        let occurrence = occurrences[index, default: 0] + 1
        occurrences[index] = occurrence
        return (numbers[index] ?? order.count, occurrence)
    }

    /// Footnotes that nothing refers to, and labels defined twice.
    func problems(of footnotes: [MarkdownTree.Footnote]) -> [WalkProblem] {
        footnotes.enumerated().compactMap { index, footnote in
            let label = footnote.definition.label
            let first = indices[FootnoteLabel.folded(label)] ?? index
            guard first == index else {
                let line = footnotes[first].definition.place.line
                return WalkProblem(
                    kind: .repeatedFootnote(label, line: line), place: footnote.definition.place)
            }
            return numbers[index] == nil
                ? WalkProblem(kind: .unusedFootnote(label), place: footnote.definition.place) : nil
        }
    }
}
