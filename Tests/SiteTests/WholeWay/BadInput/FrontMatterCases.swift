extension BadInputCase {
    static let frontMatter: [BadInputCase] = [
        .matter(
            "date: 2024-02-30", "Content/a.md:3:7: error: '2024-02-30' is no day of the calendar",
            help: "2014-04-28"),
        .matter(
            "date: yesterday", "Content/a.md:3:7: error: 'yesterday' is no day of the calendar",
            help: "2014-04-28"),
        .matter(
            "draft: no", "Content/a.md:3:8: error: 'draft' must be true or false, not the text 'no'",
            help: "true or false"),
        .matter(
            "draft: \"false\"", "Content/a.md:3:8: error: 'draft' must be true or false, not the text 'false'"
        ),
        .matter("tags: [1, [x]]", "Content/a.md:3:11: error: 'an item of tags' must be a text, not a list"),
        .matter(
            "slug: ../../etc/passwd", "Content/a.md:3:7: error: this slug cannot be a part of an address",
            help: "letters"),
        .matter(
            "slug: \"\"", "Content/a.md:3:7: error: this slug cannot be a part of an address", help: "letters"
        ),
        .matter("permalink: here", "Content/a.md:3:12: error: 'here' is no address of this site", help: "/"),
        .matter("permalink: /a/../b/", "Content/a.md:3:12: error: '/a/../b/' is no address of this site"),
        .matter("template: pgae", "Content/a.md:3:11: error: there is no template 'pgae'", help: "'page'"),
        .matter("template: ../../secret", "Content/a.md:3:11: error: there is no template '../../secret'"),
        .matter(
            "slug: /abs", "Content/a.md:3:7: error: this slug cannot be a part of an address",
            help: "permalink"),
        .matter(
            "descripton: x", "Content/a.md:3:1: error: 'descripton' is not a key of the front matter",
            help: "'description'"),
        .matter(
            "weight: heavy", "Content/a.md:3:9: error: 'weight' must be a whole number, not the text 'heavy'"),
        .matter(
            "summary: \"unterminated",
            "Content/a.md:4:1: error: this is not YAML: found unexpected end of stream"),
        BadInputCase(
            "Content/a.md", "---\ntitle: A\n\nText without an end.\n",
            "Content/a.md:1:1: error: the front matter is opened here and never closed", help: "---"),
    ]
}
