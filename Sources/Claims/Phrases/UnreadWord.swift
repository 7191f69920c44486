/// A word that a reader takes for a number and no value can be held against: `both`, `hundreds`, `4K`.
struct UnreadWord {
    /// `'4K' is taken for a name`
    let why: String
    /// What to write in its place.
    let help: String

    /// The first in a phrase; nil where it has none.
    init?(in text: String) {
        let bytes = Array(text.utf8)
        for token in Tokenizer.tokens(of: text) {
            let written = "'\(String(decoding: bytes[token.range], as: UTF8.self))'"
            if token.kind == .name {
                why = "\(written) is taken for a name and not for a number"
                help =
                    "write the number by itself, as in '4 thousand' or '4 GB'; "
                    + "for a name, use an expression that is true"
                return
            }
            guard token.isWord, let number = Self.numbers[token.text] else { continue }
            why = "\(written) names no one number"
            help = "write \(number), or use an expression that is true, as in above(value, 1)"
            return
        }
        return nil
    }

    /// For each word how its number could be written.
    private static let numbers = [
        "both": "'two'", "couple": "'two'", "pair": "'two'", "several": "the number",
        "few": "the number", "many": "the number", "most": "'more than half'",
        "majority": "'more than half'", "minority": "'less than half'",
        "hundred": "'a hundred' or 'two hundred'", "thousand": "'a thousand' or 'two thousand'",
        "million": "'a million' or 'two million'", "billion": "'a billion' or 'two billion'",
        "dozens": "a bound, as in 'more than two dozen'",
        "hundreds": "a bound, as in 'more than two hundred'",
        "thousands": "a bound, as in 'more than two thousand'",
        "millions": "a bound, as in 'more than two million'",
        "billions": "a bound, as in 'more than two billion'",
    ]
}
