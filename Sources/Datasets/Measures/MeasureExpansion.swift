import Diagnostics

/// A query's text with the measures that it calls replaced by what they stand for.
struct MeasureExpansion: Sendable {
    let text: String
    /// Of the new text.
    let tokens: [SQLToken]
    private let pieces: [Piece]

    /// A part of the new text that is not the author's.
    private struct Piece: Sendable {
        let start: Int
        let end: Int
        /// What it stands for in the author's text.
        let source: Range<Int>
    }

    /// The place in the author's text of a byte of the new text; of what a measure brought, its call.
    func sourceOffset(_ offset: Int) -> Int {
        var shift = 0
        for piece in pieces where piece.start <= offset {
            if offset < piece.end { return piece.source.lowerBound }
            shift = piece.end - piece.source.upperBound
        }
        return max(0, offset - shift)
    }

    /// The text as it is.
    init(_ text: String, _ tokens: [SQLToken]) {
        self.text = text
        self.tokens = tokens
        pieces = []
    }

    private init(_ text: String, _ pieces: [Piece]) {
        self.text = text
        self.pieces = pieces
        tokens = SQLScanner.tokens(of: text)
    }

    /// Nil with a problem where a measure is called with other arguments than it has.
    init?(
        _ source: SQLText, _ tokens: [SQLToken], _ measures: MeasureTable,
        reporting diagnostics: inout [Diagnostic]
    ) {
        guard !measures.isEmpty, measures.areNamed(in: tokens) else {
            self.init(source.text, tokens)
            return
        }
        do throws(MeasureMisuse) {
            self = try measures.expanded(source.text, tokens)
        } catch {
            diagnostics.append(
                source.diagnostic(
                    "measure-arguments", at: error.token.start, length: error.token.length, error.message,
                    help: "write \(error.measure.signature)"))
            return nil
        }
    }

    /// The text with some ranges of bytes replaced.
    ///
    /// - Parameter replacements: in the order of the text, none within another
    static func replacing(_ replacements: [(range: Range<Int>, text: String)], in text: String) -> Self {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var pieces: [Piece] = []
        var copied = 0
        for (range, text) in replacements {
            result += bytes[copied..<range.lowerBound]
            let start = result.count
            result += text.utf8
            pieces.append(Piece(start: start, end: result.count, source: range))
            copied = range.upperBound
        }
        result += bytes[copied...]
        return Self(String(decoding: result, as: UTF8.self), pieces)
    }
}

/// A call of a measure that does not fit its definition.
struct MeasureMisuse: Error {
    let measure: MeasureDefinition
    /// The name in the text that calls it.
    let token: SQLToken
    let count: Int

    var message: String {
        let wanted = measure.arguments.count
        return "the measure '\(measure.name)' has \(wanted) argument\(wanted == 1 ? "" : "s"), not \(count)"
    }
}
