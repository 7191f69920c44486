import Testing

@testable import Site

@Suite struct SitePathTests {
    @Test(
        arguments: [
            ("", .empty), ("/a", .emptyPart), ("a/", .emptyPart), ("a//b", .emptyPart), (".", .dots),
            ("a/../b", .dots), ("a\u{0}b", .controlCharacter), ("a\u{1B}[0m", .controlCharacter),
            ("a\u{85}b", .controlCharacter), ("a\\b", .backslash), ("a/.git/b", .reserved(".git")),
            (".SITEGEN/lock", .reserved(".SITEGEN")),
            (String(repeating: "a/", count: 500) + "b", .tooLong),
            (String(repeating: "é", count: 101), .partTooLong(String(repeating: "é", count: 40) + "…")),
        ] as [(String, SitePathProblem)])
    func `a path that leaves the output or harms it is refused`(text: String, problem: SitePathProblem) {
        #expect(throws: problem) { try SitePath(text) }
    }

    @Test(arguments: ["index.html", "a/b/c.html", "...", "..a", "a b", "é/ü", "-rf", ".nojekyll", "a\"'<>"])
    func `any other name is kept as it is`(text: String) throws {
        #expect(try SitePath(text).text == text)
    }

    @Test func `two spellings of a letter are two paths with one collision key`() throws {
        let composed = try SitePath("caf\u{E9}")
        let decomposed = try SitePath("cafe\u{301}")
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed]).count == 2)
        #expect(composed.collisionKey == decomposed.collisionKey)
    }

    @Test(arguments: [("A/Index.html", "a/index.html"), ("straße", "STRASSE"), ("ς", "Σ"), ("ﬁ", "FI")])
    func `names that differ by letter case collide`(left: String, right: String) {
        #expect(CollisionKey(left) == CollisionKey(right))
    }

    @Test func `a dotless i is a letter of its own`() {
        #expect(CollisionKey("sık") != CollisionKey("sik"))
    }

    @Test(arguments: ["a./b", "a ", "CON", "aux.html", "com1.txt", "a:b", "what?"])
    func `a name that other systems cannot keep is pointed out`(text: String) throws {
        #expect(try SitePath(text).portabilityProblem != nil)
        #expect(try SitePath("console/com/a.b").portabilityProblem == nil)
    }
}
