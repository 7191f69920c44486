extension BadInputCase {
    static let structured: [BadInputCase] = [
        BadInputCase(
            "Content/data/t.json", "[{\"a\": 1,}]\n",
            "Content/data/t.json:1:10: error: a value is expected after the ','"),
        BadInputCase(
            "Content/data/t.json", "[{\"a\": NaN}]\n",
            "Content/data/t.json:1:8: error: this is not a JSON value"),
        BadInputCase(
            "Content/data/t.json", "[{\"a\": 1, \"a\": 2}]\n",
            "Content/data/t.json:1:11: error: the key 'a' is here twice"),
        BadInputCase(
            "Content/data/t.json", "{\"a\":\n",
            "Content/data/t.json:2:1: error: the file ends where a value is expected"),
        BadInputCase(
            "Content/data/t.json", "[1, 2]\n",
            "Content/data/t.json:1:2: error: row 1 ($[0]) must be a mapping, not the number 1"),
        BadInputCase(
            "Content/data/t.json", "[{\"a\": \"\\ud800\"}]\n",
            "Content/data/t.json:1:9: error: this is half of a pair of escapes and names no character"),
        BadInputCase(
            "Content/data/t.yaml", "a: 1\nb\n",
            "Content/data/t.yaml:3:1: error: this is not YAML: could not find expected ':'"),
        BadInputCase(
            "Content/data/t.yaml", "- 1\n- 2\n",
            "Content/data/t.yaml:1:3: error: row 1 ($[0]) must be a mapping, not the number 1"),
        BadInputCase(
            "Content/data/datapackage.yaml", "resources:\n  - name: t\n    path: missing.csv\n",
            "Content/data/datapackage.yaml:2:5: error: there is no file 'Content/data/missing.csv', which the resource 't' names"
        ),
        BadInputCase(
            "Content/data/datapackage.yaml", "resources:\n  - name: t\n    path: ../site.yaml\n",
            "Content/data/datapackage.yaml:3:11: error: '../site.yaml' does not name a file in the folder of the data package"
        ),
    ]
}
