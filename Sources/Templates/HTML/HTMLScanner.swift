/// Follows HTML through the literal text of a template, far enough to know what may stand at a tag.
///
/// After the tokenization chapter of the HTML standard, without character references, the escaped states
/// of scripts, and CDATA.
struct HTMLScanner {
    /// Something at a byte of the text that is scanned.
    enum Event: Sendable {
        /// The value of an address attribute begins at the offset, in quotation marks or without.
        case opensAddress(at: Int, HTMLAttribute, isQuoted: Bool)
        /// It ends before the offset.
        case closesAddress(at: Int)
        /// An attribute runs into what may stand before it.
        case missingSpace(at: Int)
        /// A tag's name begins behind a `<` that stands in another part of the template.
        case splitTagName(at: Int)
    }

    private(set) var position: HTMLPosition
    /// Where the last tag, comment or declaration begins.
    private(set) var lastLessThan: Int?
    private(set) var events: [Event] = []
    /// The tag's or attribute's name, or the value of a script's type, in lower case.
    private var word: [UInt8] = []

    init(from position: HTMLPosition) { self.position = position }

    /// Goes on at another place, behind something other than literal text.
    mutating func resume(at position: HTMLPosition) {
        self.position = position
        word = []
    }

    /// Goes through the text and returns what happened in it.
    mutating func scan(_ bytes: [UInt8], _ range: Range<Int>) -> [Event] {
        events = []
        for offset in range { step(bytes[offset], at: offset) }
        return events
    }

    private mutating func step(_ byte: UInt8, at offset: Int) {
        switch position {
        case .text:
            guard byte == .lessThan else { return }
            position = .lessThan
            lastLessThan = offset
        case .lessThan, .carriedLessThan: stepBehindLessThan(byte, at: offset)
        case .endTagOpen: stepBehindEndTagOpen(byte)
        case .markupDeclaration(let dashes): stepInDeclaration(byte, dashes)
        case .declaration: if byte == .greaterThan { position = .text }
        case .comment(let dashes): stepInComment(byte, dashes)
        case .rawText(let tag, let matched): stepInRawText(byte, tag, matched)
        case .tagName(let isEnd): stepInTagName(byte, isEnd: isEnd)
        case .tag(let tag, let isSeparated): stepInTag(byte, at: offset, tag, isSeparated: isSeparated)
        case .attributeName(let tag): stepInAttributeName(byte, at: offset, tag)
        case .afterAttributeName(let tag, let attribute):
            if byte == .equals {
                position = .beforeValue(tag, attribute)
            } else if !byte.isTemplateSpace {
                stepInTag(byte, at: offset, tag, isSeparated: true)
            }
        case .beforeValue(let tag, let attribute): stepBeforeValue(byte, at: offset, tag, attribute)
        case .value(let tag, let attribute, let quote):
            stepInValue(byte, at: offset, tag, attribute, quote)
        case .unquotedValue(let tag, let attribute):
            stepInUnquotedValue(byte, at: offset, tag, attribute)
        }
    }

    private mutating func stepBehindLessThan(_ byte: UInt8, at offset: Int) {
        let beginsTag = byte.isLetter || byte == .slash || byte == .exclamationMark || byte == .questionMark
        if beginsTag, position == .carriedLessThan {
            events.append(.splitTagName(at: offset))
            position = .text
            return
        }
        switch byte {
        case .slash: position = .endTagOpen
        case .exclamationMark: position = .markupDeclaration(dashes: 0)
        case .questionMark: position = .declaration
        case .lessThan: position = .lessThan
        default:
            position = byte.isLetter ? .tagName(isEnd: false) : .text
            word = [byte.lowercased]
        }
    }

    private mutating func stepBehindEndTagOpen(_ byte: UInt8) {
        word = [byte.lowercased]
        if byte.isLetter {
            position = .tagName(isEnd: true)
        } else {
            position = byte == .greaterThan ? .text : .declaration
        }
    }

    private mutating func stepInDeclaration(_ byte: UInt8, _ dashes: Int) {
        if byte == .dash {
            // `<!-->` is a whole comment, so the dashes that open one may also close it.
            position = dashes == 0 ? .markupDeclaration(dashes: 1) : .comment(dashes: 2)
        } else {
            position = byte == .greaterThan ? .text : .declaration
        }
    }

    private mutating func stepInComment(_ byte: UInt8, _ dashes: Int) {
        if byte == .greaterThan, dashes >= 2 {
            position = .text
        } else {
            position = .comment(dashes: byte == .dash ? min(dashes + 1, 2) : 0)
        }
    }

