package import Diagnostics

/// A parsed YAML or JSON tree, each node with its place in the file.
package struct StructuredValue: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case null
        case flag(Bool)
        case integer(Int64)
        /// Always finite.
        case real(Double)
        case text(String)
        case list([StructuredValue])
        case mapping(StructuredMapping)
    }

    package let kind: Kind
    /// A scalar as it is written, quotes and escapes resolved; empty for lists and mappings.
    package let raw: String
    package let location: SourceLocation

    package init(_ kind: Kind, raw: String = "", at location: SourceLocation) {
        self.kind = kind
        self.raw = raw
        self.location = location
    }

    package var isNull: Bool { kind == .null }

    /// The text of a text, nil for any other kind.
    package var text: String? {
        if case .text(let text) = kind { text } else { nil }
    }

    package var mapping: StructuredMapping? {
        if case .mapping(let mapping) = kind { mapping } else { nil }
    }

    package var list: [StructuredValue]? {
        if case .list(let list) = kind { list } else { nil }
    }

    /// What the value is, as messages name it: `the number 3`, `a list`, `the text 'x'`.
    package var described: String {
        switch kind {
        case .null: "nothing"
        case .flag(let flag): "the flag \(flag)"
        case .integer, .real: "the number \(raw)"
        case .text(let text): text.utf8.count <= 40 ? "the text '\(text)'" : "a text"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }
}

/// The entries of a mapping in the order of the file; no two have the same key.
package struct StructuredMapping: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        package let key: String
        package let keyLocation: SourceLocation
        package let value: StructuredValue

        package init(key: String, keyLocation: SourceLocation, value: StructuredValue) {
            self.key = key
            self.keyLocation = keyLocation
            self.value = value
        }
    }

    package let entries: [Entry]

    package init(_ entries: [Entry]) { self.entries = entries }

    package subscript(_ key: String) -> StructuredValue? {
        entries.first { $0.key == key }?.value
    }
}
