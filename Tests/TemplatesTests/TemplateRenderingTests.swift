import Diagnostics
import Markup
import Templates
import Testing

/// A page made from the template `page`, and what went wrong.
private func render(
    _ sources: [String: String], with record: TemplateRecord,
    resolving resolve: AddressResolver = { address, _, _ in address }
) -> (text: String, problems: [Diagnostic]) {
    var problems: [Diagnostic] = []
    let texts = Dictionary(
        uniqueKeysWithValues: sources.map { ($0, SourceText(path: "\($0).mustache", $1)) })
    let templates = TemplateSet(sources: texts, reporting: &problems)
    let page = templates.render("page", with: record, resolving: resolve, reporting: &problems)
    return (page.string, problems)
}

struct TemplateRenderingTests {
    @Test(arguments: [
        ("\"\u{301}", "&quot;\u{301}"), ("<\u{338}", "&lt;\u{338}"), ("it's", "it&#39;s"),
        ("a & b", "a &amp; b"),
        ("`", "`"), ("{{y}}", "{{y}}"), ("</title>", "&lt;/title&gt;"),
    ])
    func `text is escaped by its bytes and never read as a template`(text: String, escaped: String) {
        let page = render(
            ["page": "<p title=\"{{x}}\">{{x}}</p><title>{{x}}</title>"], with: ["x": .text(text)])
        #expect(page.text == "<p title=\"\(escaped)\">\(escaped)</p><title>\(escaped)</title>")
        #expect(page.problems == [])
    }

    @Test func `markup is written as it is with two and with three braces`() {
        let body = TemplateValue.markup(Markup(trusting: Array("<em>a</em>".utf8)))
        let page = render(["page": "{{body}}{{{body}}}{{&body}}"], with: ["body": body])
        #expect(page.text == "<em>a</em><em>a</em><em>a</em>")
    }

    @Test func `text is not trusted markup`() {
        let page = render(["page": "{{{x}}}"], with: ["x": "<b>"])
        #expect(page.text == "")
        #expect(page.problems.map(\.message) == ["'x' is text, which is not trusted markup"])
        #expect(page.problems.first?.help == "write {{x}}")
    }

    @Test(arguments: ["<p title=\"{{x}}\">", "<title>{{x}}</title>", "<a href=\"{{x}}\">"])
    func `markup has no place where only text can be`(template: String) {
        let page = render(["page": template], with: ["x": .markup(Markup(trusting: Array("<b>".utf8)))])
        #expect(page.problems.map(\.code) == ["value-kind"])
    }

    @Test func `a script of linked data takes markup and no text`() {
        let template = "<script type=\"application/ld+json\">{{x}}</script>"
        let json = TemplateValue.markup(Markup(trusting: Array("{}".utf8)))
        #expect(
            render(["page": template], with: ["x": json]).text
                == "<script type=\"application/ld+json\">{}</script>")
        #expect(render(["page": template], with: ["x": "{}"]).problems.map(\.code) == ["value-kind"])
    }

    @Test(arguments: [
        ("absent", false), ("no", false), ("empty", false), ("none", false), ("blank", false),
        ("yes", true), ("text", true), ("list", true), ("record", true),
    ])
    func `a section is entered for what is true`(name: String, isTrue: Bool) {
        let record: TemplateRecord = [
            "absent": .absent, "no": false, "empty": "", "none": [], "blank": .markup(Markup()), "yes": true,
            "text": "a", "list": ["a"], "record": [:],
        ]
        let page = render(["page": "{{#\(name)}}+{{/\(name)}}{{^\(name)}}-{{/\(name)}}"], with: record)
        #expect(page.text == (isTrue ? "+" : "-"))
    }

    @Test func `a condition leaves the innermost value as it was`() {
        let page = render(
            ["page": "{{#tags}}{{#yes}}{{.}}{{/yes}}{{/tags}}"], with: ["tags": ["a"], "yes": true])
        #expect(page.text == "a")
    }

    @Test func `a record's own names come first, those outside after them`() {
        let rows: TemplateValue = [["title": "own"], ["title": .absent], ["name": "x"]]
        let page = render(["page": "{{#rows}}[{{title}}]{{/rows}}"], with: ["title": "outer", "rows": rows])
        #expect(page.text == "[own][][outer]")
    }

    @Test func `the parts of an absent value are absent`() {
        let page = render(["page": "[{{page.next.url}}]"], with: ["page": ["next": .absent]])
        #expect(page.text == "[]")
        #expect(page.problems == [])
    }

    @Test func `a page fills the blocks of its layout and of the layout's partials`() {
        let page = render(
            [
                "page":
                    "{{<layout}}\n{{$title}}{{title}}{{/title}}\n{{$main}}\n<p>Hello</p>\n{{/main}}\n{{/layout}}\n",
                "layout":
                    "<title>{{$title}}none{{/title}}</title>\n<main>\n  {{$main}}{{/main}}\n</main>\n{{>footer}}\n",
                "partials/footer": "<footer>{{$note}}default{{/note}}</footer>\n",
            ], with: ["title": "A & B"])
        #expect(
            page.text == """
                <title>A &amp; B</title>
                <main>
                  <p>Hello</p>

                </main>
                <footer>default</footer>

                """)
        #expect(page.problems == [])
    }

    @Test func `a block within a block belongs to the template it is written in`() {
        let page = render(
            [
                "page":
                    "{{<layout}}{{$title}}P{{/title}}{{$main}}{{<card}}{{$title}}C{{/title}}{{/card}}{{/main}}{{/layout}}",
                "layout": "{{$title}}{{/title}}:{{$main}}{{/main}}",
                "partials/card": "{{$title}}none{{/title}}",
            ], with: [:])
        #expect(page.text == "P:C")
        #expect(page.problems == [])
    }

    @Test func `a partial may go through a tree`() {
        let tree: TemplateRecord = [
            "name": "a",
            "nodes": [["name": "b", "nodes": []], ["name": "c", "nodes": [["name": "d", "nodes": []]]]],
        ]
        let page = render(
            ["page": "{{>node}}", "partials/node": "({{name}}{{#nodes}}{{>node}}{{/nodes}})"], with: tree)
        #expect(page.text == "(a(b)(c(d)))")
    }

    @Test func `a byte order mark and carriage returns are accepted`() {
        let page = render(["page": "\u{FEFF}{{#a}}\r\nx\r\n{{/a}}\r\n"], with: ["a": true])
        #expect(page.text == "x\r\n")
    }

    @Test func `what a template needs is known before it is rendered`() {
        var problems: [Diagnostic] = []
        let sources = [
            "page": SourceText(
                path: "page", "{{<layout}}{{$main}}{{figures.isp-history}}{{/main}}{{/layout}}"),
            "layout": SourceText(path: "layout", "{{$main}}{{figures.unused}}{{/main}}{{>aside}}"),
            "partials/aside": SourceText(path: "aside", "{{#queries.deals}}{{title}}{{/queries.deals}}"),
        ]
        let templates = TemplateSet(sources: sources, reporting: &problems)
        #expect(templates.references(in: "page", under: "figures").map(\.name) == ["isp-history"])
        #expect(templates.references(in: "page", under: "queries").map(\.name) == ["deals"])
        #expect(templates.references(in: "layout", under: "figures").map(\.name) == ["unused"])
        #expect(
            templates.references(in: "page", under: "figures").first?.location
                == SourceLocation(path: "page", line: 1, column: 31, length: 11))
    }
}

