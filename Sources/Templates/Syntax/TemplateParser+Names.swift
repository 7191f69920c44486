import Diagnostics

// Names in tags.
extension TemplateParser {
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The dotted name in a tag, or nil where it is none, which is reported.
    mutating func path(in tag: TemplateTag) -> TemplatePath? {
        let name = bytes[tag.name]
        if name.elementsEqual([UInt8(ascii: ".")]) {
            return TemplatePath(parts: [], offset: tag.name.lowerBound)
        }
        let parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNameByte) }) else {
            reportName(
                tag, "a name has letters, digits, '_' and '-', and its parts are separated by '.'")
            return nil
        }
        return TemplatePath(
            parts: parts.map { String(decoding: $0, as: UTF8.self) }, offset: tag.name.lowerBound)
    }

    /// The name of a template or a block in a tag, or nil where it is none, which is reported.
    mutating func templateName(in tag: TemplateTag) -> TemplateName? {
        let parts = bytes[tag.name].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNameByte) }) else {
            reportName(
                tag, "a template's name has letters, digits, '_' and '-', and '/' after a folder's name")
            return nil
        }
        return TemplateName(text: text(tag.name), offset: tag.name.lowerBound)
    }

    private mutating func reportName(_ tag: TemplateTag, _ note: String) {
        let message =
            tag.name.isEmpty
            ? "the tag \(text(tag.range)) has no name"
            : "'\(text(tag.name))' is not a name that a tag can have"
        report("tag-syntax", at: tag.name.isEmpty ? tag.range : tag.name, message, notes: [note])
    }

    mutating func report(
        _ code: String, at range: Range<Int>, _ message: String, notes: [String] = [], help: String? = nil
    ) {
        problems.append(
            source.diagnostic(
                code, at: range.lowerBound, length: range.count, message, notes: notes, help: help))
    }
}

// Tags that do not match.
extension TemplateParser {
    mutating func reportUnclosedTag(at start: Int, next: Int?) {
        var notes = ["the text ends before '\(closing)'"]
        if let next { notes = ["another tag begins at line \(source.line(of: next)) before '\(closing)'"] }
        let end = min(next ?? bytes.count, start + 40)
        let line = bytes[start..<end].prefix { !$0.isLineFeed }
        let name = bytes.trimmed(start..<line.endIndex)
        report("unclosed-tag", at: name, "the tag \(text(name)) is not closed", notes: notes)
    }

    private var closing: String { String(decoding: delimiters.closing, as: UTF8.self) }

    mutating func reportUnclosed(_ opened: OpenTag, closedBy tag: TemplateTag?) {
        let here = text(opened.range)
        let help = "write {{/\(opened.name)}} where it ends"
        if let tag {
            report(
                "wrong-closing-tag", at: tag.range,
                "\(text(tag.range)) stands where {{/\(opened.name)}} is due",
                notes: ["\(here) was opened in line \(source.line(of: opened.range.lowerBound))"], help: help)
        } else {
            report(
                "unclosed-section", at: opened.range, "\(here) is not closed",
                notes: ["the text ends in line \(source.line(of: bytes.count)) before {{/\(opened.name)}}"],
                help: help)
        }
    }

    mutating func reportStrayClosing(_ tag: TemplateTag) {
        let innermost = open[open.count - 1]
        let here = text(tag.range)
        if innermost.range.isEmpty {
            report("wrong-closing-tag", at: tag.range, "\(here) closes nothing: no tag is open here")
        } else {
            report(
                "wrong-closing-tag", at: tag.range, "\(here) stands where {{/\(innermost.name)}} is due",
                notes: [
                    "\(text(innermost.range)) was opened in line \(source.line(of: innermost.range.lowerBound))"
                ],
                help: suggestion(
                    for: text(tag.name), among: open.filter { !$0.range.isEmpty }.map(\.name)))
        }
    }

    mutating func reportTwice(_ name: TemplateName, first: TemplateName) {
        report(
            "duplicate-block", at: name.offset..<name.offset + name.length,
            "the block '\(name.text)' is given twice",
            notes: ["first in line \(source.line(of: first.offset))"])
    }

    mutating func reportNesting() {
        let innermost = open[open.count - 1]
        report(
            "template-nesting", at: innermost.range,
            "more than \(TemplateLimits.nesting) tags are open within each other")
    }
}
