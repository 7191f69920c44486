import Diagnostics

extension IndexDefinition {
    /// Reads the keys of one index; nil where one that it cannot do without is missing.
    package init?(named name: String, reading keys: inout KeyedReader) {
        let title = keys.text("title") ?? name
        let table = keys.name("table", required: true)
        let period = keys.name("period", required: true)
        let grain: Period.Grain = keys.choice("grain") ?? .month
        let entity = keys.columns("entity") { keys in
            Self.entity(&keys)
        } orName: {
            Entity(column: $0, names: nil, singular: nil, plural: nil)
        }
        let value = keys.columns("value") {
            Self.value(&$0)
        } orName: {
            Value(column: $0, unit: nil, decimals: nil, order: .descending, text: nil)
        }
        let rank = keys.columns("rank") { keys in
            let kind = keys.name("kind")
            return keys.name("column", required: true).map { Rank(column: $0, kind: kind) }
        } orName: {
            Rank(column: $0, kind: nil)
        }
        var sizes: Reference?
        let list = keys.columns("list") { keys in
            sizes = keys.reference("sizes", ["from", "to", "period", "size"])
            return keys.reference(["period", "entity"])
        } orName: {
            Reference(table: $0, columns: [:])
        }
        let ties = keys.reference("ties", ["period", "rank", "entities", "entity"])
        let breaks = keys.reference("breaks", ["period", "label", "kind"])
        if value == nil, rank == nil, !keys.keys.contains("value"), !keys.keys.contains("rank") {
            keys.report(
                "missing-key", at: keys.location, "\(keys.name) needs the key 'value', 'rank' or both",
                notes: ["an index without values and without ranks ranks nothing"])
        }
        guard Self.isTableName(name, &keys), let table, let period, let entity else { return nil }
        self.init(
            name: name, title: title, table: table, period: period, grain: grain, entity: entity,
            value: value, rank: rank, list: list, sizes: sizes, ties: ties, breaks: breaks,
            location: keys.location, source: keys.source)
    }

    private static func entity(_ keys: inout KeyedReader) -> Entity? {
        let names = keys.name("names")
        let singular = keys.text("singular")
        let plural = keys.text("plural")
        return keys.name("column", required: true).map {
            Entity(column: $0, names: names, singular: singular, plural: plural ?? singular.map { $0 + "s" })
        }
    }

    private static func value(_ keys: inout KeyedReader) -> Value? {
        let unit = keys.text("unit")
        let decimals = keys.integer("decimals", in: 0...10)
        let order: Value.Order = keys.choice("order") ?? .descending
        let text = keys.name("text")
        return keys.name("column", required: true).map {
            Value(column: $0, unit: unit, decimals: decimals, order: order, text: text)
        }
    }

    /// The name becomes part of the names of tables and functions.
    private static func isTableName(_ name: String, _ keys: inout KeyedReader) -> Bool {
        let isWord = name.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        }
        if isWord, let first = name.utf8.first, !(0x30...0x39).contains(first) { return true }
        keys.report(
            "index-name", at: keys.location, "'\(name)' cannot be the name of an index",
            notes: ["its tables and functions in SQL are named after it"],
            help: "use letters, digits and '_', beginning with a letter")
        return false
    }
}

extension KeyedReader {
    fileprivate mutating func name(_ key: String, required: Bool = false) -> IndexDefinition.Name? {
        text(key, required: required).map { IndexDefinition.Name($0, at: valueLocation(of: key)) }
    }

    /// A mapping, or in short form the one name that matters in it.
    fileprivate mutating func columns<Result>(
        _ key: String, _ read: (inout KeyedReader) -> Result?,
        orName make: (IndexDefinition.Name) -> Result?
    ) -> Result? {
        let required = key == "entity"
        guard let value = value(key, required: required) else { return nil }
        if value.mapping != nil { return nested(value, named: "'\(key)'", read: read) }
        return name(key).flatMap(make)
    }

    private mutating func nested<Result>(
        _ value: StructuredValue, named name: String, read: (inout KeyedReader) -> Result?
    ) -> Result? {
        nested(value, named: name, .refused, read)
    }

    /// A table by its name, or a mapping of `table` and the columns that are not named as expected.
    fileprivate mutating func reference(_ key: String, _ columns: [String]) -> IndexDefinition.Reference? {
        self.columns(key) {
            $0.reference(columns)
        } orName: {
            IndexDefinition.Reference(table: $0, columns: [:])
        }
    }

    fileprivate mutating func reference(_ columns: [String]) -> IndexDefinition.Reference? {
        var named: [String: IndexDefinition.Name] = [:]
        for column in columns { named[column] = name(column) }
        return name("table", required: true).map { IndexDefinition.Reference(table: $0, columns: named) }
    }
}
