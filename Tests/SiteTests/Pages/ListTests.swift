import Diagnostics
import Site
import Testing

/// Sections, terms, long lists, and the ways from one page to others.
@Suite struct ListTests {
    /// Prints what the page knows of its surroundings, a line each.
    static let template = """
        title {{page.title}}
        crumbs{{#page.breadcrumbs}} {{title}}{{/page.breadcrumbs}}
        pages{{#page.pages}} {{title}}{{/page.pages}}
        sections{{#page.sections}} {{title}}{{/page.sections}}
        terms{{#page.terms}} {{title}}={{count}}{{/page.terms}}
        previous {{#page.previous}}{{title}}{{/page.previous}}
        next {{#page.next}}{{title}}{{/page.next}}
        related{{#page.related}} {{title}}{{/page.related}}
        {{#page.pagination}}part {{number}}/{{count}}{{#previous}} <a href="{{url}}">back</a>{{/previous}}{{#next}} <a href="{{url}}">on</a>{{/next}}{{/page.pagination}}

        """

    private static func site(_ files: [String: String], _ settings: String = "") throws -> SiteFixture {
        var all = files
        all["Content/site.yaml"] = "title: Rivers\n" + settings
        all["Content/index.md"] = "# Home"
        all["Templates/page.mustache"] = template
        return try SiteFixture(all)
    }

    private static func matter(_ title: String, _ more: String = "") -> String {
        "---\ntitle: \(title)\n\(more)---\n"
    }

