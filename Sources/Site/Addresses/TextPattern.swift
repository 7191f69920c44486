/// A text with named places to fill: `/peaks/{id}/`, `{name} on the index`.
struct TextPattern: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case literal(String)
        case name(String)

        var written: String {
            switch self {
            case .literal(let text): text
            case .name(let name): "{\(name)}"
            }
        }
    }

    private let parts: [Part]
    let text: String

    /// A pattern that is known to be one.
    init(parts: [Part]) {
        self.parts = parts
        text = parts.map(\.written).joined()
    }

    /// Nil where a brace is not closed or encloses nothing.
    init?(_ text: String) {
        var parts: [Part] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { return nil }
            let name = rest[rest.index(after: open)..<close]
            guard !name.isEmpty, !name.contains("{") else { return nil }
            if open > rest.startIndex { parts.append(.literal(String(rest[..<open]))) }
            parts.append(.name(String(name)))
            rest = rest[rest.index(after: close)...]
        }
        guard !rest.contains("}") else { return nil }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        self.parts = parts
        self.text = text
    }

    /// The names in the order in which they stand.
    var names: [String] {
        parts.compactMap { part in
            if case .name(let name) = part { name } else { nil }
        }
    }

    /// For a pattern of an address: the folder that all its addresses stand in, `/peaks/` for `/peaks/{id}/`.
    var folderBeforeNames: String {
        guard case .literal(let start) = parts.first else { return "/" }
        return String(start[...(start.lastIndex(of: "/") ?? start.startIndex)])
    }

    /// The text with every name replaced by what `value` gives for it; nil gives nothing.
    func filled(_ value: (String) -> String?) -> String {
        parts.reduce(into: "") { result, part in
            switch part {
            case .literal(let text): result += text
            case .name(let name): result += value(name) ?? ""
            }
        }
    }
}

extension TextPattern: ExpressibleByArrayLiteral {
    init(arrayLiteral elements: Part...) { self.init(parts: elements) }
}
