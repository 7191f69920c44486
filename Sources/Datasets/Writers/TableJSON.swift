extension Table {
    /// The table as a JSON array of objects, one a line, in the types of its fields: lists as arrays, JSON
    /// text as what it says, no value as null.
    package func json() -> [UInt8] {
        var bytes: [UInt8] = [UInt8(ascii: "[")]
        for row in 0..<rowCount {
            bytes += (row == 0 ? "\n{" : ",\n{").utf8
            for column in fields.indices {
                if column > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONText.append(fields[column].name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                appendJSON(row: row, column: column, to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
        bytes += "\n]\n".utf8
        return bytes
    }

    private func appendJSON(row: Int, column: Int, to bytes: inout [UInt8]) {
        guard let text = text(row: row, column: column) else {
            bytes += "null".utf8
            return
        }
        let field = fields[column]
        switch field.type {
        case .integer, .number, .year:
            bytes += (field.jsonNumber(text) ?? "null").utf8
        case .boolean:
            bytes += (value(row: row, column: column) == .integer(1) ? "true" : "false").utf8
        case .list:
            bytes.append(UInt8(ascii: "["))
            for (index, item) in field.items(of: text).enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONText.append(item, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object,
            .array where JSONReader.accepts(Array(text.utf8)):
            bytes += text.utf8
        default: JSONText.append(text, to: &bytes)
        }
    }
}

extension Field {
    /// The number as published where JSON writes it the same way, else its value; nil where it is none.
    func jsonNumber(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        if JSONReader.accepts(bytes), DecimalNumber.real(bytes[...]) != nil { return text }
        switch value(of: bytes[...]) {
        case .integer(let number): return String(number)
        case .real(let number): return String(number)
        case .text, .null: return nil
        }
    }
}
