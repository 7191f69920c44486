import Diagnostics

extension Resource {
    static func read(_ keys: inout KeyedReader) -> Resource? {
        let name = keys.text("name", required: true)
        let path = keys.text("path", required: true)
        let declared = keys.text("format")
        let title = keys.text("title")
        let description = keys.text("description")
        let dialect = keys.mapping("dialect", unknown: .accepted) { Dialect(&$0) }
        let sqliteTable = keys.text("table")
        let schema = keys.mapping("schema", unknown: .accepted) { Schema(&$0) }
        let licences = Licence.list(&keys)
        let sources = DataSource.list(&keys)
        let history = keys.choice("history", of: History.self)
        let age = keys.maximumAge()
        refuseUnsupported(&keys)
        guard let name, let path, isSound(name: name, path: path, &keys),
            let format = format(declared, path, &keys)
        else { return nil }

        var resource = Resource(name: name, path: path, format: format, location: keys.location)
        resource.title = title
        resource.description = description
        resource.dialect = dialect ?? Dialect()
        resource.schema = schema?.referringToItself(as: name)
        resource.licences = licences
        resource.sources = sources
        resource.isAppendOnly = history == .appendOnly
        resource.maximumAgeInDays = age
        resource.sqliteTable = sqliteTable ?? dialect?.table
        return resource
    }

    private enum History: String, CaseIterable { case appendOnly = "append_only" }

    /// Properties that are read past, so that a near miss of theirs is found, and those that are not read.
    private static func refuseUnsupported(_ keys: inout KeyedReader) {
        for key in ["type", "mediatype", "bytes", "hash", "profile", "$schema", "homepage", "scheme", "id"] {
            _ = keys.value(key)
        }
        if let encoding = keys.text("encoding"), !["utf-8", "utf8"].contains(encoding.lowercased()) {
            keys.report(
                "unsupported", at: keys.valueLocation(of: "encoding"), "files are read as UTF-8 only",
                help: "save the file as UTF-8")
        }
        for key in ["data", "compression", "innerpath", "extrapaths"] where keys.has(key) {
            keys.report(
                "unsupported", at: keys.location(of: key), "'\(key)' is not read here",
                help: "put the data in a file beside the package and name it in 'path'")
        }
    }

    private static func isSound(name: String, path: String, _ keys: inout KeyedReader) -> Bool {
        let isName = name.utf8.allSatisfy { byte in
            (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte &- 0x30 <= 9 || byte == 0x5F || byte == 0x2D
                || byte == 0x2E
        }
        if !isName || name.isEmpty {
            keys.report(
                "invalid-name", at: keys.valueLocation(of: "name"),
                "the name of a resource is made of letters, digits, '_', '-' and '.', not '\(name)'",
                notes: ["it is the table's name in queries"])
        }
        if name.lowercased().hasPrefix("sqlite_") {
            keys.report(
                "invalid-name", at: keys.valueLocation(of: "name"),
                "the name of a resource cannot begin with 'sqlite_', which the database keeps for itself")
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let isInside = !path.utf8.contains(0) && !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." }
        if !isInside || path.contains("\\") {
            keys.report(
                "invalid-path", at: keys.valueLocation(of: "path"),
                "'\(path)' does not name a file in the folder of the data package",
                notes: ["a path is relative, with '/' between its parts and without '..'"])
        }
        return isName && isInside && !name.isEmpty
    }

    private static func format(_ declared: String?, _ path: String, _ keys: inout KeyedReader) -> Format? {
        let ending = declared ?? path.split(separator: ".").last.map(String.init) ?? ""
        if let format = Format(ending: ending) { return format }
        let key = declared == nil ? "path" : "format"
        keys.report(
            "unknown-format", at: keys.valueLocation(of: key), "'\(ending)' is no format that is read here",
            help: "known here: csv, tsv, json, yaml, sqlite")
        return nil
    }
}

extension Schema {
    /// Foreign keys without a resource refer to the table that they stand in.
    fileprivate func referringToItself(as name: String) -> Schema {
        var result = self
        for index in result.foreignKeys.indices where result.foreignKeys[index].resource.isEmpty {
            result.foreignKeys[index].resource = name
        }
        return result
    }
}

extension Resource.Format {
    /// The format that files with this ending have, nil for one that is not read.
    package init?(ending: String) {
        switch ending.lowercased() {
        case "csv": self = .csv
        case "tsv", "tab": self = .tsv
        case "json": self = .json
        case "yaml", "yml": self = .yaml
        case "sqlite", "sqlite3", "db": self = .sqlite
        default: return nil
        }
    }
}

extension KeyedReader {
    /// `max_age`: a number of days, or a text such as `45 days`.
    package mutating func maximumAge() -> Int? {
        guard let value = value("max_age") else { return nil }
        let digits = value.raw.prefix { $0.isASCII && $0.isNumber }
        let unit = value.raw.dropFirst(digits.count).drop { $0 == " " }
        let factors = [
            "": 1, "d": 1, "day": 1, "days": 1, "week": 7, "weeks": 7, "month": 31, "months": 31,
            "year": 366, "years": 366,
        ]
        guard let count = Int(digits), count < 100_000, let factor = factors[String(unit)] else {
            mismatch("max_age", value, "a number of days, or a text such as '45 days'")
            return nil
        }
        return count * factor
    }
}

extension Dialect {
    init(_ keys: inout KeyedReader) {
        self.init()
        if let byte = keys.byte("delimiter") { delimiter = byte }
        if let byte = keys.byte("quoteChar") { quote = byte }
        table = keys.text("table")
        for key in ["lineTerminator", "doubleQuote", "csvddfVersion", "$schema"] { _ = keys.value(key) }
        if keys.flag("header") == false {
            keys.report(
                "unsupported", at: keys.valueLocation(of: "header"),
                "a file without a header is not read here",
                help: "give the file a first line with the names of its columns")
        }
        for key in [
            "escapeChar", "commentChar", "skipInitialSpace", "headerRows", "headerJoin", "commentRows",
        ]
        where keys.has(key) && keys.entries.first(where: { $0.key == key })?.value.kind != .flag(false) {
            keys.report("unsupported", at: keys.location(of: key), "'\(key)' is not read here")
        }
    }
}

extension KeyedReader {
    /// A text of one ASCII character.
    mutating func byte(_ key: String) -> UInt8? {
        guard let value = value(key) else { return nil }
        let text = value.raw == "\\t" ? "\t" : value.raw
        if text.utf8.count == 1, let byte = text.utf8.first, byte >= 0x20 || byte == 0x09 { return byte }
        mismatch(key, value, "a single character")
        return nil
    }
}
