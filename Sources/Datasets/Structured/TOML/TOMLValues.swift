import Diagnostics

extension TOMLReader {
    mutating func value(depth: Int) throws(Failure) -> StructuredValue {
        let first = index
        guard depth <= Self.deepest else {
            throw Failure(offset: index, message: "values are nested more than \(Self.deepest) deep here")
        }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let text = try isTripled ? longText() : quotedText()
            return StructuredValue(.text(text), raw: text, at: location(of: first..<index))
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "{"): return try inlineTable(depth: depth)
        default: return try plain()
        }
    }

    private mutating func list(depth: Int) throws(Failure) -> StructuredValue {
        let first = index
        index += 1
        var items: [StructuredValue] = []
        while true {
            skipBlankLines()
            if takes("]") { break }
            guard byte != nil else { throw Failure(offset: first, message: "this list is not closed") }
            items.append(try value(depth: depth + 1))
            skipBlankLines()
            if takes(",") { continue }
            guard takes("]") else {
                throw Failure(offset: index, message: "',' or ']' is expected in this list")
            }
            break
        }
        return StructuredValue(.list(items), at: location(of: first..<first + 1))
    }

    private mutating func inlineTable(depth: Int) throws(Failure) -> StructuredValue {
        let first = index
        index += 1
        var table = TOMLTable(location: location(of: first..<first + 1))
        skipBlanks()
        while !takes("}") {
            guard byte != nil else { throw Failure(offset: first, message: "this table is not closed") }
            let (keys, value) = try pair(depth: depth + 1)
            try table.set(keys[...], to: value)
            skipBlanks()
            if takes(",") {
                skipBlanks()
            } else if byte != UInt8(ascii: "}") {
                throw Failure(offset: index, message: "',' or '}' is expected in this table")
            }
        }
        return table.value
    }

    /// A number, a flag, or a date and time, which may hold one blank.
    private mutating func plain() throws(Failure) -> StructuredValue {
        let first = index
        skipWord()
        if looksLikeDay(bytes[first..<index]), byte == 0x20, index + 1 < end, bytes[index + 1].isDigit {
            index += 1
            skipWord()
        }
        let word = bytes[first..<index]
        guard let kind = kind(of: word) else {
            let text = text(first..<index)
            throw Failure(
                offset: first,
                message: text.isEmpty ? "a value is expected here" : "'\(text)' is no value of TOML",
                help: text.isEmpty ? nil : "a text stands in quotes: \"\(text)\"")
        }
        return StructuredValue(kind, raw: text(first..<index), at: location(of: first..<index))
    }

    private mutating func skipWord() {
        while let byte, byte > 0x20, !",]}#".utf8.contains(byte) { index += 1 }
    }

    private func kind(of word: ArraySlice<UInt8>) -> StructuredValue.Kind? {
        guard let first = word.first else { return nil }
        if word.elementsEqual("true".utf8) { return .flag(true) }
        if word.elementsEqual("false".utf8) { return .flag(false) }
        if looksLikeDay(word) || looksLikeTime(word) { return .text(String(decoding: word, as: UTF8.self)) }
        guard first.isDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: "+"),
            word.count <= DecimalNumber.mostDigits
        else { return nil }
        let unsigned = word.first == UInt8(ascii: "+") ? word.dropFirst() : word
        switch coreSchemaKind(String(decoding: unsigned.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)) {
        case .integer(let number): return .integer(number)
        case .real(let number): return .real(number)
        default: return nil
        }
    }

    /// `2014-04-28`, whatever follows.
    private func looksLikeDay(_ word: ArraySlice<UInt8>) -> Bool {
        let start = Array(word.prefix(10))
        return start.count == 10 && start[4] == UInt8(ascii: "-") && start[7] == UInt8(ascii: "-")
            && start.enumerated().allSatisfy { $0.offset == 4 || $0.offset == 7 || $0.element.isDigit }
    }

    /// `07:32:00`
    private func looksLikeTime(_ word: ArraySlice<UInt8>) -> Bool {
        let start = Array(word.prefix(5))
        return start.count == 5 && start[2] == UInt8(ascii: ":")
            && start.enumerated().allSatisfy { $0.offset == 2 || $0.element.isDigit }
    }

    // MARK: Texts

    private var isTripled: Bool {
        index + 2 < end && bytes[index + 1] == bytes[index] && bytes[index + 2] == bytes[index]
    }

    /// On one line: `"with \"escapes\""` or `'as it is'`.
    mutating func quotedText() throws(Failure) -> String {
        let first = index
        let quote = bytes[index]
        index += 1
        var result: [UInt8] = []
        while let byte, byte != 0x0A, byte != 0x0D {
            if byte == quote {
                index += 1
                return String(decoding: result, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                try escape(into: &result)
            } else {
                result.append(byte)
                index += 1
            }
        }
        throw Failure(offset: first, message: "the text that begins here has no closing quote on its line")
    }

    /// Between three quotes, over several lines; a line break right behind the first three is left out.
    private mutating func longText() throws(Failure) -> String {
        let first = index
        let quote = bytes[index]
        index += 3
        if byte == 0x0D { index += 1 }
        if byte == 0x0A { index += 1 }
        var result: [UInt8] = []
        while let byte {
            if byte == quote, isTripled {
                index += 3
                // One or two quotes may stand before the three that close.
                for _ in 0..<2 where self.byte == quote {
                    result.append(quote)
                    index += 1
                }
                return String(decoding: result, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                if endsLine(behind: index) { skipBlankText() } else { try escape(into: &result) }
            } else {
                result.append(byte)
                index += 1
            }
        }
        throw Failure(offset: first, message: "the text that begins here has no closing quotes")
    }

    private func endsLine(behind backslash: Int) -> Bool {
        let next = bytes[(backslash + 1)..<end].first { $0 != 0x20 && $0 != 0x09 }
        return next == 0x0A || next == 0x0D
    }

    private mutating func skipBlankText() {
        index += 1
        while let byte, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
    }

    private mutating func escape(into result: inout [UInt8]) throws(Failure) {
        let first = index
        index += 1
        guard let byte else { throw Failure(offset: first, message: "this escape is not finished") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): result.append(byte)
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "e"): result.append(0x1B)
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let digits = bytes[index..<min(end, index + (byte == UInt8(ascii: "u") ? 4 : 8))]
            guard let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(code)
            else { throw Failure(offset: first, message: "this escape names no character") }
            index += digits.count
            result += String(Character(scalar)).utf8
        default:
            throw Failure(
                offset: first, message: "this is not an escape of TOML",
                help: "write '\\\\' for a backslash, or the text in single quotes")
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
