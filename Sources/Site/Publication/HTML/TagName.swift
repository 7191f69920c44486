/// The name of an element in small letters, packed so that names are compared as numbers: a page has thousands of
/// tags, and each of them is asked whether it has one of many names.
///
/// Of a name of more than sixteen letters only those and the length count.
struct TagName: Hashable, ExpressibleByStringLiteral {
    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var count = 0

    /// No letters.
    init() {}

    init(stringLiteral name: String) {
        for letter in name.utf8 { add(letter) }
    }

    mutating func add(_ letter: UInt8) {
        let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter)
        let small = UInt64(isCapital ? letter | 0x20 : letter)
        switch count {
        case ..<8: first = first << 8 | small
        case ..<16: second = second << 8 | small
        default: break
        }
        count += 1
    }
}
