/// What an English phrase says of a number.
package struct Phrase: Sendable, Hashable {
    package enum Reading: Sendable, Hashable {
        case figure(Figure, Qualifier)
        /// Both ends belong to it; `isLoose` widens each end by 10 % of it, as after `about`.
        case range(Figure, Figure, isLoose: Bool)
        /// No number: the expression must be true.
        case statement
        /// Why it says nothing that could be held against one value, in words.
        case unreadable(why: String, help: String)
    }

    package let text: String
    package let reading: Reading
    /// Days, months and years that the phrase names.
    let dates: [DateText]

    /// Phrases of more bytes than this are not read.
    static let longest = 10_000

    package init(reading text: String) {
        self.text = text
        guard text.utf8.count <= Self.longest else {
            let why = "this claim is longer than \(Self.longest) bytes"
            reading = .unreadable(why: why, help: "put the link around the words that hold the number")
            dates = []
            return
        }
        let tokens = Tokenizer.tokens(of: text)
        let found = DateScanner.dates(in: tokens)
        let quantities = QuantityScanner(tokens, dates: found).quantities(of: text)
        reading = PhraseReading(tokens: tokens, quantities: quantities).reading
        let years = tokens.compactMap { found.isEmpty ? $0.year : nil }
        dates = found.map(\.date) + years.map { DateText(year: $0) }
    }
}
