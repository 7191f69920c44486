import Foundation

/// The words of a text as they are looked for: letters and digits of any script, in lower case and without
/// accents; each character of a script that is written without spaces is a word by itself.
///
/// `search.js` does the same to what a reader types.
func searchWords(_ text: String) -> [String] {
    var words: [String] = []
    let bytes = text.utf8.map(inLowerCase)
    var index = 0
    while index < bytes.count {
        guard !isASCIISeparator(bytes[index]) else {
            index += 1
            continue
        }
        let start = index
        var isASCII = true
        while index < bytes.count, !isASCIISeparator(bytes[index]) {
            if bytes[index] >= 0x80 { isASCII = false }
            index += 1
        }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        if !isASCII {
            words += wordsBeyondASCII(word)
        } else if isSearchable(word) {
            words.append(word)
        }
    }
    return words
}

/// A byte with a capital letter of ASCII made a small one.
private func inLowerCase(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

private func isASCIISeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        false
    default: true
    }
}

private func wordsBeyondASCII(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    func end() {
        if isSearchable(word) { words.append(word) }
        word = ""
    }
    for scalar in decomposed(text).unicodeScalars {
        if (0x300...0x36F).contains(scalar.value) { continue }
        if standsAlone(scalar.value) {
            end()
            words.append(String(scalar))
        } else if isWordPart(scalar) {
            word += scalar.properties.lowercaseMapping
        } else {
            end()
        }
    }
    end()
    return words
}

/// The text with accents apart from their letters; dashes and quotation marks, which are nearly all there is beyond
/// ASCII in English, have none.
private func decomposed(_ text: String) -> String {
    let mayHaveAccents = text.unicodeScalars.contains { scalar in
        scalar.value >= 0xC0 && !(0x2010...0x203F).contains(scalar.value)
    }
    return mayHaveAccents ? text.decomposedStringWithCanonicalMapping : text
}

/// A single letter, and a number of one or two digits, stands on too many pages to be looked for.
private func isSearchable(_ word: String) -> Bool {
    let bytes = word.utf8
    guard let first = bytes.first, first < 0x80 else { return !bytes.isEmpty }
    return bytes.count > 2 || (bytes.count == 2 && !bytes.allSatisfy { $0 < UInt8(ascii: "a") })
}

/// Han, Hiragana and Katakana.
private func standsAlone(_ value: UInt32) -> Bool {
    switch value {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: true
    default: false
    }
}

private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
        true
    default: false
    }
}
