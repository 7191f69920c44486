/// A site of a subject of its own: how long clinics let people wait, quarter by quarter, where less is
/// better. It shares no column, grain or direction with any other site of the tests.
///
/// - 2019-Q4 has two published ranks and one that its source derived
/// - 2020-Q1 has a value of every clinic on the list, so that ranks are computed, two of them equal
/// - 2020-Q2 lacks one clinic's value, so that no rank is computed
/// - from 2020-Q3 the list is shorter, and its ranks are published again
let clinics = [
    "Content/site.yaml": """
    title: Waiting for the doctor
    indexes:
      wait:
        title: Days until an appointment
        table: waits
        period: quarter
        grain: quarter
        entity: { column: clinic, names: clinics.label, singular: clinic }
        value: { column: days, unit: days, decimals: 1, order: ascending }
        rank: { column: place, kind: basis }
        list: { table: reporting, entity: clinic, period: quarter }
        ties: { table: draws, period: quarter, rank: place, entities: clinics }
    collections:
      clinics: { from: clinics, key: code, permalink: "/c/{code}/", template: clinic, title: "{label}" }
      quarters: { periods_of: wait, permalink: "/when/{period}/", template: quarter }

    """,
    "Content/index.md": "# Waiting for the doctor\n\n[Hill](/c/hill/)\n",
    "Content/clinics/hill.md": "---\ntitle: The clinic on the hill\n---\nIt has a view.\n",
    "Content/data/clinics.csv":
        "code,label,opened\nhill,Hill,1987\nlake,Lake,1990-05\nmoor,Moor,1971-03-02\n",
    "Content/data/waits.csv": """
    quarter,clinic,days,place,basis
    2019-Q4,hill,9.0,1,
    2019-Q4,lake,11.5,2,
    2019-Q4,moor,,3,derived
    2020-Q1,hill,12.0,,
    2020-Q1,lake,8.5,,
    2020-Q1,moor,12.0,,
    2020-Q2,hill,7.0,,
    2020-Q2,moor,9.0,,
    2020-Q3,lake,5.0,1,
    2020-Q3,hill,6.0,2,

    """,
    "Content/data/reporting.csv": """
    quarter,clinic
    2019-Q4,hill
    2019-Q4,lake
    2019-Q4,moor
    2020-Q1,hill
    2020-Q1,lake
    2020-Q1,moor
    2020-Q2,hill
    2020-Q2,lake
    2020-Q2,moor
    2020-Q3,hill
    2020-Q3,lake

    """,
    "Content/data/draws.csv": "quarter,place,clinics\n2020-Q1,2,hill;moor\n",
    "Content/data/opened.sql": "SELECT code, opened FROM clinics ORDER BY opened\n",
    "Templates/page.mustache": "<!doctype html><html lang=\"en\"><main>{{page.content}}</main></html>\n",
    "Templates/clinic.mustache":
        "<!doctype html><html lang=\"en\"><h1>{{page.title}}</h1>{{page.content}}</html>\n",
    "Templates/quarter.mustache":
        "<!doctype html><html lang=\"en\"><h1>{{row.label}}</h1>{{row.leader}}</html>\n",
]
