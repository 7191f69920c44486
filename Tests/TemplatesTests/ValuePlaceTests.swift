import Diagnostics
import Templates
import Testing

private func problems(_ sources: [String: String]) -> [String] {
    var problems: [Diagnostic] = []
    let texts = Dictionary(
        uniqueKeysWithValues: sources.map { ($0, SourceText(path: "\($0).mustache", $1)) })
    _ = TemplateSet(sources: texts, reporting: &problems)
    return problems.sorted().map { "\($0.location?.description ?? ""): \($0.message)" }
}

struct ValuePlaceTests {
    @Test(arguments: [
        ("<a href={{x}}>", "1:11: a value stands in the attribute 'href' without quotation marks: 'x'"),
        ("<a href=/{{x}}>", "1:12: a value stands in the attribute 'href' without quotation marks: 'x'"),
        ("<script>{{x}}</script>", "1:11: a value stands in <script>: 'x'"),
        ("<script>a</b>{{{x}}}</script>", "1:17: a value stands in <script>: 'x'"),
        ("<SCRIPT type=module>{{x}}</script>", "1:23: a value stands in <script>: 'x'"),
        ("<style>{{x}}</style>", "1:10: a value stands in <style>: 'x'"),
        ("<{{x}}>", "1:4: a value stands in a tag's name: 'x'"),
        ("</{{x}}>", "1:5: a value stands in a tag's name: 'x'"),
        ("<a{{x}}>", "1:5: a value stands in a tag's name: 'x'"),
        ("<a {{x}}>", "1:6: a value stands inside a tag, outside of an attribute's value: 'x'"),
        ("<a b{{x}}>", "1:7: a value stands inside a tag, outside of an attribute's value: 'x'"),
        ("<!-- {{x}} -->", "1:8: a value stands in a comment: 'x'"),
        ("<!DOCTYPE {{x}}>", "1:13: a value stands in a declaration: 'x'"),
        ("<p onclick=\"{{x}}\">", "1:15: a value stands in the script of 'onclick': 'x'"),
        ("<p STYLE=\"{{x}}\">", "1:13: a value stands in the attribute 'style': 'x'"),
        ("<iframe srcdoc='{{x}}'></iframe>", "1:19: a value stands in the attribute 'srcdoc': 'x'"),
        ("<p title=\"{{{x}}}\">", "1:14: markup stands in the attribute 'title': 'x'"),
        ("<p title=\"{{#a}}\">{{/a}}\">", "1:14: 'a' begins in the attribute 'title' and ends in text"),
        ("{{#a}}<p {{/a}}>", "1:4: 'a' begins in text and ends inside a tag"),
        ("{{#a}}<script>{{/a}}</script>", "1:4: 'a' begins in text and ends in <script>"),
        ("<p class=a{{#a}}b{{/a}}>", "1:14: 'a' begins in the attribute 'class' without quotation marks"),
        (
            "<p{{#a}} b{{/a}}c>",
            "1:17: an attribute begins without a space behind a part that may be replaced or left out"
        ),
        ("<{{#a}}h1{{/a}}>", "1:8: a tag's name is put together from parts"),
        ("<p title=\"a>", "1:13: the template 'page' begins in text and ends in the attribute 'title'"),
    ])
    func `a value or a part where HTML cannot hold it is an error`(template: String, expected: String) {
        #expect(problems(["page": template]) == ["page.mustache:" + expected])
    }

    @Test(arguments: [
        "<a{{#current}} aria-current=\"page\"{{/current}}>",
        "<a {{#x}}href=\"/a\"{{/x}}{{^x}}href=\"/b\"{{/x}} id=\"c\">",
        "<input{{#checked}} checked{{/checked}}>",
        "<p class=\"a{{#b}} b{{/b}}\">",
        "<!-- a --><!--> {{x}} <!-- -- > -->{{x}}",
        "<script>a</scr</script>{{x}}<style></style>{{x}}<textarea>{{x}}</textarea>",
        "1 < 2 {{x}} a<{{#x}}{{/x}}>",
        "<p title='\"{{x}}'>{{x}}</p><br/>{{x}}",
        "{{! <p {{x }}<p>{{x}}</p>",
    ])
    func `a value or a part has its place`(template: String) {
        #expect(problems(["page": template]) == [])
    }

    @Test func `a partial is judged where it is included`() {
        let sources = [
            "page": "<p title=\"{{>name}}\">{{>name}}</p><p{{>attributes}}>", "partials/name": "{{x}}",
            "partials/attributes": " class=\"{{x}}\"",
        ]
        #expect(problems(sources) == [])
        #expect(
            problems(["page": "<style>{{>name}}</style>", "partials/name": "{{x}}"])
                == ["partials/name.mustache:1:3: a value stands in <style>: 'x'"])
        #expect(
            problems(["page": "{{>open}}", "partials/open": "<!--"])
                == [
                    "partials/open.mustache:1:5: the template 'partials/open' begins in text and ends in a comment"
                ])
    }

    @Test func `a block is judged where its parent has it`() {
        let sources = [
            "page": "{{<layout}}{{$code}}{{x}}{{/code}}{{$main}}{{x}}{{/main}}{{/layout}}",
            "layout": "<script>{{$code}}{{/code}}</script>{{$main}}{{/main}}",
        ]
        #expect(problems(sources) == ["page.mustache:1:23: a value stands in <script>: 'x'"])
    }
}
