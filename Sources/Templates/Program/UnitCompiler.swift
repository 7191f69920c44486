import Diagnostics

/// Compiles one unit: the steps of a template at one place, following HTML through its literal text.
struct UnitCompiler {
    let key: TemplateLinker.Key
    let nodes: [TemplateNode]
    var unit: TemplateUnit
    var scanner: HTMLScanner
    /// The step that opened the address the text is in.
    var openAddress: Int?

    init(_ key: TemplateLinker.Key, nodes: [TemplateNode]) {
        self.key = key
        self.nodes = nodes
        unit = TemplateUnit(source: key.body.source)
        scanner = HTMLScanner(from: key.position)
    }

    var source: Int { key.body.source }

    mutating func compile(with linker: inout TemplateLinker, into index: Int) {
        compile(nodes, &linker)
        checkEnd(&linker)
        linker.program.units[index] = unit
    }

    mutating func compile(_ nodes: [TemplateNode], _ linker: inout TemplateLinker) {
        for node in nodes {
            switch node {
            case .literal(let range, let startsLine): compile(range, startsLine: startsLine, &linker)
            case .value(let path, let isRaw): compile(path, isRaw: isRaw, &linker)
            case .section(let path, let isInverted, let body):
                compile(path, isInverted: isInverted, body, &linker)
            case .partial(let inclusion): compile(partial: inclusion, &linker)
            case .parent(let inclusion, let blocks): compile(parent: inclusion, blocks, &linker)
            case .block(let block): compile(block, &linker)
            }
        }
    }

    mutating func compile(_ path: TemplatePath, isRaw: Bool, _ linker: inout TemplateLinker) {
        let length = path.text.utf8.count
        do throws(ForbiddenPlace) {
            let place = try scanner.position.valuePlace()
            if isRaw, place != .content, place != .linkedData {
                throw ForbiddenPlace(
                    message: "markup stands \(scanner.position.description)",
                    note: "only text may stand there", help: "write {{\(path.text)}}")
            }
            unit.steps.append(.value(linker.program.values.count))
            linker.program.values.append(
                ValueUse(name: NameUse(path: path, source: source), isRaw: isRaw, place: place))
        } catch {
            linker.report(
                "forbidden-place", in: source, at: path.offset, length: length,
                error.message + ": '\(path.text)'", notes: [error.note], help: error.help)
        }
        let next = scanner.startOfPart ?? scanner.position
        scanner.resume(at: next == .carriedLessThan ? .text : next)
    }

    mutating func compile(
        _ path: TemplatePath, isInverted: Bool, _ body: [TemplateNode], _ linker: inout TemplateLinker
    ) {
        let name = TemplateName(text: path.text, offset: path.offset)
        guard let start = startPart(name, &linker) else { return }
        let index = linker.program.sections.count
        unit.steps.append(.enter(index))
        linker.program.sections.append(
            SectionUse(
                name: NameUse(path: path, source: source), isInverted: isInverted,
                start: unit.steps.count, end: 0))
        compile(body, &linker)
        unit.steps.append(.leave(index))
        linker.program.sections[index].end = unit.steps.count
        endPart(name, startedAt: start, &linker)
    }

    /// Where the part begins, or nil, which is reported, where none may begin.
    mutating func startPart(_ name: TemplateName, _ linker: inout TemplateLinker) -> HTMLPosition? {
        let here = scanner.position
        guard let start = scanner.startOfPart else {
            linker.report(
                "split-markup", in: source, at: name.offset, length: name.length,
                "'\(name.text)' begins \(here.description)",
                notes: ["a part of a template begins in text, in a quoted value or between attributes"],
                help: "put quotation marks around the value, or the whole tag into the part")
            return nil
        }
        scanner.resume(at: start)
        return start
    }

    mutating func endPart(
        _ name: TemplateName, startedAt start: HTMLPosition, _ linker: inout TemplateLinker
    ) {
        let end = scanner.startOfPart ?? scanner.position
        if start.joined(with: end) == nil {
            linker.report(
                "split-markup", in: source, at: name.offset, length: name.length,
                "'\(name.text)' begins \(start.description) and ends \(scanner.position.description)",
                notes: ["with and without the part, what follows would mean different things"]
                    + unfinished(at: scanner.position, linker.program),
                help: "open and close tags, quotation marks and comments within the same part")
        }
        scanner.resume(at: start.joined(with: end) ?? start)
    }

    mutating func checkEnd(_ linker: inout TemplateLinker) {
        let end = scanner.startOfPart ?? scanner.position
        guard key.position.joined(with: end) == nil else { return }
        if let name = linker.name(of: key.body) {
            endPart(name, startedAt: key.position, &linker)
        } else {
            let source = linker.program.sources[source]
            linker.report(
                "split-markup", in: self.source, at: source.bytes.count, length: 1,
                "the template '\(source.name)' begins \(key.position.description) and ends "
                    + scanner.position.description,
                notes: ["what follows it on the page would be read as something else"]
                    + unfinished(at: scanner.position, linker.program))
        }
    }

    /// Which tag or comment it is that has not come to its end.
    private func unfinished(at end: HTMLPosition, _ program: TemplateProgram) -> [String] {
        guard end != .text, let offset = scanner.lastLessThan else { return [] }
        let source = program.sources[source]
        let start = source.bytes[offset...].prefix { !$0.isTemplateSpace && $0 != .greaterThan }.prefix(20)
        let text = String(decoding: start, as: UTF8.self)
        return ["'\(text)' in line \(source.line(of: offset)) has not come to its end"]
    }
}
