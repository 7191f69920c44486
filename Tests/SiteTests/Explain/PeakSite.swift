import Diagnostics

@testable import Site

/// A small site on another subject: two peaks, their heights year by year, and who measured them.
func peaks(_ changes: [String: String] = [:]) throws -> SiteFixture {
    var files = [
        "Content/site.yaml": """
        title: Two peaks
        indexes:
          height:
            table: heights
            period: year
            grain: year
            entity: { column: peak }
            value: { column: metres, unit: m }
            list: listed
        measures:
          growth: { sql: "value(:peak, :to) - value(:peak, :from)", arguments: [peak, from, to], unit: m, title: Growth }
        collections:
          peaks: { from: peaks, permalink: "/peaks/{id}/", template: peak, title: "{name}" }
        citations: { table: surveys, key: key, publisher: office, title: title }

        """,
        "Content/data/datapackage.yaml": """
        name: two-peaks
        title: Heights of two peaks
        licenses: [{ name: CC0-1.0, title: Public domain, path: "https://creativecommons.org/publicdomain/zero/1.0/" }]
        resources:
          - name: heights
            path: heights.csv
            sources: [{ title: The surveys }]
            schema:
              primaryKey: [year, peak]
              foreignKeys: [{ fields: survey, reference: { resource: surveys, fields: key } }]
              fields:
                - { name: year, type: year }
                - { name: peak, type: string }
                - { name: metres, type: number, unit: m }
                - { name: survey, type: string }
          - { name: peaks, path: peaks.csv, sources: [{ title: The map }] }
          - { name: surveys, path: surveys.csv, sources: [{ title: The offices }] }

        """,
        "Content/data/heights.csv": """
        year,peak,metres,survey
        2020,north,812,old
        2020,south,805,old
        2021,north,812,new
        2021,south,815,new

        """,
        "Content/data/listed.sql": "SELECT year AS period, peak AS entity FROM heights",
        "Content/data/peaks.csv": "id,name\nnorth,North peak\nsouth,South peak\n",
        "Content/data/surveys.csv":
            "key,office,title\nold,Land office,Survey of 2020\nnew,Snow office,Survey of 2021\n",
        "Content/queries/years.sql": "SELECT DISTINCT year FROM heights WHERE peak = :id",
        "Content/index.md": """
        # Two peaks

        In 2021 the south peak was [first](<=rank('south', '2021')>), after it grew by `=growth('south', '2020', '2021')` m.

        ```chart
        type: line
        index: height
        title: Height of two peaks
        ```

        """,
        "Templates/page.mustache": """
        <!doctype html><html lang="en"><head><title>{{page.title}}</title>{{head}}</head><body>{{page.content}}</body></html>
        """,
        "Templates/peak.mustache": """
        <!doctype html><html lang="en"><head><title>{{page.title}}</title>{{head}}</head><body>
        {{#queries.years}}{{year}} {{/queries.years}}</body></html>
        """,
    ]
    for (path, text) in changes { files[path] = text }
    return try SiteFixture(files)
}

extension SiteFixture {
    var options: BuildOptions { BuildOptions(source: root, today: PublicationDate("2024-01-01")!) }
}
