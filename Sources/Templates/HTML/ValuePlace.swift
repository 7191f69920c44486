/// What a value must be where it is written.
enum ValuePlace: Sendable, Hashable {
    /// Among elements: text, escaped, or markup.
    case content
    /// Text, escaped, in quotation marks.
    case attribute(String)
    /// Text, escaped, in `<title>` or `<textarea>`.
    case plainText(RawTextElement)
    /// Markup in a script of type `application/ld+json`, which its maker has escaped for scripts.
    case linkedData
}

/// Why no value may be written somewhere.
struct ForbiddenPlace: Error {
    let message: String
    let note: String
    var help: String? = nil
}

extension HTMLPosition {
    /// What a value may be that is written here.
    func valuePlace() throws(ForbiddenPlace) -> ValuePlace {
        switch self {
        case .text: return .content
        case .value(_, let attribute, _): return try attribute.valuePlace()
        case .rawText(let tag, _): return try tag.valuePlace()
        case .beforeValue(_, let attribute), .unquotedValue(_, let attribute):
            throw ForbiddenPlace(
                message: "a value stands in the attribute '\(attribute.name)' without quotation marks",
                note: "a space in the value would begin another attribute",
                help: "write \(attribute.name)=\"{{\u{2026}}}\"")
        case .lessThan, .carriedLessThan, .endTagOpen, .tagName:
            throw ForbiddenPlace(
                message: "a value stands in a tag's name",
                note: "only the template says which elements there are")
        case .tag, .attributeName, .afterAttributeName:
            throw ForbiddenPlace(
                message: "a value stands inside a tag, outside of an attribute's value",
                note: "only the template says which attributes there are",
                help: "put the attribute into a section: {{#name}} class=\"{{name}}\"{{/name}}")
        case .comment:
            throw ForbiddenPlace(
                message: "a value stands in a comment", note: "'--' in the value would end the comment",
                help: "write {{! \u{2026} }} for a comment that is not part of the page")
        case .markupDeclaration, .declaration:
            throw ForbiddenPlace(
                message: "a value stands in a declaration",
                note: "a page has one declaration, <!DOCTYPE html>")
        }
    }
}

extension HTMLAttribute {
    fileprivate func valuePlace() throws(ForbiddenPlace) -> ValuePlace {
        switch kind {
        case .plain, .address, .addressList: return .attribute(name)
        case .script:
            throw ForbiddenPlace(
                message: "a value stands in the script of '\(name)'",
                note: "escaping does not keep a value from being run as a script",
                help: "put the value into a data- attribute")
        case .style:
            throw ForbiddenPlace(
                message: "a value stands in the attribute 'style'",
                note: "escaping does not keep a value from being read as a style",
                help: "choose a class, or put the value into a data- attribute")
        case .document:
            throw ForbiddenPlace(
                message: "a value stands in the attribute 'srcdoc'",
                note: "its content is read as a document, so that escaped text becomes markup again")
        }
    }
}

extension HTMLTag {
    fileprivate func valuePlace() throws(ForbiddenPlace) -> ValuePlace {
        guard let element else { return .content }
        switch element {
        case .title, .textarea: return .plainText(element)
        case .script where isLinkedData: return .linkedData
        case .script:
            throw ForbiddenPlace(
                message: "a value stands in <script>",
                note: "escaping does not keep a value from being run as a script",
                help: "put the value into a data- attribute")
        case .style:
            throw ForbiddenPlace(
                message: "a value stands in <style>",
                note: "escaping does not keep a value from being read as a style", help: "choose a class")
        case .iframe, .noembed, .noframes, .xmp, .plaintext:
            throw ForbiddenPlace(
                message: "a value stands in <\(element.rawValue)>", note: "escaped text is not read there")
        }
    }
}
