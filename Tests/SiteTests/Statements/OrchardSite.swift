import Testing

@testable import Site

/// A site of a subject of its own: what orchards harvest, year by year, kept in a table that only grows.
let orchard = [
    "Content/site.yaml": """
    title: Harvests
    corrections: { table: changes, page: / }
    check: { numbers: warn }

    """,
    "Content/index.md": """
    ---
    title: "The best year gave `=SELECT max(tonnes) FROM harvest` tonnes"
    date: 2024-01-01
    ---
    In 2023 the north orchard gave [12.5 tonnes](<=SELECT tonnes FROM harvest WHERE plot = 'north' AND year = 2023>),
    [a quarter](<=SELECT share FROM shares WHERE plot = 'north'>) of it red. That is `=words(2)` more.

    """,
    "Content/data/shares.sql": "SELECT 'north' AS plot, 0.25 AS share",
    "Content/data/harvest.csv": """
    plot,year,tonnes
    north,2022,10.5
    south,2022,8.0
    north,2023,12.5

    """,
    "Content/data/changes.csv": "date,resource,key,field,old,new,reason\n",
    "Content/data/datapackage.yaml": """
    resources:
      - name: harvest
        path: harvest.csv
        history: append_only
        schema:
          primaryKey: [plot, year]
          fields:
            - { name: plot, type: string }
            - { name: year, type: integer }
            - { name: tonnes, type: number, title: Tonnes }
      - name: changes
        path: changes.csv
        schema:
          fields:
            - { name: date, type: date }
            - { name: resource, type: string }
            - { name: key, type: string }
            - { name: field, type: string }
            - { name: old, type: string }
            - { name: new, type: string }
            - { name: reason, type: string }

    """,
    "Templates/page.mustache": """
    {{page.title}}|{{page.content}}|{{#page.corrections}}[{{date.text}}: {{title}}: {{change}} ({{reason}})]{{/page.corrections}}
    """,
    "Templates/home.mustache": """
    {{page.title}}|{{page.content}}|{{#page.corrections}}[{{date.text}}: {{title}}: {{change}} ({{reason}})]{{/page.corrections}}
    """,
]

/// The day on which tests accept the orchard's claims.
let dayOfAcceptance = PublicationDate("2024-01-01")!

/// What `sitegen claims accept` does on that day.
func accept(
    _ site: SiteFixture, _ change: (inout Acceptance) -> Void = { _ in }
) async -> Acceptance.Summary {
    var acceptance = Acceptance()
    change(&acceptance)
    return await SiteBuild.accept(acceptance, BuildOptions(source: site.root, today: dayOfAcceptance))
}

func acceptedOrchard() async throws -> SiteFixture {
    let site = try SiteFixture(orchard)
    #expect(await accept(site).diagnostics.isEmpty)
    return site
}