    private mutating func stepInRawText(_ byte: UInt8, _ tag: HTMLTag, _ matched: Int) {
        guard let element = tag.element, element != .plaintext else { return }
        if matched == 0, byte != .lessThan { return }
        let ending = [.lessThan, .slash] + Array(element.rawValue.utf8)
        if matched == ending.count, byte == .greaterThan || byte == .slash || byte.isTemplateSpace {
            let end = HTMLTag(isEnd: true)
            position = byte == .greaterThan ? .text : .tag(end, isSeparated: true)
        } else if matched < ending.count, byte.lowercased == ending[matched] {
            position = .rawText(tag, matched: matched + 1)
        } else {
            position = .rawText(tag, matched: byte == .lessThan ? 1 : 0)
        }
    }

    private mutating func stepInTagName(_ byte: UInt8, isEnd: Bool) {
        if byte == .greaterThan || byte == .slash || byte.isTemplateSpace {
            let tag = tagSoFar(isEnd: isEnd)
            if byte == .greaterThan { finish(tag) } else { position = .tag(tag, isSeparated: true) }
        } else {
            word.append(byte.lowercased)
        }
    }

    /// The tag whose name is being read.
    func tagSoFar(isEnd: Bool) -> HTMLTag {
        let name = String(decoding: word, as: UTF8.self)
        return HTMLTag(element: isEnd ? nil : RawTextElement(rawValue: name), isEnd: isEnd)
    }

    private mutating func finish(_ tag: HTMLTag) {
        position = tag.element == nil ? .text : .rawText(tag, matched: 0)
    }

    private mutating func stepInTag(_ byte: UInt8, at offset: Int, _ tag: HTMLTag, isSeparated: Bool) {
        if byte == .greaterThan {
            finish(tag)
        } else if byte == .slash || byte.isTemplateSpace {
            position = .tag(tag, isSeparated: true)
        } else {
            if !isSeparated { events.append(.missingSpace(at: offset)) }
            word = [byte.lowercased]
            position = .attributeName(tag)
        }
    }

    private mutating func stepInAttributeName(_ byte: UInt8, at offset: Int, _ tag: HTMLTag) {
        if byte == .equals {
            position = .beforeValue(tag, attributeSoFar)
        } else if byte.isTemplateSpace {
            position = .afterAttributeName(tag, attributeSoFar)
        } else if byte == .greaterThan || byte == .slash {
            stepInTag(byte, at: offset, tag, isSeparated: true)
        } else {
            word.append(byte.lowercased)
        }
    }

    private var attributeSoFar: HTMLAttribute {
        HTMLAttribute(name: String(decoding: word, as: UTF8.self))
    }

    private mutating func stepBeforeValue(
        _ byte: UInt8, at offset: Int, _ tag: HTMLTag, _ attribute: HTMLAttribute
    ) {
        if byte.isTemplateSpace { return }
        word = []
        switch byte {
        case .quotationMark, .apostrophe:
            position = .value(tag, attribute, quote: byte)
            if attribute.holdsAddress {
                events.append(.opensAddress(at: offset + 1, attribute, isQuoted: true))
            }
        case .greaterThan: finish(tag)
        default:
            position = .unquotedValue(tag, attribute)
            word = [byte.lowercased]
            if attribute.holdsAddress {
                events.append(.opensAddress(at: offset, attribute, isQuoted: false))
            }
        }
    }

    private mutating func stepInValue(
        _ byte: UInt8, at offset: Int, _ tag: HTMLTag, _ attribute: HTMLAttribute, _ quote: UInt8
    ) {
        guard byte == quote else { return word.append(byte.lowercased) }
        if attribute.holdsAddress { events.append(.closesAddress(at: offset)) }
        position = .tag(tag.with(attribute, word), isSeparated: true)
    }

    private mutating func stepInUnquotedValue(
        _ byte: UInt8, at offset: Int, _ tag: HTMLTag, _ attribute: HTMLAttribute
    ) {
        guard byte == .greaterThan || byte.isTemplateSpace else { return word.append(byte.lowercased) }
        if attribute.holdsAddress { events.append(.closesAddress(at: offset)) }
        let tag = tag.with(attribute, word)
        if byte == .greaterThan { finish(tag) } else { position = .tag(tag, isSeparated: true) }
    }
}

extension HTMLTag {
    /// The tag with an attribute: a script's type decides whether it is data.
    fileprivate func with(_ attribute: HTMLAttribute, _ value: [UInt8]) -> HTMLTag {
        guard element == .script, attribute.name == "type" else { return self }
        var tag = self
        tag.isLinkedData = value[value.trimmed(0..<value.count)].elementsEqual("application/ld+json".utf8)
        return tag
    }
}

extension UInt8 {
    static let lessThan = UInt8(ascii: "<")
    static let greaterThan = UInt8(ascii: ">")
    static let slash = UInt8(ascii: "/")
    static let equals = UInt8(ascii: "=")
    static let exclamationMark = UInt8(ascii: "!")
    static let questionMark = UInt8(ascii: "?")
    static let dash = UInt8(ascii: "-")
    static let quotationMark = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")

    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowercased) }
    /// In lower case where it is an ASCII letter.
    var lowercased: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }
}
