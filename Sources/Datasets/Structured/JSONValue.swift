/// A JSON document to be written, with its members in a fixed order.
package enum JSONValue: Sendable, Hashable {
    case null
    case flag(Bool)
    case integer(Int)
    /// A number by the grammar of JSON, written as it stands.
    case number(String)
    case text(String)
    case list([JSONValue])
    case object([Member])

    package struct Member: Sendable, Hashable {
        package let key: String
        package let value: JSONValue
    }

    /// An object without the members that are nil.
    package static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
    }

    package static func texts(_ texts: [String]) -> JSONValue { .list(texts.map(JSONValue.text)) }

    /// The document with two blanks for each level, ending in a line end.
    package var pretty: String {
        var bytes: [UInt8] = []
        append(to: &bytes, level: 0)
        bytes.append(0x0A)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func append(to bytes: inout [UInt8], level: Int) {
        switch self {
        case .null: bytes += "null".utf8
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        case .integer(let number): bytes += String(number).utf8
        case .number(let text): bytes += text.utf8
        case .text(let text): JSONText.append(text, to: &bytes)
        case .list(let items):
            guard !items.isEmpty else {
                bytes += "[]".utf8
                return
            }
            bytes.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                Self.breakLine(&bytes, level + 1, isFirst: index == 0)
                item.append(to: &bytes, level: level + 1)
            }
            Self.breakLine(&bytes, level, isFirst: true)
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            guard !members.isEmpty else {
                bytes += "{}".utf8
                return
            }
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                Self.breakLine(&bytes, level + 1, isFirst: index == 0)
                JSONText.append(member.key, to: &bytes)
                bytes += ": ".utf8
                member.value.append(to: &bytes, level: level + 1)
            }
            Self.breakLine(&bytes, level, isFirst: true)
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func breakLine(_ bytes: inout [UInt8], _ level: Int, isFirst: Bool) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        bytes.append(0x0A)
        for _ in 0..<level { bytes += "  ".utf8 }
    }
}
