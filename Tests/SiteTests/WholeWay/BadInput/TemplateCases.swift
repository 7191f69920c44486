extension BadInputCase {
    static let templates: [BadInputCase] = [
        .template(
            "{{page.titel}}", "Templates/page.mustache:2:8: error: 'page' has no 'titel'", help: "'title'"),
        .template("{{page.title", "Templates/page.mustache:2:1: error: the tag {{page.title is not closed"),
        .template("{{#page.tags}} x", "Templates/page.mustache:2:1: error: {{#page.tags}} is not closed"),
        .template(
            "{{#page.tags}}{{/page.title}}",
            "Templates/page.mustache:2:1: error: {{#page.tags}} is not closed"),
        .template(
            "{{> partials/nothing}}",
            "Templates/page.mustache:2:5: error: there is no partial 'partials/nothing'"),
        .template(
            "{{> ../../etc/passwd}}",
            "Templates/page.mustache:2:5: error: '../../etc/passwd' is not a name that a tag can have"),
        .template(
            "<a href={{page.title}}>x</a>",
            "Templates/page.mustache:2:11: error: a value stands in the attribute 'href' without quotation marks: 'page.title'"
        ),
        .template(
            "<script>{{page.title}}</script>",
            "Templates/page.mustache:2:11: error: a value stands in <script>: 'page.title'"),
        .template(
            "<style>{{page.title}}</style>",
            "Templates/page.mustache:2:10: error: a value stands in <style>: 'page.title'"),
        .template(
            "<!-- {{page.title}} -->",
            "Templates/page.mustache:2:8: error: a value stands in a comment: 'page.title'"),
        .template(
            "<b onclick=\"{{page.title}}\">x</b>",
            "Templates/page.mustache:2:15: error: a value stands in the script of 'onclick': 'page.title'"),
        .template(
            "{{{page.title}}}",
            "Templates/page.mustache:2:4: error: 'page.title' is text, which is not trusted markup"),
        .template(
            "<a href=\"/nowhere/\">x</a>",
            "Templates/page.mustache:2:10: error: no page or file of the site has the address '/nowhere/'"),
    ]
}