    @Test func `sections nest, and a folder without a page of its own gets one`() async throws {
        let site = try Self.site([
            "Content/rivers/_index.md": Self.matter("Rivers of Europe"),
            "Content/rivers/west/_index.md": Self.matter("West"),
            "Content/rivers/west/rhine.md": Self.matter("Rhine"),
            "Content/rivers/east/oder.md": Self.matter("Oder"),
            "Content/field-notes/first.md": Self.matter("First"),
        ])
        #expect(await site.build().diagnostics.brief == [])
        let top = try #require(site.page("rivers/index.html"))
        #expect(top.contains("pages Oder\nsections West\n"))
        #expect(
            site.page("rivers/west/index.html")?.contains("crumbs Rivers Rivers of Europe\npages Rhine\n")
                == true)
        let rhine = try #require(site.page("rivers/west/rhine/index.html"))
        #expect(rhine.contains("crumbs Rivers Rivers of Europe West\n"))
        #expect(
            site.page("field-notes/index.html")?.contains("title Field notes\ncrumbs Rivers\npages First\n")
                == true)
        #expect(site.page("index.html")?.contains("sections Field notes Rivers of Europe\n") == true)
    }

    @Test func `pages go by weight, then by date, and know their neighbours`() async throws {
        let site = try Self.site([
            "Content/notes/a.md": Self.matter("A", "date: 2014-01-01\n"),
            "Content/notes/b.md": Self.matter("B", "date: 2014-02-01\n"),
            "Content/notes/c.md": Self.matter("C", "weight: 2\n"),
            "Content/notes/d.md": Self.matter("D", "weight: 1\n"),
        ])
        #expect(await site.build().diagnostics.brief == [])
        #expect(site.page("notes/index.html")?.contains("pages D C B A\n") == true)
        #expect(site.page("notes/a/index.html")?.contains("previous \nnext B\n") == true)
        #expect(site.page("notes/d/index.html")?.contains("previous \nnext C\n") == true)
    }

    @Test func `a site has the taxonomies that it names, each with its pages`() async throws {
        let site = try Self.site(
            [
                "Content/notes/a.md": Self.matter("A", "topics: [Floods, Fish]\ntags: [x]\n"),
                "Content/notes/b.md": Self.matter("B", "taxonomies: { topics: [floods] }\nauthors: Ada\n"),
                "Content/topics/fish.md": Self.matter("All about fish") + "Text of the term.",
            ],
            """
            taxonomies:
              topics: { title: Subjects, permalink: '/about/{slug}/' }
              authors: {}
            """)
        #expect(await site.build().diagnostics.brief == [])
        #expect(
            site.page("about/index.html")?.contains(
                "title Subjects\ncrumbs Rivers\npages\nsections\nterms All about fish=1 Floods=2\n")
                == true)
        #expect(site.page("about/floods/index.html")?.contains("crumbs Rivers Subjects\npages A B\n") == true)
        #expect(site.page("about/fish/index.html")?.contains("title All about fish\n") == true)
        #expect(site.page("authors/ada/index.html")?.contains("pages B\n") == true)
        #expect(site.page("tags/index.html") == nil)
    }

    @Test func `two terms at one address are an error, and a term without letters is one`() async throws {
        let site = try Self.site([
            "Content/a.md": Self.matter("A", "tags: [C#, C++]\n"),
            "Content/b.md": Self.matter("B", "tags: ['!']\n"),
        ])
        #expect(
            await site.build().diagnostics.brief == [
                "Content/a.md:3: address-taken: the page of 'C++' in 'tags' and the page of 'C#' in 'tags' have the same address '/tags/c/'",
                "Content/b.md:3: address: '!' in 'tags' cannot be a part of an address",
            ])
    }

    @Test func `a long list goes on at addresses of its own, and its first page stands once`() async throws {
        var files = ["Content/notes/_index.md": Self.matter("Notes", "paginate: 2\n") + "Text"]
        for name in ["a", "b", "c", "d", "e"] {
            files["Content/notes/\(name).md"] = Self.matter(name.uppercased(), "tags: [t]\n")
        }
        let site = try Self.site(files, "taxonomies: { tags: { paginate: 4 } }\n")
        #expect(await site.build().diagnostics.brief == [])
        #expect(site.page("notes/page/1/index.html") == nil)
        let first = try #require(site.page("notes/index.html"))
        #expect(first.contains("pages A B\n"))
        #expect(first.contains(#"part 1/3 <a href="page/2/index.html">on</a>"#))
        let second = try #require(site.page("notes/page/2/index.html"))
        #expect(second.contains("pages C D\n"))
        #expect(
            second.contains(#"part 2/3 <a href="../../index.html">back</a> <a href="../3/index.html">on</a>"#)
        )
        #expect(second.contains("crumbs Rivers Notes\n"))
        #expect(site.page("notes/page/3/index.html")?.contains("pages E\n") == true)
        #expect(site.page("tags/t/page/2/index.html")?.contains("pages E\n") == true)
    }

    @Test func `the rows of a collection have a list of their own, which can be long too`() async throws {
        let site = try Self.site(
            ["Content/data/boats.csv": "id,name\nb,Bertha\na,Anna\nc,Clara\n"],
            "collections: { boats: { from: boats, title: '{name}', template: page, paginate: 2, heading: Our boats } }\n"
        )
        #expect(await site.build().diagnostics.brief == [])
        #expect(
            site.page("boats/index.html")?.contains("title Our boats\ncrumbs Rivers\npages Bertha Anna\n")
                == true)
        #expect(site.page("boats/page/2/index.html")?.contains("pages Clara\n") == true)
        #expect(site.page("boats/a/index.html")?.contains("previous Bertha\nnext Clara\n") == true)
    }

    @Test func `pages are related by the terms that they share, the rarest first`() async throws {
        let site = try Self.site([
            "Content/n/a.md": Self.matter("A", "tags: [common, rare]\n"),
            "Content/n/b.md": Self.matter("B", "tags: [common]\n"),
            "Content/n/c.md": Self.matter("C", "tags: [rare]\n"),
            "Content/n/d.md": Self.matter("D", "tags: [common, rare]\n"),
            "Content/n/e.md": Self.matter("E", "tags: [common]\n"),
            "Content/n/f.md": Self.matter("F"),
        ])
        #expect(await site.build().diagnostics.brief == [])
        #expect(site.page("n/a/index.html")?.contains("related D C B\n") == true)
        #expect(site.page("n/f/index.html")?.contains("related\n") == true)
    }

    @Test func `a menu nests, and marks the entries that lead to a page`() async throws {
        let site = try SiteFixture([
            "Content/site.yaml": """
            title: Rivers
            navigation:
              - { title: Notes, url: /notes/ }
              - title: More
                children: [{ title: About, url: /about/ }]
            """,
            "Content/notes/a.md": "# A", "Content/about.md": "# About", "Content/index.md": "# Home",
            "Templates/partials/entry.mustache":
                "({{title}}{{#current}} current{{/current}}{{#exact}} exact{{/exact}}{{#children}}{{> entry}}{{/children}})",
            "Templates/page.mustache": "{{#site.navigation}}{{> entry}}{{/site.navigation}}",
        ])
        #expect(await site.build().diagnostics.brief == [])
        #expect(site.page("notes/a/index.html") == "(Notes current)(More(About))")
        #expect(site.page("about/index.html") == "(Notes)(More current(About current exact))")
    }
}
