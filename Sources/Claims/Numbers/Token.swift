/// A word, a numeral or a mark in a piece of prose.
struct Token: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// Letters, with apostrophes inside; also a name that holds digits has no number to tell.
        case word
        /// A numeral, and the power of ten of its last digit.
        case numeral(ExactDecimal, unit: Int)
        /// `11th`.
        case ordinal(ExactDecimal)
        /// `1/3`, `½`.
        case fraction(numerator: Int, denominator: Int)
        /// `2014-04-28`, `2014-04`.
        case date(DateText)
        /// Digits that are no number: `4K`, `H.264`, `0.31.2`, `2010s`, `20:30`.
        case name
        case mark
    }

    let kind: Kind
    /// In lower case, with straight apostrophes.
    let text: String
    /// In bytes of the text it stands in.
    let range: Range<Int>
    /// Whether nothing stands between this and the token before.
    let isGlued: Bool
    let isCapitalised: Bool
    /// Letters that directly follow a numeral: `bn`, `mbps`; a single one as it is written, `M`.
    let suffix: String

    init(
        _ kind: Kind, _ text: String, _ range: Range<Int>, isGlued: Bool, isCapitalised: Bool = false,
        suffix: String = ""
    ) {
        self.kind = kind
        self.text = text
        self.range = range
        self.isGlued = isGlued
        self.isCapitalised = isCapitalised
        self.suffix = suffix
    }

    var isWord: Bool { kind == .word }

    /// A whole number of at most nine digits that is written without separators.
    var plainInteger: Int? {
        guard case .numeral(_, 0) = kind, suffix.isEmpty, text.utf8.count <= 9 else { return nil }
        return Int(text)
    }

    /// A year from 1900 to 2099.
    var year: Int? { plainInteger.flatMap { (1900...2099).contains($0) ? $0 : nil } }
}
