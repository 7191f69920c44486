import Diagnostics
import Glibc

/// A line that asks for the text of another file.
struct IncludeLine {
    static let mark = Array("<!-- include:".utf8)

    /// The bytes of the path in the file.
    let path: Range<Int>

    /// Nil where the line says something else. Four blanks before it make it code.
    init?(_ line: Range<Int>, in bytes: [UInt8]) {
        let text = bytes[line]
        let start = text.firstIndex { $0 != .space } ?? line.upperBound
        guard start - line.lowerBound < 4, text[start...].starts(with: Self.mark) else { return nil }
        let end = (text.lastIndex { !$0.isBlank } ?? start) + 1
        guard end - start >= Self.mark.count + 3, text[(end - 3)..<end].elementsEqual("-->".utf8) else {
            return nil
        }
        let name = (start + Self.mark.count)..<(end - 3)
        guard let first = text[name].firstIndex(where: { !$0.isBlank }),
            let last = text[name].lastIndex(where: { !$0.isBlank })
        else { return nil }
        path = first..<last + 1
    }
}

/// Cuts a Markdown file at the lines that include others; what stands in fenced code is code.
struct IncludeReader {
    struct Piece {
        /// Whole lines of the file, before the one that includes.
        let text: Range<Int>
        /// The number of the first of them.
        let firstLine: Int
        /// Nil at the end of the file.
        let include: IncludeLine?
    }

    private let bytes: [UInt8]
    private var offset: Int
    private var line: Int
    private var fence: (mark: UInt8, length: Int)?

    init(_ file: SourceText, from start: Int) {
        bytes = file.bytes
        offset = start
        line = Lines.count(of: file.bytes[..<start]) + 1
    }

    mutating func next() -> Piece? {
        guard offset < bytes.count else { return nil }
        let start = offset
        let firstLine = line
        while offset < bytes.count {
            let current = offset..<Lines.end(after: offset, in: bytes)
            offset = Lines.start(after: current.upperBound, in: bytes)
            line += 1
            followFence(bytes[current])
            if fence == nil, let include = IncludeLine(current, in: bytes) {
                return Piece(text: start..<current.lowerBound, firstLine: firstLine, include: include)
            }
        }
        return Piece(text: start..<offset, firstLine: firstLine, include: nil)
    }

    private mutating func followFence(_ line: ArraySlice<UInt8>) {
        let text = line.drop { $0 == .space }
        guard text.startIndex - line.startIndex < 4, let mark = text.first,
            mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
        else { return }
        let length = text.prefix { $0 == mark }.count
        guard length >= 3 else { return }
        let rest = text.dropFirst(length)
        if let open = fence {
            if mark == open.mark, length >= open.length, rest.allSatisfy(\.isBlank) { fence = nil }
        } else if mark == UInt8(ascii: "~") || !rest.contains(mark) {
            fence = (mark, length)
        }
    }
}

/// Lines that end at LF, CR LF or a lone CR.
enum Lines {
    /// How many lines end in the bytes.
    static func count(of bytes: ArraySlice<UInt8>) -> Int {
        var count = 0
        for index in bytes.indices {
            let isReturn =
                bytes[index] == .carriageReturn
                && (index + 1 == bytes.endIndex || bytes[index + 1] != .lineFeed)
            if bytes[index] == .lineFeed || isReturn { count += 1 }
        }
        return count
    }

    /// Where the line that begins here ends, without its line end.
    static func end(after start: Int, in bytes: [UInt8]) -> Int {
        bytes[start...].firstIndex { $0 == .lineFeed || $0 == .carriageReturn } ?? bytes.count
    }

    /// Where the line after this end begins.
    static func start(after end: Int, in bytes: [UInt8]) -> Int {
        guard end < bytes.count else { return end }
        return bytes[end...].starts(with: [.carriageReturn, .lineFeed]) ? end + 2 : end + 1
    }
}

extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    var isBlank: Bool { self == .space || self == UInt8(ascii: "\t") }
}

extension [UInt8] {
    /// Whether some bytes stand at this place or behind it. Swift's own search is generic, and takes as long for a
    /// page as all else that is done with it.
    func contains(_ other: [UInt8], from start: Int = 0) -> Bool {
        guard let first = other.first else { return true }
        return unsafe withUnsafeBytes { text in
            unsafe other.withUnsafeBytes { sought in
                guard let bytes = text.baseAddress, let mark = sought.baseAddress else { return false }
                var index = start
                while index + sought.count <= text.count {
                    let rest = text.count - sought.count - index + 1
                    guard let place = unsafe memchr(bytes + index, Int32(first), rest) else { return false }
                    if unsafe memcmp(place, mark, sought.count) == 0 { return true }
                    index = unsafe UnsafeRawPointer(place) - bytes + 1
                }
                return false
            }
        }
    }
}
