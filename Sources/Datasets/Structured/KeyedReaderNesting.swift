import Diagnostics

extension KeyedReader {
    /// A mapping inside this one, read by a reader of its own, which is finished for the caller.
    package mutating func mapping<Result>(
        _ keys: String..., required: Bool = false, unknown: UnknownKeys = .refused,
        _ read: (inout KeyedReader) -> Result
    ) -> Result? {
        guard let value = value(keys, required: required) else { return nil }
        return nested(value, named: "'\(keys[0])'", unknown, read)
    }

    /// A list of mappings; with `allowingOne` a single mapping counts as a list of one.
    package mutating func mappings<Result>(
        _ keys: String..., required: Bool = false, allowingOne: Bool = false,
        unknown: UnknownKeys = .refused, _ read: (inout KeyedReader) -> Result
    ) -> [Result]? {
        guard let value = value(keys, required: required) else { return nil }
        let name = "an item of '\(keys[0])'"
        switch value.kind {
        case .list(let items): return items.map { nested($0, named: name, unknown, read) }
        case .mapping where allowingOne: return [nested(value, named: name, unknown, read)]
        default:
            mismatch(keys[0], value, "a list of mappings")
            return nil
        }
    }

    /// A mapping from names of the author's choice to mappings, in the order of the file.
    package mutating func entries<Result>(
        _ keys: String..., required: Bool = false, unknown: UnknownKeys = .refused,
        _ read: (String, inout KeyedReader) -> Result
    ) -> [Result]? {
        guard let value = value(keys, required: required) else { return nil }
        guard case .mapping(let mapping) = value.kind else {
            mismatch(keys[0], value, "a mapping of names")
            return nil
        }
        return mapping.entries.map { entry in
            nested(entry.value, named: "'\(keys[0]).\(entry.key)'", unknown) { read(entry.key, &$0) }
        }
    }

    /// A reader for a value that this one gave out, finished for the caller.
    package mutating func nested<Result>(
        _ value: StructuredValue, named name: String, _ unknown: UnknownKeys = .refused,
        _ read: (inout KeyedReader) -> Result
    ) -> Result {
        var inner = KeyedReader(value, of: source, named: name)
        let result = read(&inner)
        var problems: [Diagnostic] = []
        inner.finish(unknown: unknown, reporting: &problems)
        take(problems)
        return result
    }
}
