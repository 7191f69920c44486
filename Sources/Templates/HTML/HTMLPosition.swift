/// Where in an HTML document a byte of a template stands.
enum HTMLPosition: Sendable, Hashable {
    case text
    /// Behind `<`.
    case lessThan
    /// In a part of a template that begins behind `<`, where no tag name may be put together.
    case carriedLessThan
    /// Behind `</`.
    case endTagOpen
    /// Behind `<!`, and behind `<!-`.
    case markupDeclaration(dashes: Int)
    case tagName(isEnd: Bool)
    /// In a tag, between attributes; the next one needs a space unless the place is separated.
    case tag(HTMLTag, isSeparated: Bool)
    case attributeName(HTMLTag)
    case afterAttributeName(HTMLTag, HTMLAttribute)
    /// Behind `=`.
    case beforeValue(HTMLTag, HTMLAttribute)
    case value(HTMLTag, HTMLAttribute, quote: UInt8)
    case unquotedValue(HTMLTag, HTMLAttribute)
    /// In an element whose content is not markup; `matched` bytes of its end tag have been read.
    case rawText(HTMLTag, matched: Int)
    case comment(dashes: Int)
    /// `<!DOCTYPE …>` and what HTML takes for a comment, to the next `>`.
    case declaration

    /// As a message says it.
    var description: String {
        switch self {
        case .text: "in text"
        case .lessThan, .carriedLessThan, .endTagOpen, .tagName: "in a tag's name"
        case .markupDeclaration, .declaration: "in a declaration"
        case .tag, .afterAttributeName: "inside a tag"
        case .attributeName: "in an attribute's name"
        case .beforeValue: "behind an attribute's '='"
        case .value(_, let attribute, _): "in the attribute '\(attribute.name)'"
        case .unquotedValue(_, let attribute): "in the attribute '\(attribute.name)' without quotation marks"
        case .rawText(let tag, _): "in <\(tag.element?.rawValue ?? "")>"
        case .comment: "in a comment"
        }
    }
}

/// An element whose content HTML does not read as markup.
enum RawTextElement: String, Sendable, Hashable {
    case script, style, title, textarea, iframe, noembed, noframes, xmp, plaintext
}

/// What of a tag matters for what may stand in it and behind it.
struct HTMLTag: Sendable, Hashable {
    /// Nil for ordinary elements.
    var element: RawTextElement?
    var isEnd = false
    /// A script of type `application/ld+json`, which is data.
    var isLinkedData = false
}

/// An attribute by its name in lower case.
struct HTMLAttribute: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case plain
        case address
        /// Addresses with descriptors, separated by commas.
        case addressList
        /// A script in `onclick` and the like.
        case script
        case style
        /// A whole document in `srcdoc`.
        case document
    }

    let name: String

    var kind: Kind {
        switch name {
        case "href", "src", "action", "formaction", "poster", "xlink:href", "data", "cite", "background",
            "longdesc":
            .address
        case "srcset", "imagesrcset": .addressList
        case "style": .style
        case "srcdoc": .document
        default: name.hasPrefix("on") ? .script : .plain
        }
    }

    var holdsAddress: Bool { kind == .address || kind == .addressList }
}
