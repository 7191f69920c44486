import Diagnostics
import Yams

// The words of libyaml, in the words of somebody who writes YAML.
extension YAMLReader {
    mutating func report(_ finding: YAMLSurvey.Finding) {
        switch finding {
        case .tooDeep(let offset):
            report(
                "too-deep", at: location(at: offset, length: 1),
                "this is nested more than \(YAMLSurvey.deepest) levels deep")
        case .complexKey(let offset):
            report(
                "complex-key", at: location(at: offset, length: 1),
                "a key must be a single word or text, not a list, a mapping or an alias")
        case .forbiddenCharacter(let offset, let name):
            report(
                "forbidden-character", at: location(at: offset, length: 1), "\(name) cannot stand in YAML",
                help: "write it as an escape in double quotes")
        }
    }

    mutating func report(_ error: YamlError) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
            reportSyntax(problem, at: mark, in: context)
        case .composer(_, let problem, let mark, _): reportComposition(problem, at: mark)
        case .reader(let problem, _, _, _):
            report(
                "yaml-syntax", at: location(at: bytes.startIndex, length: 1),
                "this cannot be read: \(problem)")
        case .duplicatedKeysInMapping(let keys, let context):
            reportDuplicate(keys.first ?? "", first: context.mark)
        default:
            report("yaml-syntax", at: location(at: bytes.startIndex, length: 1), "this is not YAML")
        }
    }

    private mutating func reportSyntax(_ problem: String, at mark: Mark, in context: YamlError.Context?) {
        let place = location(of: mark)
        let notes = context.map { context in
            let began = location(of: context.mark)
            return ["\(context.text.trimmingSpaces), which begins on line \(began.line)"]
        }
        switch problem {
        case "mapping values are not allowed in this context":
            report(
                "yaml-syntax", at: place, "a ':' stands where no key can end", notes: notes ?? [],
                help: "put a text that holds ': ' in quotes, or check the indentation")
        case "found character that cannot start any token": reportStrayCharacter(at: place, mark)
        default: report("yaml-syntax", at: place, "this is not YAML: \(problem)", notes: notes ?? [])
        }
    }

    private mutating func reportStrayCharacter(at place: SourceLocation, _ mark: Mark) {
        let offset = offset(of: mark)
        let character = offset < bytes.endIndex ? bytes[offset] : 0
        if character == UInt8(ascii: "\t") {
            return report("yaml-tab", at: place, "a tab cannot indent YAML", help: "indent with spaces")
        }
        let text = String(decoding: [character], as: UTF8.self)
        report(
            "yaml-syntax", at: place, "a value cannot begin with '\(text)'", help: "put the value in quotes")
    }

    private mutating func reportComposition(_ problem: String, at mark: Mark) {
        let place = location(of: mark)
        switch problem {
        case "but found another document":
            report("second-document", at: place, "a second document begins here; only one is read")
        case "found undefined alias":
            report(
                "unknown-alias", at: place,
                "this alias stands for nothing that was named before it, or for what it is itself part of")
        default: report("yaml-syntax", at: place, "this is not YAML: \(problem)")
        }
    }

    /// Yams names the first of the two only; the second is looked for in the lines below it.
    private mutating func reportDuplicate(_ key: String, first mark: Mark) {
        let first = location(of: mark)
        let second = secondPlace(of: key, after: mark) ?? first
        report(
            "duplicate-key", at: second, "the key '\(key)' is here twice",
            notes: second == first ? [] : ["it stands on line \(first.line) already"],
            help: "keep one of the two")
    }

    private func secondPlace(of key: String, after mark: Mark) -> SourceLocation? {
        let name = Array(key.utf8)
        var index = offset(of: mark) + name.count
        while let found = bytes[min(index, bytes.endIndex)...].firstRange(of: name) {
            let after = bytes[found.upperBound...].drop { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
            let before = found.lowerBound == bytes.startIndex ? 0x20 : bytes[found.lowerBound - 1]
            let begins = [0x20, 0x0A, 0x0D, 0x22, 0x27, 0x2C, 0x7B, 0x09].contains(before)
            if begins, after.first == UInt8(ascii: ":") {
                return location(at: found.lowerBound, length: name.count)
            }
            index = found.upperBound + (name.isEmpty ? 1 : 0)
            if index > bytes.endIndex || name.isEmpty { return nil }
        }
        return nil
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        let bytes = Array(utf8)
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
            let last = bytes.lastIndex(where: { $0 > 0x20 })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }
}
