import Testing

@testable import Site

@Suite struct `Sizes of pictures` {
    @Test(
        arguments: [
            (
                [
                    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0,
                    2, 0x80, 0, 0, 1, 0xE0,
                ], 640, 480
            ),
            (Array("GIF89a".utf8) + [0x40, 0x01, 0xF0, 0x00], 320, 240),
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC2, 0, 11, 8, 0, 9, 0, 16], 16, 9),
            (webP("VP8X") + [0, 0, 0, 0, 0xFF, 0x03, 0, 0x57, 0x02, 0], 1024, 600),
            (webP("VP8L") + [0x2F, 0x63, 0xC0, 0x04, 0, 0, 0, 0, 0, 0], 100, 20),
            (webP("VP8 ") + [0, 0, 0, 0x9D, 0x01, 0x2A, 0x64, 0, 0x14, 0], 100, 20),
        ] as [([UInt8], Int, Int)])
    func `the header of a picture tells its size`(bytes: [UInt8], width: Int, height: Int) {
        #expect(PictureSize(of: bytes) == PictureSize(width: width, height: height))
        for length in bytes.indices { #expect(PictureSize(of: Array(bytes[..<length])) == nil) }
    }

    private static func webP(_ chunk: String) -> [UInt8] {
        Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP\(chunk)".utf8) + [10, 0, 0, 0]
    }

    @Test(arguments: [
        ("<?xml version='1.0'?>\n<svg width='300px' viewBox='0 0 1 1' height=\"150.4\">", 300, 150),
        ("<svg xmlns=\"x\" viewBox=\"0,0 24 48\" width=\"100%\"></svg>", 24, 48),
    ])
    func `the root of an SVG tells its size`(text: String, width: Int, height: Int) {
        #expect(PictureSize(of: Array(text.utf8)) == PictureSize(width: width, height: height))
    }

    @Test(arguments: [
        "", "<svg>", "<svg width='1e9' height='2'>", "<svg viewBox='0 0 0 1'>", "no picture",
        "<svgx width='1' height='1'>",
    ])
    func `what tells no size has none`(text: String) {
        #expect(PictureSize(of: Array(text.utf8)) == nil)
    }
}
