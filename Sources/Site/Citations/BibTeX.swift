/// The sources of a site for reference managers.
enum BibTeX {
    /// The file that a site which cites sources offers; nothing where it has none.
    static func download(_ references: some Collection<Reference>) -> [SiteSources.Asset] {
        guard !references.isEmpty, let address = SiteAddress("/references.bib") else { return [] }
        return [SiteSources.Asset(path: "", address: address, bytes: file(references))]
    }

    /// One `@misc` entry for each source, by key: publisher, title, date and addresses as they are known.
    static func file(_ references: some Sequence<Reference>) -> [UInt8] {
        var text = ""
        for reference in references.sorted(by: { $0.key.precedesInBytes($1.key) }) {
            text += entry(reference)
        }
        return Array(text.utf8)
    }

    private static func entry(_ reference: Reference) -> String {
        let date = (reference.date ?? "").split(separator: "-").map(String.init)
        let fields: [(String, String?)] = [
            ("author", reference.publisher.map { "{\(escaped($0))}" }),
            ("title", "{\(escaped(reference.title))}"),
            ("year", date.first),
            ("month", date.count > 1 ? month(date[1]) : nil),
            ("day", date.count > 2 ? Int(date[2]).map(String.init) : nil),
            ("url", reference.url.map(escapedAddress)),
            ("note", reference.archived.map { "Archived at \\url{\(escapedAddress($0))}" }),
        ]
        let lines = fields.compactMap { name, value in value.map { "  \(name) = {\($0)}" } }
        return "@misc{\(reference.key),\n\(lines.joined(separator: ",\n"))\n}\n\n"
    }

    /// As a number without a leading nought, which bibliography styles read.
    private static func month(_ number: String) -> String? {
        Int(number).flatMap { (1...12).contains($0) ? String($0) : nil }
    }

    /// What TeX would take for a command is written as the character it is.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\\": "\\textbackslash{}"
            case "{", "}", "&", "%", "$", "#", "_": "\\\(scalar)"
            case "~": "\\textasciitilde{}"
            case "^": "\\textasciicircum{}"
            case "\n", "\r", "\t": " "
            default: String(scalar)
            }
        }.joined()
    }

    /// Braces would end the field; an address may have them percent-encoded.
    private static func escapedAddress(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "{": "%7B"
            case "}": "%7D"
            case "\\": "%5C"
            default: String(scalar)
            }
        }.joined()
    }
}
