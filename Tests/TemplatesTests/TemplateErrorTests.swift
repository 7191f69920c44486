import Diagnostics
import Markup
import Testing

@testable import Templates

/// What is printed about templates and a page made from one called `page`.
private func messages(
    _ sources: [String: String], with record: TemplateRecord = [:]
) -> [String] {
    var problems: [Diagnostic] = []
    let texts = Dictionary(
        uniqueKeysWithValues: sources.map { ($0, SourceText(path: "\($0).mustache", $1)) })
    let templates = TemplateSet(sources: texts, reporting: &problems)
    _ = templates.render("page", with: record, resolving: { address, _, _ in address }, reporting: &problems)
    return problems.sorted().map { DiagnosticFormatter().format($0) }
}

private func message(_ page: String, with record: TemplateRecord = [:]) -> String {
    messages(["page": page], with: record).joined(separator: "\n")
}

struct TemplateErrorTests {
    @Test func `a misspelt name is an error with its place and a suggestion`() {
        #expect(
            message("<h1>{{site.titel}}</h1>", with: ["site": ["title": "Index", "language": "en"]]) == """
                page.mustache:1:12: error: 'site' has no 'titel' [unknown-name]
                1 | <h1>{{site.titel}}</h1>
                  |            ^^^^^
                   = a name that has no value is empty, but one that does not exist is a mistake
                   = help: did you mean 'title'?
                """)
    }

    @Test func `a name that a loop uses is reported once`() {
        let rows: TemplateValue = [["isp": "Comcast"], ["isp": "Verizon"]]
        #expect(messages(["page": "{{#rows}}{{ips}}{{/rows}}"], with: ["rows": rows]).count == 1)
    }

    @Test(arguments: [
        ("{{#no}}{{titel}}{{/no}}", 1), ("{{^yes}}{{titel}}{{/yes}}", 1), ("{{#no}}{{>head}}{{/no}}", 1),
        ("{{#no}}{{#rows}}{{isp}}{{ips}}{{/rows}}{{/no}}", 1), ("{{#none}}{{isp}}{{titel}}{{/none}}", 0),
        ("{{#absent}}{{isp}}{{/absent}}{{#no}}{{#absent}}{{isp}}{{/absent}}{{.}}{{/no}}", 0),
    ])
    func `a name in a section that is not entered is checked where its values are known`(
        page: String, count: Int
    ) {
        let record: TemplateRecord = [
            "title": "a", "no": false, "yes": true, "none": [], "absent": .absent,
            "rows": [["isp": "Comcast"]],
        ]
        #expect(messages(["page": page, "partials/head": "{{titel}}"], with: record).count == count)
    }

    @Test func `what a section, partial, parent or block does not know is an error`() {
        let sources = [
            "page":
                "{{<layuot}}{{/layuot}}{{<layout}}{{$mian}}x{{/mian}}{{/layout}}{{>haeder}}{{#tags}}{{/tags}}",
            "layout": "{{$main}}{{/main}}",
            "partials/header": "",
        ]
        let first = messages(sources).map { $0.split(separator: "\n")[0] }
        #expect(
            first == [
                "page.mustache:1:4: error: there is no template 'layuot' [unknown-parent]",
                "page.mustache:1:37: error: 'layout' has no block 'mian' [unknown-block]",
                "page.mustache:1:67: error: there is no partial 'haeder' [unknown-partial]",
                "page.mustache:1:78: error: there is no 'tags' here [unknown-name]",
            ])
    }

    @Test(arguments: [
        ("a {{name", "page.mustache:1:3: error: the tag {{name is not closed [unclosed-tag]"),
        ("{{name\n{{x}}", "page.mustache:1:1: error: the tag {{name is not closed [unclosed-tag]"),
        ("{{#a}}\n", "page.mustache:1:1: error: {{#a}} is not closed [unclosed-section]"),
        ("{{#a}}\n{{/b}}", "page.mustache:1:1: error: {{#a}} is not closed [unclosed-section]"),
        (
            "\n{{/b}}",
            "page.mustache:2:1: error: {{/b}} closes nothing: no tag is open here [wrong-closing-tag]"
        ),
        (
            "{{> ../../etc/passwd}}",
            "page.mustache:1:5: error: '../../etc/passwd' is not a name that a tag can have [tag-syntax]"
        ),
        ("{{a b}}", "page.mustache:1:3: error: 'a b' is not a name that a tag can have [tag-syntax]"),
        ("{{a..b}}", "page.mustache:1:3: error: 'a..b' is not a name that a tag can have [tag-syntax]"),
        ("{{}}", "page.mustache:1:1: error: the tag {{}} has no name [tag-syntax]"),
    ])
    func `a broken tag is an error`(page: String, first: String) {
        #expect(message(page, with: ["x": "", "a": .absent]).split(separator: "\n")[0] == first)
    }

    @Test func `a wrong closing tag names both tags and their lines`() {
        #expect(
            message("{{#a}}\n{{#b}}\n{{/a}}\n", with: ["a": true, "b": true]) == """
                page.mustache:3:1: error: {{/a}} stands where {{/b}} is due [wrong-closing-tag]
                3 | {{/a}}
                  | ^^^^^^
                   = {{#b}} was opened in line 2
                   = help: write {{/b}} where it ends
                """)
    }

    @Test func `the mistakes of several templates are reported together`() {
        let sources = ["page": "{{#a}}", "layout": "{{b", "partials/c": "<a href={{d}}>"]
        #expect(messages(sources).count == 3)
    }

    @Test func `a template that includes itself without end is stopped`() {
        let sources = ["page": "{{>a}}", "partials/a": "{{>b}}", "partials/b": "{{>a}}"]
        let problem = messages(sources)[0]
        #expect(problem.contains("more than 64 deep"))
        #expect(problem.contains("a → b → a → b"))
    }

    @Test func `sections within sections end at 128`() {
        let deep = String(repeating: "{{#a}}", count: 10_000)
        #expect(message(deep, with: ["a": true]).contains("more than 128 tags are open"))
        let allowed = String(repeating: "{{#a}}", count: 128) + "x" + String(repeating: "{{/a}}", count: 128)
        #expect(message(allowed, with: ["a": true]) == "")
    }

    @Test(arguments: [
        (TemplateLimits(output: 1 << 20), "the page grows beyond 1 MiB"),
        (TemplateLimits(steps: 1_000_000), "the page takes more than 1 million steps"),
    ])
    func `a page without measure is stopped`(limits: TemplateLimits, message: String) {
        let rows = TemplateValue.list(Array(repeating: "0123456789", count: 1000))
        var problems: [Diagnostic] = []
        let page = SourceText(path: "page", "{{#rows}}\n{{#rows}}{{#rows}}{{.}}{{/rows}}{{/rows}}{{/rows}}")
        _ = TemplateSet(sources: ["page": page], reporting: &problems).render(
            "page", withValue: ["rows": rows], limits: limits, resolving: { address, _, _ in address },
            reporting: &problems)
        #expect(problems.map(\.message) == [message])
        #expect(problems.first?.location?.line == 2)
    }

    @Test func `a template full of mistakes is read no further than fifty of them`() {
        #expect(messages(["page": String(repeating: "{{/a}}\n{{{b}}\n", count: 10_000)]).count == 50)
    }

    @Test func `what is not UTF-8 is an error`() {
        var problems: [Diagnostic] = []
        let text = SourceText(path: "page.mustache", bytes: [0x61, 0x0A, 0xE9, 0x62])
        _ = TemplateSet(sources: ["page": text], reporting: &problems)
        #expect(problems.map(\.code) == ["template-encoding"])
        #expect(problems.first?.location?.line == 2)
    }
}
