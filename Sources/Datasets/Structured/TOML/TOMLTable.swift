import Diagnostics

/// One part of a key, and where it stands.
struct TOMLKey {
    let name: String
    let offset: Int
    let location: SourceLocation
}

/// A table while it is being read, its keys in the order of the file.
struct TOMLTable {
    private enum Entry {
        case value(StructuredValue)
        case table(TOMLTable)
        case items([TOMLTable])
    }

    private let location: SourceLocation
    /// Whether a header has named it; a second one may not.
    private var isNamed = false
    private var entries: [(key: TOMLKey, entry: Entry)] = []
    private var places: [String: Int] = [:]

    init(location: SourceLocation) {
        self.location = location
    }

    var value: StructuredValue {
        let entries = entries.map { key, entry in
            StructuredMapping.Entry(
                key: key.name, keyLocation: key.location, value: Self.value(of: entry, key))
        }
        return StructuredValue(.mapping(StructuredMapping(entries)), at: location)
    }

    private static func value(of entry: Entry, _ key: TOMLKey) -> StructuredValue {
        switch entry {
        case .value(let value): value
        case .table(let table): table.value
        case .items(let tables): StructuredValue(.list(tables.map(\.value)), at: key.location)
        }
    }

    /// Gives a key its value; the tables on the way to it are made where they are missing.
    mutating func set(
        _ path: ArraySlice<TOMLKey>, to value: StructuredValue
    ) throws(TOMLReader.Failure) {
        guard let key = path.first else { return }
        guard path.count > 1 else {
            if let other = places[key.name] { throw Self.taken(key, by: entries[other].key) }
            add(key, .value(value))
            return
        }
        try change(key) { (table: inout TOMLTable) throws(TOMLReader.Failure) in
            try table.set(path.dropFirst(), to: value)
        }
    }

    /// Opens the table that a header names; as an item, one more of a list.
    mutating func open(_ path: ArraySlice<TOMLKey>, asItem: Bool) throws(TOMLReader.Failure) {
        guard let key = path.first else { return }
        guard path.count == 1 else {
            return try change(key) { (table: inout TOMLTable) throws(TOMLReader.Failure) in
                try table.open(path.dropFirst(), asItem: asItem)
            }
        }
        var new = TOMLTable(location: key.location)
        new.isNamed = true
        guard let place = places[key.name] else { return add(key, asItem ? .items([new]) : .table(new)) }
        switch entries[place].entry {
        case .items(var tables) where asItem:
            entries[place].entry = .items([])
            tables.append(new)
            entries[place].entry = .items(tables)
        case .table(var table) where !asItem && !table.isNamed:
            table.isNamed = true
            entries[place].entry = .table(table)
        default: throw Self.taken(key, by: entries[place].key)
        }
    }

    /// Changes the table under a key, or the last of the tables under it.
    private mutating func change(
        _ key: TOMLKey, _ body: (inout TOMLTable) throws(TOMLReader.Failure) -> Void
    ) throws(TOMLReader.Failure) {
        if places[key.name] == nil { add(key, .table(TOMLTable(location: key.location))) }
        guard let place = places[key.name] else { return }
        // What is changed is taken out first, so that it is not copied.
        let nothing = Entry.items([])
        switch entries[place].entry {
        case .table(var table):
            entries[place].entry = nothing
            try body(&table)
            entries[place].entry = .table(table)
        case .items(var tables) where !tables.isEmpty:
            entries[place].entry = nothing
            try body(&tables[tables.count - 1])
            entries[place].entry = .items(tables)
        default: throw Self.taken(key, by: entries[place].key)
        }
    }

    private mutating func add(_ key: TOMLKey, _ entry: Entry) {
        places[key.name] = entries.count
        entries.append((key, entry))
    }

    private static func taken(_ key: TOMLKey, by other: TOMLKey) -> TOMLReader.Failure {
        TOMLReader.Failure(
            offset: key.offset, message: "'\(key.name)' stands here a second time",
            notes: ["it has a value on line \(other.location.line) already"])
    }
}
