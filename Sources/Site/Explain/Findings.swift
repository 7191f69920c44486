import Datasets

/// An answer of `sitegen explain`: what was asked about, and lists of what it was made from or is used by.
package struct Findings: Sendable, Hashable {
    package struct Item: Sendable, Hashable {
        /// One line for a person.
        let text: String
        /// The same for a program, in this order.
        let fields: [(name: String, value: String)]

        init(_ text: String, _ fields: [(name: String, value: String)]) {
            self.text = text
            self.fields = fields
        }

        package static func == (left: Self, right: Self) -> Bool { left.text == right.text }
        package func hash(into hasher: inout Hasher) { hasher.combine(text) }
    }

    package struct Section: Sendable, Hashable {
        /// For a program: `figures`.
        let name: String
        /// For a person: `Figures`.
        let title: String
        let items: [Item]
    }

    /// `page`, `figure`, `row` or `table`.
    let kind: String
    let subject: String
    let title: String
    private(set) var sections: [Section] = []

    init(kind: String, subject: String, title: String) {
        self.kind = kind
        self.subject = subject
        self.title = title
    }

    /// A section without items is left out.
    mutating func add(_ name: String, _ title: String, _ items: [Item]) {
        guard !items.isEmpty else { return }
        sections.append(Section(name: name, title: title, items: items))
    }
}

extension Findings {
    package var text: String {
        var lines = [title]
        for section in sections {
            lines.append("")
            lines.append(
                section.items.count > 1 ? "\(section.title) (\(section.items.count))" : section.title)
            lines += section.items.map { "  " + $0.text }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One object: `kind`, `subject`, `title`, and the items of each section under its name.
    package var json: String {
        var members = [("kind", kind), ("subject", subject), ("title", title)].map { name, value in
            "  \(JSONText.quoted(name)): \(JSONText.quoted(value))"
        }
        for section in sections {
            let items = section.items.map { item in
                let fields = item.fields.map { "\(JSONText.quoted($0.name)): \(JSONText.quoted($0.value))" }
                return "    {" + fields.joined(separator: ", ") + "}"
            }
            members.append(
                "  \(JSONText.quoted(section.name)): [\n" + items.joined(separator: ",\n") + "\n  ]")
        }
        return "{\n" + members.joined(separator: ",\n") + "\n}\n"
    }
}
