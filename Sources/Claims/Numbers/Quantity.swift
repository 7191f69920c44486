/// A figure in a row of tokens.
struct Quantity: Sendable, Hashable {
    let figure: Figure
    let tokens: Range<Int>
    /// The single word it is, where it is one, in lower case.
    let word: String?
    /// Whether a scale word (thousand, million, billion) is part of it.
    let hasScale: Bool
}
