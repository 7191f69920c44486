extension Ledger {
    private static let heading = "sitegen ledger 1"

    /// One line a file or a step, such as `put <sha256> <bytes> <staged> <path>`, the path to the end of
    /// the line; paths hold no line ends. The last line counts the lines before it, so that a file that was
    /// cut short is known as such.
    var text: [UInt8] {
        var lines = [Self.heading, "stage " + place.rawValue]
        lines += kept.sorted { $0.key < $1.key }.map { "keep " + Self.words($0.value) + $0.key.text }
        for step in steps {
            switch step {
            case .put(let path, let file, let staged):
                lines.append("put \(Self.words(file))\(staged) \(path.text)")
            case .remove(let path, let file):
                lines.append("remove \(Self.words(file))\(path.text)")
            }
        }
        lines.append("end \(lines.count)\n")
        return Array(lines.joined(separator: "\n").utf8)
    }

    private static func words(_ file: OwnedFile) -> String { "\(file.digest.hex) \(file.size) " }

    /// Nil for anything that sitegen of this version would not write, whatever the difference is.
    init?(_ text: [UInt8]) {
        guard let string = String(validating: text, as: UTF8.self), text.last == 0x0A else { return nil }
        var lines = string.utf8.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count >= 3, String(lines[0]) == Self.heading,
            let end = lines.popLast(), String(end) == "end \(lines.count)",
            let first = Self.word(lines[1]), first.word == "stage",
            let place = StagePlace(rawValue: String(first.rest) ?? "")
        else { return nil }
        self.init(place: place, kept: [:], steps: [])
        for line in lines.dropFirst(2) {
            guard add(line) else { return nil }
        }
    }

    private mutating func add(_ line: Substring.UTF8View) -> Bool {
        guard let (verb, words) = Self.word(line), let (hex, afterHex) = Self.word(words),
            let digest = SHA256(hex: hex), let (sizeText, rest) = Self.word(afterHex),
            let size = Int(sizeText), size >= 0
        else { return false }
        let file = OwnedFile(digest: digest, size: size)
        switch verb {
        case "keep":
            guard let path = Self.path(rest) else { return false }
            return kept.updateValue(file, forKey: path) == nil
        case "put":
            guard let (stagedText, pathText) = Self.word(rest), let staged = Int(stagedText), staged >= 0,
                let path = Self.path(pathText)
            else { return false }
            steps.append(.put(path, file, staged: staged))
        case "remove":
            guard let path = Self.path(rest) else { return false }
            steps.append(.remove(path, file))
        default: return false
        }
        return true
    }

    private static func word(_ text: Substring.UTF8View) -> (word: String, rest: Substring.UTF8View)? {
        guard let space = text.firstIndex(of: 0x20), let word = String(text[..<space]) else { return nil }
        return (word, text[text.index(after: space)...])
    }

    private static func path(_ text: Substring.UTF8View) -> SitePath? {
        String(text).flatMap { try? SitePath($0) }
    }
}
