import Datasets
import Testing

@Suite struct `Matching patterns` {
    @Test(arguments: [
        ("[a-z0-9-]+", "verizon-fios", true), ("[a-z]+", "Abc", false), ("a|bc", "bc", true),
        ("^\\d{4}(-\\d{2}(-\\d{2})?)?$", "2014-04", true), ("\\d{4}(-\\d{2}(-\\d{2})?)?", "2014-4", false),
        ("(?:ab)*c", "ababc", true), ("a{2,}", "a", false), ("a{2,3}", "aaaa", false), ("[^,]*", "ü€😀", true),
        ("ü.😀", "üx😀", true), ("[]x]", "]", true), ("[\\w.]+@[\\w.]+", "a.b@c.de", true), ("", "", true),
        ("a.c", "a\nc", false), ("\\S+", "x\u{A0}y", true), ("[\\W]", "-", true), ("x?", "", true),
    ])
    func `a pattern matches a whole text`(pattern: String, text: String, matches: Bool) throws {
        #expect(try Pattern(pattern).matches(text) == matches)
    }

    @Test(arguments: [
        ("(a", "this '(' is never closed"), ("a)", "a ')' closes nothing here"),
        ("[a", "this '[' is never closed"),
        ("*a", "nothing stands before this repetition"),
        ("a**", "a repetition of a repetition is not known here"),
        ("a{3,2}", "counts are written {2}, {2,} or {2,5}"), ("\\1", "'\\1' is not known here"),
        ("(?=a)", "of the groups that begin with '(?' only '(?:' is known"),
        ("[z-a]", "this range runs backwards"),
        ("((a{1000}){1000}){1000}", "the pattern repeats too much"),
    ])
    func `what is not in the subset is refused`(pattern: String, message: String) {
        let failure = #expect(throws: Pattern.Failure.self) { try Pattern(pattern) }
        #expect(failure?.message == message)
    }

    @Test func `time grows with the text and not beyond`() throws {
        let text = String(repeating: "a", count: 200_000) + "!"
        #expect(try Pattern("(a+)+").matches(text) == false)
        #expect(try Pattern("(a|aa)*(a|b)*").matches(text) == false)
    }
}
