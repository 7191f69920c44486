/// Sentences about the rows, joined until they would be too long.
struct Prose {
    private(set) var text = ""

    /// The longest summary in characters.
    static let limit = 600

    /// Adds the sentence where it is not empty and still fits.
    mutating func add(_ sentence: String?) {
        guard let sentence, !sentence.isEmpty, text.count + sentence.count + 1 <= Self.limit else { return }
        text += text.isEmpty ? sentence : " " + sentence
    }

    /// `A`, `A and B`, `A, B and C`.
    static func list(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension Chart {
    /// The name of a column's period for a sentence.
    func periodName(_ column: Int) -> String { data.label(Period(standings.columns[column]), .long) }

    func name(_ entity: Int) -> String { standings.series[entity].name }

    /// `Rank chart of 17 ISPs, January 2013 to February 2015, 26 months.`
    func scopeSentence(_ kind: String, entities: Int) -> String {
        let (first, last) = (Period(domain.lowerBound), Period(domain.upperBound))
        let subject = "\(kind) of \(data.noun.counted(entities))"
        guard first != last else { return "\(subject), \(data.label(first, .long))." }
        let count = last.ordinal - first.ordinal + 1
        return
            "\(subject), \(data.label(first, .long)) to \(data.label(last, .long)), \(count) \(data.grain.noun(count))."
    }

    /// `Five lines carry no name.`
    func unnamedSentence(of count: Int) -> String? {
        guard let most = specification.labels.max, [.rank, .line].contains(specification.type),
            count > max(most, 0)
        else { return nil }
        let unnamed = count - max(most, 0)
        return
            "\(NumberText.word(unnamed).capitalisedFirst) \(unnamed == 1 ? "line carries" : "lines carry") no name."
    }

    /// `From February 2014: Google Fiber no longer counted.`
    var seamSentences: String {
        data.breaks.filter { $0.period.ordinal > domain.lowerBound && $0.period.ordinal <= domain.upperBound }
            .map { "From \(data.label($0.period, .long)): \($0.label)." }.joined(separator: " ")
    }

    /// `Marked: Second dam, 23 February 2014.`
    var eventSentence: String {
        let low = Double(domain.lowerBound) - 0.5
        let high = Double(domain.upperBound) + 0.5
        let shown = data.events.filter { event in
            event.moments(on: data.grain).map { $0.upperBound >= low && $0.lowerBound <= high } ?? false
        }
        guard !shown.isEmpty else { return "" }
        if shown.count > 4 { return "\(shown.count) events are marked." }
        return "Marked: " + shown.map { "\($0.title), \($0.start.label(.long))" }.joined(separator: "; ")
            + "."
    }
}
