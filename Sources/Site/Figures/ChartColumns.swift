import Charts
import Datasets
import Diagnostics

/// Which columns of the rows a chart is told to use.
extension ChartDefinition {
    mutating func readColumns(_ keys: inout KeyedReader) {
        keys.mapping("columns") { keys in
            for key in [
                "period", "entity", "name", "value", "text", "rank", "kind", "group", "link",
            ] { nameColumn(key, keys.located(key)) }
            if namedColumns["text"] == nil, columns.value != "value" {
                columns.text = columns.value + "_text"
            }
        }
    }

    /// Takes down a column that the author names, by the key under which it is named.
    mutating func nameColumn(_ key: String, _ name: LocatedText?) {
        guard let name else { return }
        namedColumns[key] = name
        switch key {
        case "period": columns.period = name.text
        case "entity": columns.entity = name.text
        case "name": columns.name = name.text
        case "value": columns.value = name.text
        case "text": columns.text = name.text
        case "rank": columns.rank = name.text
        case "kind": columns.kind = name.text
        case "group", "color": columns.group = name.text
        case "link": columns.link = name.text
        case "facet": columns.panel = name.text
        case "tie_break": columns.tieBreak = name.text
        default: break
        }
    }

    /// Columns beyond those of the standings that the rows of an index are asked for.
    var furtherColumns: [LocatedText] {
        ["color", "facet", "tie_break"].compactMap { namedColumns[$0] }
    }
}
