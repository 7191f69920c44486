package import Diagnostics
import Yams

extension StructuredValue {
    /// Reads one YAML document from part of a file, by the core schema of YAML 1.2.
    ///
    /// Stricter than the specification: a key is a scalar, no key stands twice in a mapping, there are no
    /// merge keys, no tags but those of the core schema, no second document, and no deeper nesting than 128.
    /// An empty document is `.null`; nil only where something was reported.
    package static func yaml(
        _ source: SourceText, from offset: Int? = nil, to end: Int? = nil,
        reporting diagnostics: inout [Diagnostic]
    ) -> StructuredValue? {
        let count = source.bytes.count
        let start = max(0, min(offset ?? source.contentStart, count))
        let place = source.location(at: start)
        return yaml(
            source.bytes[start..<max(start, min(end ?? count, count))], in: source, firstLine: place.line,
            firstColumn: place.column, reporting: &diagnostics)
    }

    /// Reads YAML text that stands in a file with something before each of its lines, such as a fenced block
    /// in a list: `firstLine` is the file's line of its first line, `column` where each of its lines begins.
    package static func yaml(
        text: String, in source: SourceText, firstLine: Int, column: Int = 1,
        reporting diagnostics: inout [Diagnostic]
    ) -> StructuredValue? {
        yaml(
            Array(text.utf8)[...], in: source, firstLine: firstLine, firstColumn: column,
            otherColumns: column, reporting: &diagnostics)
    }

    private static func yaml(
        _ bytes: ArraySlice<UInt8>, in source: SourceText, firstLine: Int, firstColumn: Int,
        otherColumns: Int = 1, reporting diagnostics: inout [Diagnostic]
    ) -> StructuredValue? {
        guard source.isText(reporting: &diagnostics) else { return nil }
        var reader = YAMLReader(
            bytes: bytes, source: source, firstLine: firstLine, firstColumn: firstColumn,
            otherColumns: otherColumns)
        let value = reader.read()
        diagnostics += reader.diagnostics
        return reader.diagnostics.hasErrors ? nil : value
    }
}

/// Turns the nodes of Yams into values with places in the file.
struct YAMLReader {
    static let mostNodes = 1_000_000

    let bytes: ArraySlice<UInt8>
    let source: SourceText
    let firstLine: Int
    let firstColumn: Int
    let otherColumns: Int
    private let lines: LineIndex
    private let columns: ScalarColumns
    private var nodesLeft: Int
    var diagnostics: [Diagnostic] = []

    init(bytes: ArraySlice<UInt8>, source: SourceText, firstLine: Int, firstColumn: Int, otherColumns: Int) {
        self.bytes = bytes
        self.source = source
        self.firstLine = firstLine
        self.firstColumn = firstColumn
        self.otherColumns = otherColumns
        lines = LineIndex(bytes)
        columns = ScalarColumns(bytes, lines)
        // Without aliases no text has more nodes than bytes.
        nodesLeft = min(Self.mostNodes, max(10_000, bytes.count * 25))
    }

    mutating func read() -> StructuredValue? {
        if let finding = YAMLSurvey.finding(in: bytes) {
            report(finding)
            return nil
        }
        do {
            let text = String(decoding: bytes, as: UTF8.self)
            let parser = try Parser(yaml: text, resolver: .basic, constructor: .default, encoding: .utf8)
            guard let node = try parser.singleRoot() else {
                return StructuredValue(.null, at: location(at: bytes.startIndex, length: 1))
            }
            return value(of: node, depth: 1)
        } catch let error as YamlError {
            report(error)
        } catch {
            report("yaml-syntax", at: location(at: bytes.startIndex, length: 1), "this is not YAML")
        }
        return nil
    }

