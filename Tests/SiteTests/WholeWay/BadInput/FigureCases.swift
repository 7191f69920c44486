extension BadInputCase {
    static let figures: [BadInputCase] = [
        .text(
            "```chart\ntype: lin\ntitle: T\n```\n",
            "Content/a.md:4:1: error: nothing says where the rows of this chart come from"),
        .text(
            "```chart\ntype: line\nindex: flow\ntitle: T\n```\n",
            "Content/a.md:5:8: error: there is no index 'flow'"),
        .text(
            "```table\ntable: nothing\ntitle: T\n```\n",
            "Content/a.md:4:8: error: there is no table or view 'nothing'"),
        .text(
            "```timeline\nevents: nothing\ntitle: T\n```\n",
            "Content/a.md:4:9: error: there are no events 'nothing'"),
        .text(
            "```table\ntitle: [\n```\n",
            "Content/a.md:5:1: error: this is not YAML: did not find expected node content"),
    ]
}
