extension BadInputCase {
    static let tables: [BadInputCase] = [
        .rows(
            "elbe\n", "Content/data/flows.csv:3: error: this row has 1 cell, but the header names 2 columns"),
        .rows(
            "elbe,1,2\n",
            "Content/data/flows.csv:3: error: this row has 3 cells, but the header names 2 columns"),
        .rows(
            "\"elbe,1\nx,2\n", "Content/data/flows.csv:3:1: error: the quote that opens here is never closed"),
        .rows(
            "el\"be,1\n",
            "Content/data/flows.csv:3:3: error: a quote stands inside a cell that does not begin with one"),
        .rows(
            "\"el\"be,1\n",
            "Content/data/flows.csv:3:5: error: something stands between a closing quote and the end of its cell"
        ),
        BadInputCase(
            "Content/data/t.csv", "a,a\n1,2\n",
            "Content/data/t.csv:1:3: error: the columns 'a' and 'a' are the same in a query"),
        BadInputCase(
            "Content/data/t.csv", "a,\n1,2\n", "Content/data/t.csv:1:3: error: column 2 has no name"),
        BadInputCase(
            "Content/data/t.csv", "a;b\n1;2\n",
            "Content/data/t.csv:1:2: error: the file has one column only, whose name holds ';'"),
        BadInputCase(
            "Content/data/t.csv", "", "Content/data/t.csv: error: the file is empty: it has no columns"),
        BadInputCase(
            "Content/data/t.csv", "a,b\n1,x\0y\n",
            "Content/data/t.csv:2:4: error: a text file cannot hold a NUL character"),
        BadInputCase(
            "Content/data/t.csv", "caf\u{E9},cafe\u{301}\n1,2\n",
            "Content/data/t.csv:1:7: error: the columns 'caf\u{E9}' and 'cafe\u{301}' are the same in a query"
        ),
    ]
}
