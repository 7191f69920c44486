/// Writes elements, attributes and text into one growing piece of markup.
///
/// Element and attribute names are literals of the program (`StaticString`), so that no author's text can
/// become one.
///
///     var writer = MarkupWriter()
///     writer.element("p", ["class": "note"]) { $0.text("5 < 6") }
///     writer.markup.string  // <p class="note">5 &lt; 6</p>
package struct MarkupWriter: ~Copyable {
    /// How an element without content is closed.
    package enum Syntax: Sendable {
        /// `<br>`, `<p></p>`
        case html
        /// `<path/>`
        case xml
    }

    private var bytes: [UInt8] = []
    private let syntax: Syntax

    package init(_ syntax: Syntax = .html) {
        self.syntax = syntax
    }

    /// What has been written so far.
    package var markup: Markup { Markup(trusting: bytes) }

    /// Text content, escaped.
    package mutating func text(_ text: String) {
        Escaping.append(text, to: &bytes)
    }

    /// Markup that is already finished.
    package mutating func append(_ markup: Markup) {
        bytes.append(contentsOf: markup.bytes)
    }

    /// Markup that stands in the program itself.
    package mutating func append(literal: StaticString) {
        append(literal)
    }

    /// An element with content.
    package mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, AttributeValue> = [:],
        content: (inout MarkupWriter) -> Void
    ) {
        open(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        content(&self)
        close(name)
    }

    /// An element whose content is text, escaped.
    package mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, AttributeValue> = [:], text: String
    ) {
        open(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        self.text(text)
        close(name)
    }

    /// An element without content: a void element in HTML, a self-closing one in SVG and XML.
    package mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, AttributeValue> = [:]
    ) {
        open(name, attributes)
        if syntax == .xml { bytes.append(UInt8(ascii: "/")) }
        bytes.append(UInt8(ascii: ">"))
    }

    /// An attribute, with a space before it, of a tag that is being written piece by piece.
    package mutating func attribute(_ name: StaticString, _ text: String) {
        begin(attribute: name)
        Escaping.append(text.utf8, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// An attribute with a coordinate, of a tag that is being written piece by piece.
    package mutating func attribute(_ name: StaticString, _ tenths: Double) {
        begin(attribute: name)
        Decimal.append(tenths: tenths, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func begin(attribute name: StaticString) {
        bytes.append(UInt8(ascii: " "))
        append(name)
        bytes.append(UInt8(ascii: "="))
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func open(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, AttributeValue>
    ) {
        bytes.append(UInt8(ascii: "<"))
        append(name)
        for (attribute, value) in attributes {
            if case .absent = value { continue }
            bytes.append(UInt8(ascii: " "))
            append(attribute)
            if case .present = value, syntax == .html { continue }
            bytes.append(UInt8(ascii: "="))
            bytes.append(UInt8(ascii: "\""))
            switch value {
            case .text(let text): Escaping.append(text, to: &bytes)
            case .integer(let number): Decimal.append(number, to: &bytes)
            case .tenths(let number): Decimal.append(tenths: number, to: &bytes)
            case .data(let data): bytes.append(contentsOf: data.bytes)
            case .present, .absent: break
            }
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private mutating func close(_ name: StaticString) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(UInt8(ascii: "/"))
        append(name)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }
}

/// The value of an attribute.
package enum AttributeValue: Sendable, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral {
    case text(String)
    case integer(Int)
    /// A coordinate, written with at most one decimal.
    case tenths(Double)
    /// Path data.
    case data(PathData)
    /// An attribute that stands alone, such as `hidden`.
    case present
    /// No attribute at all.
    case absent

    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }

    /// The text, or no attribute where there is none.
    package static func optional(_ text: String?) -> Self { text.map(Self.text) ?? .absent }
    /// A lone attribute where the condition holds.
    package static func flag(_ isPresent: Bool) -> Self { isPresent ? .present : .absent }
}
