extension BadInputCase {
    static let queries: [BadInputCase] = [
        .query(
            "SELECT flow FROM flow", "Content/a.md:5:15: error: there is no table or view 'flow'",
            help: "'flows'"),
        .query("SELECT flw FROM flows", "Content/a.md:5:15: error: there is no column 'flw'", help: "'flow'"),
        .query(
            "DELETE FROM flows", "Content/a.md:5:8: error: a query is one SELECT; 'DELETE' is not allowed"),
        .query(
            "SELECT 1 AS a; SELECT 2 AS b",
            "Content/a.md:5:23: error: a query is one SELECT, and another statement begins here"),
        .query("ATTACH 'x' AS y", "Content/a.md:5:8: error: a query is one SELECT; 'ATTACH' is not allowed"),
        .query(
            "SELECT load_extension('x') AS a",
            "Content/a.md:5:15: error: 'load_extension' is not allowed in a query"),
        .query("SELECT random() AS a", "Content/a.md:5:15: error: 'random' is left to chance"),
        .query("SELECT 1 AS a, 2 AS a", "Content/a.md:5:8: error: two columns of the result are called 'a'"),
        .query(
            "SELECT hex(zeroblob(600000000)) AS a",
            "Content/a.md:5:8: error: the query makes a value of more than 16 MiB"),
        BadInputCase(
            "Content/data/v.sql", "SELECT a\nFORM t\n",
            "Content/data/v.sql:2:6: error: syntax error near \"t\""),
        BadInputCase(
            "Content/data/v.sql", "SELECT * FROM v\n",
            "Content/data/v.sql:1:1: error: the view 'v' needs itself in the end"),
    ]
}
