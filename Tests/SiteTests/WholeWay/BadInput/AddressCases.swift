extension BadInputCase {
    static let addresses: [BadInputCase] = [
        BadInputCase(
            "Content/x.md", "---\ntitle: X\npermalink: /\n---\n",
            "Content/x.md: error: Content/x.md and Content/index.md have the same address '/'"),
        BadInputCase(
            "Content/x.md", "---\ntitle: X\npermalink: /assets/\\x/\n---\n",
            "Content/x.md:3:12: error: '/assets/\\x/' is no address of this site"),
        BadInputCase(
            "Content/x.md", "---\ntitle: X\nslug: \(String(repeating: "x", count: 201))\n---\n",
            "Content/x.md:3:7: error: this slug cannot be a part of an address"),
        BadInputCase(
            "Content/x.md", "---\ntitle: X\npermalink: /.git/x/\n---\n",
            "Content/x.md:3:12: error: '/.git/x/' is no address of this site"),
    ]
}
