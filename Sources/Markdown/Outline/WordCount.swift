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
        var count = 0
        var isCounted = false
        for index in text.indices {
            let byte = text[index]
            if byte <= 0x20 {
                isCounted = false
            } else if !isCounted, byte >= 0x30, byte.isLetter || byte.isDigit || byte >= 0x80 {
                isCounted = true
                count += 1
            }
        }
        return count
    }
}
