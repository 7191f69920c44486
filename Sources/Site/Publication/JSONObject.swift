import Datasets

/// A JSON object that is written member by member, in the order in which they are added.
struct JSONObject {
    private var members: [UInt8] = []

    /// A missing text is no member.
    mutating func add(_ name: String, _ text: String?) {
        guard let text else { return }
        begin(name)
        JSONText.append(text, to: &members)
    }

    mutating func add(_ name: String, _ number: Int) {
        begin(name)
        members += String(number).utf8
    }

    mutating func add(_ name: String, texts: [String]) {
        begin(name)
        members.append(UInt8(ascii: "["))
        for (place, text) in texts.enumerated() {
            if place > 0 { members.append(UInt8(ascii: ",")) }
            JSONText.append(text, to: &members)
        }
        members.append(UInt8(ascii: "]"))
    }

    /// A line for each object.
    mutating func add(_ name: String, _ objects: [JSONObject]) {
        begin(name)
        members += "[\n".utf8
        for (place, object) in objects.enumerated() {
            if place > 0 { members += ",\n".utf8 }
            members += object.bytes
        }
        members.append(UInt8(ascii: "]"))
    }

    private mutating func begin(_ name: String) {
        if !members.isEmpty { members.append(UInt8(ascii: ",")) }
        JSONText.append(name, to: &members)
        members.append(UInt8(ascii: ":"))
    }

    var bytes: [UInt8] { [UInt8(ascii: "{")] + members + [UInt8(ascii: "}")] }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}
