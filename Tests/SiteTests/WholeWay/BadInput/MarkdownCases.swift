extension BadInputCase {
    static let markdown: [BadInputCase] = [
        .text(
            "[x](/nowhere/)\n",
            "Content/a.md:3:1: error: no page or file of the site has the address '/nowhere/'"),
        .text("[x](#nowhere)\n", "Content/a.md:3:1: error: there is no anchor '#nowhere' on the page '/a/'"),
        .text(
            "![x](../../../etc/passwd)\n",
            "Content/a.md:3:1: error: '../../../etc/passwd' leads out of the site"),
        .text("a\0b\n", "Content/a.md:3:2: error: a text file cannot hold a NUL character"),
        .text(
            ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> deep\n",
            "Content/a.md:3:1: error: this line stands in more than 32 lists and quotes", help: "levels"),
        .text(
            String(repeating: "[", count: 1001) + "\n",
            "Content/a.md:3:1: error: more than 1000 brackets are open at once in this block", help: "bracket"
        ),
        .text(
            "```chart\ntype: line\n",
            "Content/a.md:3:1: error: this block is not closed, and takes in what follows it"),
        .text("`=nothing('x')`\n", "Content/a.md:3:1: error: syntax error near \"nothing\""),
    ]
}
