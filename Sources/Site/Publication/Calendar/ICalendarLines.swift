/// The content lines of an iCalendar file: ended by CR LF, and folded so that none is longer than 75 bytes.
struct ICalendarLines {
    private(set) var bytes: [UInt8] = []

    /// A value that is written as it is.
    mutating func add(_ name: String, _ value: String) {
        var width = 0
        for scalar in "\(name):\(value)".unicodeScalars {
            let encoded = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            if width + encoded.count > 75 {
                bytes += "\r\n ".utf8
                width = 1
            }
            bytes += encoded
            width += encoded.count
        }
        bytes += "\r\n".utf8
    }

    /// A text, escaped.
    mutating func add(_ name: String, text: String) {
        var value = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": value += "\\\(scalar)"
            case "\n": value += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
            default: value.unicodeScalars.append(scalar)
            }
        }
        add(name, value)
    }
}
