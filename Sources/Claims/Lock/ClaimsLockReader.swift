package import Diagnostics

extension ClaimsLock {
    /// The lock that a file holds. A damaged line is an error of code `claims-lock` and left out; one of code
    /// `claims-lock-form` says that a later version wrote it. Where a merge left both sides, both are read,
    /// and of two that disagree the first counts.
    package init(reading source: SourceText, reporting diagnostics: inout [Diagnostic]) {
        var reader = ClaimsLockReader(source: source)
        reader.read()
        diagnostics += reader.diagnostics
        self.init(claims: reader.claims, tables: reader.tables)
    }
}

extension LockedTable {
    fileprivate func isSameTable(as other: Self) -> Bool {
        name == other.name && key == other.key && columns == other.columns
    }

    /// With the other side's rows of a merge whose keys this one does not have.
    fileprivate func addingRows(of other: Self) -> Self {
        let known = Set(rows.map(\.key))
        return Self(
            name: name, key: key, columns: columns, rows: rows + other.rows.filter { !known.contains($0.key) }
        )
    }
}

/// Reads a lock line by line.
private struct ClaimsLockReader {
    private enum Section {
        case none
        case file(String)
        case table
        /// Its heading is damaged; its lines are passed over.
        case damaged
    }

    let source: SourceText
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var claims: [ClaimsLock.Accepted] = []
    private(set) var tables: [LockedTable] = []
    private var section = Section.none
    private var hasVersion = false
    private var isMerged = false
    private var keys: Set<ClaimEntry.Key> = []
    private var rowKeys: Set<[ClaimValue]> = []
    private var table: (name: String, key: [String], columns: [String]) = ("", [], [])
    private var rows: [LockedTable.Row] = []
    private var line = 0

    init(source: SourceText) {
        self.source = source
    }

    mutating func read() {
        for bytes in source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            let text = String(decoding: bytes.last == 0x0D ? bytes.dropLast() : bytes, as: UTF8.self)
            guard !text.isEmpty, !text.hasPrefix("#") else { continue }
            guard readLine(text) else { break }
        }
        endTable()
        if !hasVersion, diagnostics.isEmpty {
            line = 0
            report("this is not a lock: it has no line 'claims-lock 1'", help: Self.renewal)
        }
    }

    /// False where the rest of the file is not worth reading.
    private mutating func readLine(_ text: String) -> Bool {
        if ["<<<<<<< ", "=======", ">>>>>>> ", "||||||| "].contains(where: text.hasPrefix) {
            if !isMerged { report("a merge left both sides here", help: "run 'sitegen claims accept'") }
            isMerged = true
            return true
        }
        if text.hasPrefix("  ") {
            readEntry(text.dropFirst(2).split(separator: "\t", omittingEmptySubsequences: false))
            return true
        }
        let parts = text.split(separator: " ", maxSplits: 1)
        return readHeading(parts.first ?? "", parts.count == 2 ? parts[1] : "")
    }

    private mutating func readHeading(_ word: Substring, _ rest: Substring) -> Bool {
        switch word {
        case "claims-lock":
            hasVersion = true
            guard rest != "1" else { return true }
            report(
                "this lock has form '\(rest)', and this version knows form 1", code: "claims-lock-form",
                help: "update sitegen")
            return false
        case "file":
            endTable()
            section = names(rest).map { .file($0[0]) } ?? .damaged
        case "table":
            endTable()
            table = (names(rest)?.first ?? "", [], [])
            section = table.name.isEmpty ? .damaged : .table
        case "key": table.key = names(rest) ?? []
        case "columns": table.columns = rest.isEmpty ? [] : names(rest) ?? []
        default: report("'\(word)' begins no line of a lock", help: Self.renewal)
        }
        return true
    }

    private mutating func names(_ rest: Substring) -> [String]? {
        let fields = rest.split(separator: "\t", omittingEmptySubsequences: false)
        let names = fields.compactMap(LockText.unescaped)
        if names.count == fields.count, !names.contains("") { return names }
        report("a name is missing or damaged", help: Self.renewal)
        return nil
    }

    private mutating func endTable() {
        guard case .table = section else { return }
        let ended = LockedTable(name: table.name, key: table.key, columns: table.columns, rows: rows)
        if isMerged, let place = tables.firstIndex(where: { $0.isSameTable(as: ended) }) {
            tables[place] = tables[place].addingRows(of: ended)
        } else {
            tables.append(ended)
        }
        rows = []
        rowKeys = []
        section = .none
    }

    private mutating func readEntry(_ fields: [Substring]) {
        switch section {
        case .none: report("this line belongs to no file and no table", help: Self.renewal)
        case .file(let path): readClaim(fields, path)
        case .table: readRow(fields)
        case .damaged: break
        }
    }

    private mutating func readClaim(_ fields: [Substring], _ path: String) {
        guard fields.count == 5 || fields.count == 6 else {
            return report(
                "an entry has a kind, a text, a value, a day and an expression, parted by tabs",
                help: Self.renewal)
        }
        guard let kind = ClaimEntry.Kind(rawValue: String(fields[0])) else {
            return report("'\(fields[0])' is neither 'fact' nor 'claim'", help: Self.renewal)
        }
        guard let value = LockText.value(fields[2]) else {
            return report("'\(fields[2])' is not a value", help: Self.renewal)
        }
        guard let text = LockText.unescaped(fields[1]), let since = LockText.unescaped(fields[3]),
            let expression = LockText.unescaped(fields[4]),
            let occurrence = fields.count == 6 ? Int(fields[5]) : 1, occurrence > 0
        else { return report("this entry is damaged", help: Self.renewal) }
        let key = ClaimEntry.Key(
            path: path, kind: kind, text: text, expression: expression, occurrence: occurrence)
        guard keys.insert(key).inserted else {
            if isMerged { return }
            return report("this entry stands twice", help: "leave one of the two out, or \(Self.renewal)")
        }
        claims.append(ClaimsLock.Accepted(entry: ClaimEntry(key: key, value: value), since: since))
    }

    private mutating func readRow(_ fields: [Substring]) {
        let values = fields.compactMap(LockText.value)
        guard values.count == fields.count, values.count == table.key.count + table.columns.count else {
            return report(
                "a row of '\(table.name)' has \(table.key.count + table.columns.count) values",
                help: Self.renewal)
        }
        let key = Array(values.prefix(table.key.count))
        guard rowKeys.insert(key).inserted else {
            if isMerged { return }
            return report(
                "this row of '\(table.name)' stands twice",
                help: "leave one of the two out, or \(Self.renewal)")
        }
        rows.append(LockedTable.Row(key: key, values: Array(values.dropFirst(table.key.count))))
    }

    private mutating func report(_ message: String, code: String = "claims-lock", help: String) {
        let place = SourceLocation(path: source.path, line: line)
        diagnostics.append(source.diagnostic(code, at: place, message, help: help))
    }

    private static let renewal = "take the file from the last commit, or run 'sitegen claims accept'"
}
