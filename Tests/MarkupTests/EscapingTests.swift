import Markup
import Testing

@Suite struct EscapingTests {
    @Test(arguments: [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        (#"it's "quoted""#, "it&#39;s &quot;quoted&quot;"),
        ("\"\u{301} onload=x", "&quot;\u{301} onload=x"),
        ("<\u{338}script>", "&lt;\u{338}script&gt;"),
        ("tab\tand\u{0}null", "tab\tand\u{FFFD}null"),
        ("日本 é", "日本 é"),
    ])
    func `five characters are escaped by byte, whatever follows them`(text: String, expected: String) {
        #expect(Markup(text: text).string == expected)
    }

    @Test func `an attribute keeps its quotation marks inside`() {
        var writer = MarkupWriter()
        writer.element(
            "a", ["title": .text("say \"x\"\u{301}"), "hidden": .present, "id": .absent], text: "t")
        #expect(writer.markup.string == "<a title=\"say &quot;x&quot;\u{301}\" hidden>t</a>")
    }

    @Test func `an element without content closes itself in XML only`() {
        var html = MarkupWriter(.html)
        html.element("br")
        var xml = MarkupWriter(.xml)
        xml.element("path", ["width": 3])
        #expect(html.markup.string == "<br>")
        #expect(xml.markup.string == "<path width=\"3\"/>")
    }

    @Test(arguments: [
        (0.0, "0"), (1.25, "1.3"), (-1.25, "-1.3"), (-0.04, "0"), (12.0, "12"), (0.05, "0.1"),
        (Double.nan, "0"), (1e300, "1000000000"),
    ])
    func `coordinates have at most one decimal and no exponent`(number: Double, expected: String) {
        var bytes: [UInt8] = []
        Decimal.append(tenths: number, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }
}
