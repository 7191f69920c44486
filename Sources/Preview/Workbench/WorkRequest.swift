import Datasets
import Diagnostics

/// What a page of the workbench asks for: texts by name, sent as one JSON object.
struct WorkRequest: Sendable, Hashable {
    private let fields: [String: String]

    /// Nil for what is no JSON object of texts.
    init?(_ body: [UInt8]) {
        var diagnostics: [Diagnostic] = []
        let source = SourceText(path: "request", bytes: body)
        guard let value = StructuredValue.json(source, reporting: &diagnostics), diagnostics.isEmpty,
            let mapping = value.mapping
        else { return nil }
        var fields: [String: String] = [:]
        for entry in mapping.entries {
            guard let text = entry.value.text else { return nil }
            fields[entry.key] = text
        }
        self.fields = fields
    }

    subscript(name: String) -> String? { fields[name] }
}

/// An answer of texts by name, as one JSON object.
func jsonObject(_ fields: KeyValuePairs<String, String>) -> Response {
    let members = fields.map { "\(JSONText.quoted($0.key)):\(JSONText.quoted($0.value))" }
    return .json("{" + members.joined(separator: ",") + "}\n")
}
