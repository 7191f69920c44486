// Markup: HTML and SVG as trusted bytes, and the only code that escapes.
//
// Belongs here: the type that says "this is markup", the writer that makes it, the escaping, and number
// formatting for coordinates. Does not belong here: what any page or picture looks like.

/// Finished HTML, SVG or XML that needs no further escaping.
///
/// It is made by a ``MarkupWriter``, by a renderer that escapes what it is given, or by `init(trusting:)`,
/// the one door through which text becomes markup unescaped. It cannot be made by joining strings.
package struct Markup: Sendable, Hashable {
    package private(set) var bytes: [UInt8]

    package init() { bytes = [] }

    /// Takes bytes that are known to be well-formed markup from a trusted source.
    package init(trusting bytes: [UInt8]) { self.bytes = bytes }

    /// The text, escaped.
    package init(text: String) {
        var writer = MarkupWriter()
        writer.text(text)
        bytes = writer.markup.bytes
    }

    package var isEmpty: Bool { bytes.isEmpty }

    package var string: String { String(decoding: bytes, as: UTF8.self) }

    package static func + (left: Markup, right: Markup) -> Markup {
        Markup(trusting: left.bytes + right.bytes)
    }

    package static func += (left: inout Markup, right: Markup) {
        left.bytes += right.bytes
    }
}