    private mutating func value(of node: Node, depth: Int) -> StructuredValue? {
        nodesLeft -= 1
        guard nodesLeft >= 0 else {
            if nodesLeft == -1 {
                report(
                    "too-many-nodes", at: location(of: node.mark),
                    "the aliases of this YAML stand for more values than are allowed",
                    notes: ["limit: 25 values a byte, at most \(Self.mostNodes)"])
            }
            return nil
        }
        guard depth <= YAMLSurvey.deepest || node.isScalar else {
            report(.tooDeep(offset(of: node.mark)))
            return nil
        }
        switch node {
        case .scalar(let scalar): return value(of: scalar)
        case .sequence(let sequence):
            guard accepts(sequence.tag, [.seq], sequence.mark) else { return nil }
            let items = sequence.compactMap { value(of: $0, depth: depth + 1) }
            return StructuredValue(.list(items), at: location(of: sequence.mark))
        case .mapping(let mapping):
            guard accepts(mapping.tag, [.map], mapping.mark) else { return nil }
            let entries = mapping.compactMap { entry($0.key, $0.value, depth: depth + 1) }
            return StructuredValue(.mapping(StructuredMapping(entries)), at: location(of: mapping.mark))
        case .alias: return nil
        }
    }

    private mutating func entry(_ key: Node, _ node: Node, depth: Int) -> StructuredMapping.Entry? {
        guard case .scalar(let scalar) = key else {
            report(.complexKey(offset(of: key.mark)))
            return nil
        }
        let place = location(of: scalar)
        if scalar.string == "<<", scalar.style == .plain {
            report(
                "merge-key", at: place, "merge keys ('<<') are not read",
                help: "write the keys out where they are needed")
            return nil
        }
        guard let value = value(of: node, depth: depth) else { return nil }
        return StructuredMapping.Entry(key: scalar.string, keyLocation: place, value: value)
    }

    private mutating func value(of scalar: Node.Scalar) -> StructuredValue? {
        guard accepts(scalar.tag, [.str, .int, .float, .bool, .null], scalar.mark) else { return nil }
        let place = location(of: scalar)
        let isPlain = scalar.style == .plain && scalar.tag.rawValue != Tag.Name.str.rawValue
        let kind = isPlain ? coreSchemaKind(scalar.string) : .text(scalar.string)
        return StructuredValue(kind, raw: scalar.string, at: place)
    }

    private mutating func accepts(_ tag: Tag, _ names: [Tag.Name], _ mark: Mark?) -> Bool {
        let name = Tag.Name(rawValue: tag.rawValue)
        if name == .implicit || name == .nonSpecific || names.contains(name) { return true }
        report("unknown-tag", at: location(of: mark), "the tag '\(tag.rawValue)' is not read here")
        return false
    }

    // MARK: Places

    func offset(of mark: Mark?) -> Int {
        guard let mark else { return bytes.startIndex }
        let start = lines.start(ofLine: mark.line)
        return columns.offset(ofScalar: mark.column - 1, line: mark.line, from: start, in: bytes)
    }

    func location(of mark: Mark?, length: Int = 1) -> SourceLocation {
        location(at: offset(of: mark), length: length)
    }

    private func location(of scalar: Node.Scalar) -> SourceLocation {
        let quotes = scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? 2 : 0
        let isOneLine = scalar.style != .literal && scalar.style != .folded
        return location(of: scalar.mark, length: isOneLine ? scalar.string.utf8.count + quotes : 1)
    }

    func location(at offset: Int, length: Int) -> SourceLocation {
        let place = lines.place(at: offset)
        let shift = (place.line == 1 ? firstColumn : otherColumns) - 1
        return SourceLocation(
            path: source.path, line: place.line + firstLine - 1, column: place.column + shift, length: length)
    }

    mutating func report(
        _ code: String, at location: SourceLocation, _ message: String, notes: [String] = [],
        help: String? = nil
    ) {
        diagnostics.append(source.diagnostic(code, at: location, message, notes: notes, help: help))
    }
}

extension Node {
    fileprivate var isScalar: Bool {
        if case .scalar = self { true } else { false }
    }
}
