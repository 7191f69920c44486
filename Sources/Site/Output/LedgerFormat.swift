import Diagnostics

extension Ledger {
    private static let heading = "sitegen ledger 1"

    /// One line a file or a step, such as `put <sha256> <bytes> <staged> <path>`, the path to the end of
    /// the line; paths hold no line ends. The files that are kept stand in no order. The last line counts the lines before it, so that a file that was
    /// cut short is known as such.
    var text: [UInt8] {
        var lines = 2
        var text = Array("\(Self.heading)\nstage \(place.rawValue)\n".utf8)
        text.reserveCapacity(128 * (kept.count + steps.count + 2))
        func add(_ verb: String, _ file: OwnedFile, _ rest: String, _ path: SitePath) {
            text += verb.utf8
            file.digest.appendHex(to: &text)
            text.append(UInt8(ascii: " "))
            text += String(file.size).utf8
            text.append(UInt8(ascii: " "))
            text += rest.utf8
            text += path.text.utf8
            text.append(.lineFeed)
            lines += 1
        }
        for (path, file) in kept { add("keep ", file, "", path) }
        for step in steps {
            switch step {
            case .put(let path, let file, let staged): add("put ", file, "\(staged) ", path)
            case .remove(let path, let file): add("remove ", file, "", path)
            }
        }
        return text + Array("end \(lines)\n".utf8)
    }

    /// Nil for anything that sitegen of this version would not write, whatever the difference is.
    init?(_ text: [UInt8]) {
        guard text.last == .lineFeed else { return nil }
        var lines = text.dropLast().split(separator: .lineFeed, omittingEmptySubsequences: false)
        guard lines.count >= 3, lines[0].elementsEqual(Self.heading.utf8),
            let end = lines.popLast(), end.elementsEqual("end \(lines.count)".utf8),
            lines[1].starts(with: "stage ".utf8),
            let place = StagePlace(rawValue: String(decoding: lines[1].dropFirst(6), as: UTF8.self))
        else { return nil }
        self.init(place: place, kept: [:], steps: [])
        kept.reserveCapacity(lines.count)
        for line in lines.dropFirst(2) {
            guard add(line) else { return nil }
        }
    }

    private mutating func add(_ line: ArraySlice<UInt8>) -> Bool {
        var rest = line
        guard let verb = rest.popWord(), let digest = rest.popWord().flatMap(SHA256.init(hex:)),
            let size = rest.popNumber()
        else { return false }
        let file = OwnedFile(digest: digest, size: size)
        if verb.elementsEqual("keep".utf8) {
            guard let path = Self.path(rest) else { return false }
            return kept.updateValue(file, forKey: path) == nil
        }
        if verb.elementsEqual("put".utf8) {
            guard let staged = rest.popNumber(), let path = Self.path(rest) else { return false }
            steps.append(.put(path, file, staged: staged))
            return true
        }
        guard verb.elementsEqual("remove".utf8), let path = Self.path(rest) else { return false }
        steps.append(.remove(path, file))
        return true
    }

    private static func path(_ text: ArraySlice<UInt8>) -> SitePath? {
        String(validating: text, as: UTF8.self).flatMap { try? SitePath($0) }
    }
}

extension ArraySlice<UInt8> {
    /// Takes what stands before the first space, and the space; nil where there is none.
    fileprivate mutating func popWord() -> ArraySlice<UInt8>? {
        guard let space = firstIndex(of: UInt8(ascii: " ")) else { return nil }
        defer { self = self[(space + 1)...] }
        return self[..<space]
    }

    /// The same of a word that is a number from 0.
    fileprivate mutating func popNumber() -> Int? {
        guard let digits = popWord(), !digits.isEmpty, digits.count < 19 else { return nil }
        var number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return number
    }
}
