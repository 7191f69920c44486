/// How large a picture is drawn, in CSS pixels, as the first bytes of its file say.
struct PictureSize: Sendable, Hashable {
    let width: Int
    let height: Int

    /// Wider or higher pictures than this are taken for damaged files.
    private static let most = 1 << 20

    init?(width: Int, height: Int) {
        guard (1...Self.most).contains(width), (1...Self.most).contains(height) else { return nil }
        self.width = width
        self.height = height
    }

    /// Of a PNG, GIF, JPEG, WebP or SVG file; nil for every other one, and for one that does not say.
    init?(of bytes: [UInt8]) {
        let size =
            Self.png(bytes) ?? Self.gif(bytes) ?? Self.webP(bytes) ?? Self.jpeg(bytes)
            ?? SVGSize.read(bytes)
        guard let size else { return nil }
        self.init(width: size.0, height: size.1)
    }

    /// The header chunk comes first: width and height as four bytes each.
    private static func png(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
            return nil
        }
        return (bigEndian(bytes[16..<20]), bigEndian(bytes[20..<24]))
    }

    private static func gif(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.count >= 10, bytes.starts(with: "GIF8".utf8) else { return nil }
        return (littleEndian(bytes[6..<8]), littleEndian(bytes[8..<10]))
    }

    /// The size of the canvas in the extended format, else that of the one frame.
    private static func webP(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.count >= 30, bytes.starts(with: "RIFF".utf8), bytes[8..<12].elementsEqual("WEBP".utf8)
        else { return nil }
        switch String(decoding: bytes[12..<16], as: UTF8.self) {
        case "VP8X": return (littleEndian(bytes[24..<27]) + 1, littleEndian(bytes[27..<30]) + 1)
        case "VP8L":
            let packed = littleEndian(bytes[21..<25])
            return ((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1)
        case "VP8 ": return (littleEndian(bytes[26..<28]) & 0x3FFF, littleEndian(bytes[28..<30]) & 0x3FFF)
        default: return nil
        }
    }

    /// The frame header stands behind segments of any number, each of which says how long it is.
    private static func jpeg(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var index = 2
        while index + 9 <= bytes.count {
            guard bytes[index] == 0xFF else { return nil }
            switch bytes[index + 1] {
            case 0xFF: index += 1
            case 0x01, 0xD0...0xD8: index += 2
            case 0xC4, 0xC8, 0xCC: index += 2 + bigEndian(bytes[index + 2..<index + 4])
            case 0xC0...0xCF:
                return (bigEndian(bytes[index + 7..<index + 9]), bigEndian(bytes[index + 5..<index + 7]))
            case 0xD9, 0xDA: return nil
            default: index += 2 + bigEndian(bytes[index + 2..<index + 4])
            }
        }
        return nil
    }

    private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }

    private static func littleEndian(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
