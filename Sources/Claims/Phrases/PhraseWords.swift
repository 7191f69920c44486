extension Phrase {
    /// What the phrase says, for a verdict: `the text says 6`, `the text says more than 2.5`.
    var said: String {
        switch reading {
        case .figure(let figure, let qualifier): "the text says \(words(figure, qualifier))"
        case .range(let low, let high, let isLoose):
            "the text says \(isLoose ? "about " : "")from \(low.text) to \(high.text)"
        case .statement: "the text '\(text)' holds no number and must be true"
        case .unreadable(let why, _): why
        }
    }

    private func words(_ figure: Figure, _ qualifier: Qualifier) -> String {
        switch qualifier {
        case .plain: figure.text + precision(figure)
        case .exactly: "\(figure.text) (exactly)"
        case .about: "about \(figure.text) (within 10 %)"
        case .nearly: "nearly \(figure.text) (below it by at most 10 %)"
        case .justOver: "just over \(figure.text) (above it by at most 10 %)"
        case .moreThan, .atLeast, .lessThan, .atMost: "\(qualifier.rawValue) \(figure.text)"
        }
    }

    private func precision(_ figure: Figure) -> String {
        switch figure.form {
        case .cardinal: ""
        case .ordinal: " (as a place)"
        case .fraction: ""
        case .multiple: " (as a multiple)"
        }
    }
}
