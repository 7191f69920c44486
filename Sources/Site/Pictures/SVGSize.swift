/// The size that the root element of an SVG file gives it: `width` and `height`, else its `viewBox`.
enum SVGSize {
    /// No root element begins later than this.
    private static let farthest = 64 << 10

    static func read(_ bytes: [UInt8]) -> (Int, Int)? {
        let head = bytes.prefix(farthest)
        guard let tag = rootTag(head) else { return nil }
        if let width = attribute("width", in: tag).flatMap(pixels),
            let height = attribute("height", in: tag).flatMap(pixels)
        {
            return (width, height)
        }
        guard let box = attribute("viewBox", in: tag) else { return nil }
        let parts = box.split { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
        guard parts.count == 4, let width = pixels(parts[2]), let height = pixels(parts[3]) else {
            return nil
        }
        return (width, height)
    }

    /// What stands between `<svg` and the end of the tag.
    private static func rootTag(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let mark = Array("<svg".utf8)
        var index = bytes.startIndex
        while let start = bytes[index...].firstIndex(of: mark[0]) {
            let rest = bytes[start...]
            if rest.starts(with: mark), let next = rest.dropFirst(mark.count).first, next <= 0x20 {
                guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
                return rest[(start + mark.count)..<end]
            }
            index = start + 1
        }
        return nil
    }

    /// The quoted value of an attribute that a blank stands before.
    private static func attribute(_ name: StaticString, in tag: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let mark = Array("\(name)=".utf8)
        var index = tag.startIndex
        while index + 1 < tag.endIndex {
            let rest = tag[(index + 1)...]
            guard tag[index] <= 0x20, rest.starts(with: mark),
                let quote = rest.dropFirst(mark.count).first, quote == 0x22 || quote == 0x27
            else {
                index += 1
                continue
            }
            let value = rest.dropFirst(mark.count + 1)
            return value.firstIndex(of: quote).map { value[..<$0] }
        }
        return nil
    }

    /// A length without a unit or in `px`; other units depend on where the picture stands.
    private static func pixels(_ text: ArraySlice<UInt8>) -> Int? {
        let number = text.suffix(2).elementsEqual("px".utf8) ? text.dropLast(2) : text
        guard number.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
            let value = Double(String(decoding: number, as: UTF8.self)), value.isFinite, value < 1e9
        else { return nil }
        return Int(value.rounded())
    }
}
