extension BadInputCase {
    static let settings: [BadInputCase] = [
        .settings(
            "langage: en", "Content/site.yaml:2:1: error: 'langage' is not a key of site.yaml",
            help: "language"),
        .settings(
            "base_url: javascript:x", "Content/site.yaml:2:11: error: 'javascript:x' is no address of a site",
            help: "https://"),
        .settings(
            "base_url: example.org", "Content/site.yaml:2:11: error: 'example.org' is no address of a site",
            help: "https://"),
        .settings("title: Again", "Content/site.yaml:2:1: error: the key 'title' is here twice"),
        .settings(
            "author: [a", "Content/site.yaml:3:1: error: this is not YAML: did not find expected ',' or ']'"),
        .settings("params:\n\ta: 1", "Content/site.yaml:3:1: error: a tab cannot indent YAML"),
        .settings(
            "params: *nowhere",
            "Content/site.yaml:2:9: error: this alias stands for nothing that was named before it, or for what it is itself part of"
        ),
        .settings(
            "params: {a: !custom x}", "Content/site.yaml:2:13: error: the tag '!custom' is not read here"),
        .settings(
            "params: &a [*a]",
            "Content/site.yaml:2:13: error: this alias stands for nothing that was named before it, or for what it is itself part of"
        ),
        .settings(
            "navigation: yes",
            "Content/site.yaml:2:13: error: 'navigation' must be a list of mappings, not the text 'yes'"),
        .settings(
            "navigation: [{ title: Elbe, url: /elbe/ }]",
            "Content/site.yaml:2:34: error: no page or file of the site has the address '/elbe/'"),
        .settings(
            "collections: { rivers: { from: flows } }",
            "Content/site.yaml:2:24: error: the collection 'rivers' is made from 'flows', which is no table or view"
        ),
        .settings(
            "indexes: { flow: { table: flows, period: year, entity: river } }",
            "Content/site.yaml:2:18: error: 'indexes.flow' needs the key 'value', 'rank' or both"),
    ]
}