struct TemplateAddressTests {
    @Test(arguments: [
        ("<a href=\"/data/\">", "<a href=\"[/data/]\">"),
        ("<a href='#x'>", "<a href='[#x]'>"),
        ("<a href=/data/>", "<a href=\"[/data/]\">"),
        ("<a class=\"b\" HREF=\"{{url}}\">", "<a class=\"b\" HREF=\"[/a?b=1&amp;c=&#39;]\">"),
        ("<a href=\"{{url}}#top\">", "<a href=\"[/a?b=1&amp;c=&#39;#top]\">"),
        ("<a href=\"/x?a=1&amp;b=2\">", "<a href=\"[/x?a=1&amp;b=2]\">"),
        ("<a href=\" /x\n\">", "<a href=\"[/x]\">"),
        ("<a href=\"{{#yes}}/y{{/yes}}{{^yes}}/n{{/yes}}\">", "<a href=\"[/y]\">"),
        ("<a href=\"\">", "<a href=\"[]\">"),
        ("<a data-href=\"/x\" title=\"/y\">", "<a data-href=\"/x\" title=\"/y\">"),
        ("<img srcset=\"/a.png 1x, /b.png 2x\">", "<img srcset=\"[/a.png] 1x, [/b.png] 2x\">"),
        ("<img srcset=\"/a.png, {{url}} 2x\">", "<img srcset=\"[/a.png], [/a?b=1&amp;c=&#39;] 2x\">"),
        ("<svg><use xlink:href=\"#i\"/></svg>", "<svg><use xlink:href=\"[#i]\"/></svg>"),
        (
            "<!-- <a href=\"/x\"> --><script>a='<a href=\"/x\">'</script>",
            "<!-- <a href=\"/x\"> --><script>a='<a href=\"/x\">'</script>"
        ),
    ])
    func `every address goes through the resolver as a whole`(template: String, expected: String) {
        let page = render(
            ["page": template], with: ["url": "/a?b=1&c='", "yes": true],
            resolving: { address, _, _ in "[\(address)]" })
        #expect(page.text == expected)
        #expect(page.problems == [])
    }

    @Test func `a refused address is replaced, and reported where it stands`() {
        let page = render(
            ["page": "<p>\n<a href=\"{{url}}\">"], with: ["url": " jAvA\tscript:alert(1)"],
            resolving: { address, location, problems in
                problems.append(Diagnostic("refused", at: location, address))
                return nil
            })
        #expect(page.text == "<p>\n<a href=\"about:invalid\">")
        #expect(
            page.problems == [
                Diagnostic(
                    "refused", at: SourceLocation(path: "page.mustache", line: 2, column: 10, length: 7),
                    "jAvAscript:alert(1)")
            ])
    }

    @Test func `an address in a partial within the value is part of it`() {
        let page = render(
            ["page": "<a href=\"/x/{{>tail}}\">", "partials/tail": "{{id}}/"], with: ["id": "a b"],
            resolving: { address, _, _ in "[\(address)]" })
        #expect(page.text == "<a href=\"[/x/a b/]\">")
    }
}
