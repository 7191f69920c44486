import Diagnostics
import Testing

@testable import Datasets

/// TOML as front matter has it.
@Suite struct TOMLReaderTests {
    @Test(arguments: [
        ("a = 1\nb = -2.5 # three\nc = true", #"{"a":1,"b":-2.5,"c":true}"#),
        (#"a = "b \"c\" \u00e9\n"\#nd = 'C:\e'"#, #"{"a":"b \"c\" é\n","d":"C:\\e"}"#),
        ("a = \"\"\"\none\ntwo \\\n   three\"\"\"\nb = '''\nc'd'''", #"{"a":"one\ntwo three","b":"c'd"}"#),
        ("a = [1, 2,\n  3, # four\n]\nb = []", #"{"a":[1,2,3],"b":[]}"#),
        ("a = { b = 1, c.d = [\"e\"] }", #"{"a":{"b":1,"c":{"d":["e"]}}}"#),
        ("[a]\nb = 1\n[a.c]\nd = 2\n[e]", #"{"a":{"b":1,"c":{"d":2}},"e":{}}"#),
        ("[[a]]\nb = 1\n[[a]]\nb = 2\n[a.c]\nd = 3", #"{"a":[{"b":1},{"b":2,"c":{"d":3}}]}"#),
        ("a.b = 1\na.c = 2\n\"d e\" = 3", #"{"a":{"b":1,"c":2},"d e":3}"#),
        (
            "a = 2014-04-28\nb = 2014-04-28 10:00:00Z\nc = 07:32:00",
            #"{"a":"2014-04-28","b":"2014-04-28 10:00:00Z","c":"07:32:00"}"#
        ),
        ("a = 1_000\nb = 0x1F\r\nc = +3", #"{"a":1000,"b":31,"c":3}"#),
        ("", "{}"),
    ])
    func `values are read`(_ text: String, _ json: String) throws {
        var problems: [Diagnostic] = []
        let value = read(text, &problems)
        #expect(problems == [])
        #expect(value?.jsonText == json)
    }

    @Test(arguments: [
        ("a 1", "1:3: '=' is expected after the key"),
        ("a: b", "1:2: '=' is expected after the key"),
        ("a = b", "1:5: 'b' is no value of TOML"),
        ("a = nan", "1:5: 'nan' is no value of TOML"),
        ("a =", "1:4: a value is expected here"),
        ("a = 1\na = 2", "2:1: 'a' stands here a second time"),
        ("a = 1\n[a]", "2:2: 'a' stands here a second time"),
        ("[a]\n[a]", "2:2: 'a' stands here a second time"),
        ("a = \"b\nc\"", "1:5: the text that begins here has no closing quote on its line"),
        ("a = \"\\x\"", "1:6: this is not an escape of TOML"),
        ("a = [1 2]", "1:8: ',' or ']' is expected in this list"),
        ("a = {b = 1", "1:11: ',' or '}' is expected in this table"),
        ("a = 1 b", "1:7: something stands after the end of the value"),
        ("[a", "1:3: the name of this table is not closed"),
        ("a = '''b", "1:5: the text that begins here has no closing quotes"),
    ])
    func `what is wrong is told of at its place`(_ text: String, _ message: String) {
        var problems: [Diagnostic] = []
        #expect(read(text, &problems) == nil)
        #expect(
            problems.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0): \($0.message)" } == [
                message
            ])
    }

    @Test func `deep nesting, long keys and many keys are no danger`() {
        var problems: [Diagnostic] = []
        #expect(read("a = " + String(repeating: "[", count: 100_000), &problems) == nil)
        #expect(read(String(repeating: "a.", count: 100_000) + "b = 1", &problems) == nil)
        #expect(
            problems.map(\.message) == [
                "values are nested more than 128 deep here", "a key has more than 64 parts here",
            ])
        let many = (0..<50_000).map { "k\($0) = 1\n" }.joined()
        #expect(read(many, &problems)?.mapping?.entries.count == 50_000)
    }

    private func read(_ text: String, _ problems: inout [Diagnostic]) -> StructuredValue? {
        StructuredValue.toml(SourceText(path: "a.md", text), in: 0..<text.utf8.count, reporting: &problems)
    }
}
