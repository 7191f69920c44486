package import Diagnostics

/// A stretch of prose without markup, code, quotations, links, facts and claims.
package struct ProseRun: Sendable, Hashable {
    package let text: String
    /// The first byte of the text.
    package let location: SourceLocation

    package init(text: String, location: SourceLocation) {
        self.text = text
        self.location = location
    }
}

/// A number in prose that no fact or claim covers.
package struct UnverifiedNumber: Sendable, Hashable {
    /// As the author wrote it.
    package let text: String
    package let location: SourceLocation
}

extension UnverifiedNumber {
    /// The digits, ordinals and number words of the prose, in its order.
    ///
    /// Left out are dates and their parts (`28 April`, 2014 and every other year from 1900 to 2099, the
    /// 2010s, 20:30), versions, numbers in names (4K, H.264, IPv6, Level 3, HTTP/2), `no` and `none`,
    /// `single`, `once` and `double`, `one` as a pronoun (no one, one of, one another, the one), and `first`
    /// but for a place (was first, first place). A run that goes over several lines tells the line, and the
    /// column as if the line stood alone.
    package static func all(in runs: [ProseRun]) -> [Self] {
        runs.flatMap(Self.all)
    }

    private static func all(in run: ProseRun) -> [Self] {
        guard mayHoldNumber(run.text) else { return [] }
        let tokens = Tokenizer.tokens(of: run.text)
        let dates = DateScanner.dates(in: tokens)
        let filter = NumberFilter(tokens: tokens)
        let found = QuantityScanner(tokens, dates: dates).quantities(of: run.text)
        guard !found.isEmpty else { return [] }
        var places = RunPlaces(of: run)
        return found.filter(filter.counts).map { quantity in
            let start = tokens[quantity.tokens.lowerBound].range.lowerBound
            let written = quantity.figure.written
            return Self(text: written, location: places.location(at: start, length: written.utf8.count))
        }
    }

    /// Most runs are read for nothing; a text of no letters and digits is not read at all.
    private static func mayHoldNumber(_ text: String) -> Bool {
        text.utf8.contains { $0 >= 0x30 && $0 != 0x3A && $0 != 0x3B && $0 != 0x3F }
    }
}

/// Where the bytes of a run stand in their file, asked for in rising order.
private struct RunPlaces {
    private let bytes: [UInt8]
    private var location: SourceLocation
    private var index = 0

    init(of run: ProseRun) {
        bytes = Array(run.text.utf8)
        location = run.location
    }

    mutating func location(at offset: Int, length: Int) -> SourceLocation {
        while index < offset {
            location.column += 1
            if bytes[index] == UInt8(ascii: "\n") {
                location.line += 1
                location.column = 1
            }
            index += 1
        }
        return SourceLocation(
            path: location.path, line: location.line, column: location.column, length: length)
    }
}
