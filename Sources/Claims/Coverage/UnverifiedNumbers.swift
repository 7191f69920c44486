package import Diagnostics

/// A number in prose that no fact or claim covers.
package struct UnverifiedNumber: Sendable, Hashable {
    /// As the author wrote it.
    package let text: String
    package let location: SourceLocation

    package init(text: String, location: SourceLocation) {
        self.text = text
        self.location = location
    }
}

extension UnverifiedNumber {
    /// A quick look whether one may stand in a text; it never says no where one does.
    package static func mayStand(in text: Span<UInt8>) -> Bool { NumberGlance.mayHoldNumber(text) }

    /// The digits, ordinals and number words of the prose, in its order.
    ///
    /// Left out are dates and their parts (`28 April`, 2014 and every other year from 1900 to 2099, the
    /// 2010s, 20:30), versions, numbers in names (4K, H.264, IPv6, Level 3, HTTP/2), `no` and `none`,
    /// `single`, `once` and `double`, `one` as a pronoun (no one, one of, one another, the one), and `first`
    /// but for a place (was first, first place). A X
    package static func all(in runs: [ProseRun]) -> [Self] {
        runs.flatMap(Self.all)
    }

    private static func all(in run: ProseRun) -> [Self] {
        guard NumberGlance.mayHoldNumber(run.text) else { return [] }
        let tokens = Tokenizer.tokens(of: run.text)
        let dates = DateScanner.dates(in: tokens)
        let filter = NumberFilter(tokens: tokens)
        let found = QuantityScanner(tokens, dates: dates).quantities(of: run.text)
        guard !found.isEmpty else { return [] }
        return found.filter(filter.counts).map { quantity in
            let start = tokens[quantity.tokens.lowerBound].range.lowerBound
            let written = quantity.figure.written
            return Self(text: written, location: run.location(at: start, length: written.utf8.count))
        }
    }
}
