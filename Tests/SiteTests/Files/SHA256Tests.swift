import Testing

@testable import Site

@Suite struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 100_000),
            "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee"
        ),
    ])
    func `digests are those of the standard`(text: String, expected: String) throws {
        let digest = SHA256(of: Array(text.utf8))
        #expect(digest.hex == expected)
        #expect(SHA256(hex: expected) == digest)
    }

    @Test(arguments: ["", "abc", String(repeating: "G", count: 64), String(repeating: "A", count: 64)])
    func `a digest is read back from 64 lower case digits only`(text: String) {
        #expect(SHA256(hex: text) == nil)
    }
}
