/// How long a text is to read.
enum WordCount {
    /// Runs of characters between blanks in text and code spans.
    static func words(in document: CmarkNode) -> Int {
        var count = 0
        var node = document.firstChild
        while let current = node {
            switch current.kind {
            case .text: count += current.withLiteral(words)
            case .code: count += 1
            default: break
            }
            node = current.next(in: document)
        }
        return count
    }

    /// A run counts where it holds a letter, a digit or a byte of another script.
    static func words(_ text: Span<UInt8>) -> Int {
        let kinds = self.kinds
        var count = 0
        // 1 within a run that was counted. Without branches, which nobody could foresee at the ends of words.
        var counted: UInt8 = 0
        for index in text.indices {
            let kind = kinds[Int(text[index])]
            let goesOn = (counted | kind) & kind >> 1
            count += Int(goesOn & ~counted)
            counted = goesOn
        }
        return count
    }

    /// By byte: 0 for a blank, 3 for what makes a run a word, 2 for the rest.
    private static let kinds: [UInt8] = (0...255).map { (byte: UInt8) in
        if byte <= 0x20 { return 0 }
        return byte.isLetter || byte.isDigit || byte >= 0x80 ? 3 : 2
    }
}
