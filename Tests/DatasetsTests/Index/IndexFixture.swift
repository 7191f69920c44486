import Diagnostics
import Testing

@testable import Datasets

/// An index of hives by honey, from lines `month,hive,kg,rank,kind`, with what other tables say of it.
func hives(
    _ lines: String, listed: String = "", sizes: String = "", ties: String = "", breaks: String = "",
    settings: String = ""
) -> (database: Database, problems: [String]) {
    let tables = [
        table("honey", "month,hive,kg:number,rank:integer,kind\n" + lines),
        table("hives", "id,name\na,Ash\nb,Birch\nc,Cedar\nd,Dogwood\ne,Elm"),
        table("listed", "period,hive" + listed), table("sizes", "period,list_size:integer" + sizes),
        table("ties", "period,rank:integer,entities" + ties), table("breaks", "period,kind,label" + breaks),
    ]
    let yaml = SourceText(
        path: "site.yaml",
        """
        harvest:
          table: honey
          period: month
          entity: { column: hive, names: hives.name }
          value: { column: kg, unit: kg, decimals: 1 }
          rank: { column: rank, kind: kind }
          list: { table: listed, sizes: sizes }
          ties: ties
          breaks: breaks
        \(settings)
        """)
    var diagnostics: [Diagnostic] = []
    let definitions = definitions(yaml, reporting: &diagnostics)
    let database = Database(tables: tables, indexes: definitions, reporting: &diagnostics)
    return (database, diagnostics.sorted().map(\.shortText))
}

func definitions(_ yaml: SourceText, reporting diagnostics: inout [Diagnostic]) -> [IndexDefinition] {
    guard let value = StructuredValue.yaml(yaml, reporting: &diagnostics) else { return [] }
    var keys = KeyedReader(
        StructuredValue(
            .mapping(StructuredMapping([.init(key: "indexes", keyLocation: value.location, value: value)])),
            at: value.location), of: yaml, named: "site.yaml")
    let found = keys.entries("indexes") { IndexDefinition(named: $0, reading: &$1) }
    keys.finish(reporting: &diagnostics)
    return (found ?? []).compactMap { $0 }
}

extension Database {
    /// `period entity rank kind previous change streak` of every standing.
    var standingLines: [String] {
        answer(
            """
            SELECT period, entity, rank, substr(rank_kind, 1, 1), previous_rank, change, streak
            FROM harvest_standings ORDER BY period, rank IS NULL, rank, entity
            """)
    }
}
