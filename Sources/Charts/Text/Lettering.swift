/// How wide text will be in the reader's browser, without one.
///
/// The face is Inter; a fallback face may be up to 8 % wider (Arial, Segoe UI, Roboto, DejaVu Sans were
/// measured), which ``reserve`` allows for.
struct Lettering: Hashable {
    /// In pixels.
    var size: Double
    var isBold = false

    /// By how much gutters are wider than the text measures; bold faces differ more than regular ones.
    var reserve: Double { isBold ? 1.2 : 1.08 }

    /// Width of one line of text in pixels.
    func width(of text: String) -> Double {
        let table = isBold ? AdvanceWidths.semibold : AdvanceWidths.regular
        var sum = 0
        for scalar in text.unicodeScalars { sum += Self.advance(of: scalar.value, in: table) }
        return Double(sum) * size / 1000
    }

    /// The same size in the weight of what stands out.
    func bold(_ isBold: Bool) -> Lettering { Lettering(size: size, isBold: isBold) }

    /// Width with room for a wider face.
    func reserved(_ text: String) -> Double { width(of: text) * reserve }

    /// The text, cut at a character and ended by `…` where it would be wider.
    func shortened(_ text: String, to limit: Double) -> String {
        guard reserved(text) > limit else { return text }
        let table = isBold ? AdvanceWidths.semibold : AdvanceWidths.regular
        let budget = limit / reserve * 1000 / size
        var sum = Self.advance(of: 0x2026, in: table)
        var kept = ""
        for character in text {
            for scalar in character.unicodeScalars { sum += Self.advance(of: scalar.value, in: table) }
            if Double(sum) > budget { break }
            kept.append(character)
        }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }

    /// The text broken at spaces into lines no wider than the limit; the last of at most so many lines
    /// takes the rest and is shortened.
    func lines(of text: String, width limit: Double, atMost count: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var rest = text.split(separator: " ")[...]
        while let word = rest.first {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if line.isEmpty || reserved(longer) <= limit {
                line = longer
                rest = rest.dropFirst()
            } else if lines.count + 1 >= count {
                break
            } else {
                lines.append(line)
                line = ""
            }
        }
        if !rest.isEmpty { line += " " + rest.joined(separator: " ") }
        if !line.isEmpty { lines.append(line) }
        return lines.map { shortened($0, to: limit) }
    }

    @inline(__always)
    private static func advance(of scalar: UInt32, in table: [UInt16]) -> Int {
        if let index = AdvanceWidths.index(of: scalar) { return Int(table[index]) }
        return advanceOutsideTables(of: scalar)
    }

    /// Thousandths of an em: marks and joiners none, East Asian letters and pictographs a whole one.
    private static func advanceOutsideTables(of scalar: UInt32) -> Int {
        switch scalar {
        case 0..<0x20, 0x300...0x36F, 0x483...0x489, 0x591...0x5C7, 0x610...0x61A, 0x64B...0x65F,
            0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
            0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0x1F3FB...0x1F3FF, 0xE0000...0xE0FFF:
            0
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            1000
        case 0x25B2, 0x25BC: 836
        case 0x2600...0x27BF, 0x1F000...0x1FAFF: 1350
        case 0x1E00...0x1EFF, 0x20A0...0x20CF, 0x2200...0x22FF: 640
        default: 600
        }
    }
}
