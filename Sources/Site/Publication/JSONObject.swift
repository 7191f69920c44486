import Datasets

/// A JSON object that is written member by member, in the order in which they are added.
struct JSONObject {
    private var members: [String] = []

    /// A missing text is no member.
    mutating func add(_ name: String, _ text: String?) {
        if let text { members.append("\(JSONText.quoted(name)):\(JSONText.quoted(text))") }
    }

    mutating func add(_ name: String, _ number: Int) {
        members.append("\(JSONText.quoted(name)):\(number)")
    }

    mutating func add(_ name: String, texts: [String]) {
        members.append("\(JSONText.quoted(name)):[\(texts.map(JSONText.quoted).joined(separator: ","))]")
    }

    mutating func add(_ name: String, _ objects: [JSONObject]) { add(name, objects: objects.map(\.text)) }

    /// - Parameter objects: as they are written
    mutating func add(_ name: String, objects: [String]) {
        let lines = objects.joined(separator: ",\n")
        members.append("\(JSONText.quoted(name)):[\n\(lines)]")
    }

    var text: String { "{" + members.joined(separator: ",") + "}" }
}
