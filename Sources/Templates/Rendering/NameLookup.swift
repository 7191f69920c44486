import Diagnostics

/// Why a name stands for nothing.
enum UnknownName: Error {
    /// No record has the first part; `known` are the names that there are.
    case first(known: [String])
    /// The record named by the parts before has no such part.
    case part(Int, known: [String])
    /// What the parts before name is no record.
    case noRecord(Int, TemplateValue)
}

extension [TemplateValue] {
    /// The value of a name, looked for from the innermost record outwards.
    ///
    /// The parts of an absent value are absent.
    func value(of path: TemplatePath) throws(UnknownName) -> TemplateValue {
        guard let first = path.parts.first else { return last ?? .absent }
        var value = try value(of: first)
        for part in 1..<Swift.max(1, path.parts.count) {
            switch value {
            case .record(let record):
                guard let inner = record[path.parts[part]] else {
                    throw .part(part, known: record.names.names)
                }
                value = inner
            case .absent: return .absent
            default: throw .noRecord(part, value)
            }
        }
        return value
    }

    private func value(of name: String) throws(UnknownName) -> TemplateValue {
        for case .record(let record) in reversed() {
            if let value = record[name] { return value }
        }
        throw .first(known: flatMap { $0.names })
    }
}

extension TemplateValue {
    fileprivate var names: [String] {
        if case .record(let record) = self { record.names.names } else { [] }
    }

    /// As a message says it.
    fileprivate var kindName: String {
        switch self {
        case .absent: "absent"
        case .flag: "a condition"
        case .text: "text"
        case .markup: "markup"
        case .list: "a list"
        case .record: "a record"
        }
    }
}

extension TemplateSource {
    func diagnostic(for error: UnknownName, _ path: TemplatePath) -> Diagnostic {
        switch error {
        case .first(let known):
            let (offset, length) = path.place(of: 0)
            return diagnostic(
                "unknown-name", at: offset, length: length, "there is no '\(path.text(through: 0))' here",
                notes: ["a name that has no value is empty, but one that does not exist is a mistake"],
                help: suggestion(for: path.parts[0], among: Set(known)))
        case .part(let part, let known):
            let (offset, length) = path.place(of: part)
            return diagnostic(
                "unknown-name", at: offset, length: length,
                "'\(path.text(through: part - 1))' has no '\(path.parts[part])'",
                notes: ["a name that has no value is empty, but one that does not exist is a mistake"],
                help: suggestion(for: path.parts[part], among: known))
        case .noRecord(let part, let value):
            let (offset, length) = path.place(of: part)
            return diagnostic(
                "unknown-name", at: offset, length: length,
                "'\(path.text(through: part - 1))' is \(value.kindName) and has no '\(path.parts[part])'",
                help: value.partHelp(path.text(through: part - 1)))
        }
    }

    /// The value cannot be written where it stands.
    func diagnostic(rejecting value: TemplateValue, _ use: ValueUse) -> Diagnostic {
        let path = use.name.path
        let (message, note, help) = value.rejection(path.text, in: use.place)
        return diagnostic(
            "value-kind", at: path.offset, length: path.text.utf8.count, message, notes: [note], help: help)
    }
}

extension TemplateValue {
    fileprivate func partHelp(_ name: String) -> String? {
        if case .list = self { return "write {{#\(name)}}\u{2026}{{/\(name)}} to go through it" }
        return nil
    }

    fileprivate func rejection(
        _ name: String, in place: ValuePlace
    ) -> (message: String, note: String, help: String?) {
        switch self {
        case .text where place == .linkedData:
            ("'\(name)' is text", "this script takes finished JSON only", nil)
        case .text:
            (
                "'\(name)' is text, which is not trusted markup", "raw text could bring markup of its own",
                "write {{\(name)}}"
            )
        case .markup:
            ("'\(name)' is markup and stands in \(place.description)", "only text may stand there", nil)
        case .list, .record:
            (
                "'\(name)' is \(kindName) and cannot be written", "only text and markup can be written",
                "write {{#\(name)}}\u{2026}{{/\(name)}} to use what it holds"
            )
        case .flag, .absent:
            (
                "'\(name)' is a condition and cannot be written", "only text and markup can be written",
                "write {{#\(name)}}\u{2026}{{/\(name)}} for what depends on it"
            )
        }
    }
}

extension ValuePlace {
    fileprivate var description: String {
        switch self {
        case .content: "text"
        case .attribute(let name): "the attribute '\(name)'"
        case .plainText(let element): "<\(element.rawValue)>"
        case .linkedData: "a script"
        }
    }
}
