import Diagnostics

/// Compiles one unit: the steps of a template at one place, following HTML through its literal text.
struct UnitCompiler {
    let key: TemplateLinker.Key
    let nodes: [TemplateNode]
    private var unit: TemplateUnit
    private var scanner: HTMLScanner
    /// The step that opened the address the text is in.
    private var openAddress: Int?

    init(_ key: TemplateLinker.Key, nodes: [TemplateNode]) {
        self.key = key
        self.nodes = nodes
        unit = TemplateUnit(source: key.body.source)
        scanner = HTMLScanner(from: key.position)
    }

    private var source: Int { key.body.source }

    mutating func compile(with linker: inout TemplateLinker, into index: Int) {
        compile(nodes, &linker)
        checkEnd(&linker)
        linker.program.units[index] = unit
    }

    private mutating func compile(_ nodes: [TemplateNode], _ linker: inout TemplateLinker) {
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

    // MARK: Text

    private mutating func compile(_ range: Range<Int>, startsLine: Bool, _ linker: inout TemplateLinker) {
        let isFirstInline = key.isInline && unit.steps.isEmpty
        if startsLine, !isFirstInline, range.isEmpty || !endsWithLine(linker.program) {
            unit.steps.append(.lineStart)
        }
        let bytes = linker.program.sources[source].bytes
        var start = range.lowerBound
        for event in scanner.scan(bytes, range) {
            switch event {
            case .opensAddress(let offset, let attribute, let isQuoted):
                append(bytes[start..<offset], &linker.program)
                start = offset
                beginAddress(at: offset, attribute, isQuoted: isQuoted, &linker.program)
            case .closesAddress(let offset):
                append(bytes[start..<offset], &linker.program)
                start = offset
                endAddress(at: offset, &linker.program)
            case .missingSpace(let offset):
                linker.report(
                    "split-markup", in: source, at: offset, length: 1,
                    "an attribute begins without a space behind a part that may be replaced or left out",
                    notes: ["it could become one with the name before it"], help: "write a space before it")
            case .splitTagName(let offset):
                linker.report(
                    "split-markup", in: source, at: offset, length: 1,
                    "a tag's name is put together from parts",
                    notes: ["what stands in the tag could not be checked"],
                    help: "write the whole tag within each section")
            }
        }
        append(bytes[start..<range.upperBound], &linker.program)
    }

    /// Whether the step before is text that ends a line, so that the next line may join it.
    private func endsWithLine(_ program: TemplateProgram) -> Bool {
        guard case .literal(_, program.text.count)? = unit.steps.last else { return false }
        return program.text.last?.isLineFeed ?? false
    }

    private mutating func append(_ text: ArraySlice<UInt8>, _ program: inout TemplateProgram) {
        if text.isEmpty { return }
        let start = program.text.count
        program.text += text
        if case .literal(let first, start)? = unit.steps.last {
            unit.steps[unit.steps.count - 1] = .literal(first, program.text.count)
        } else {
            unit.steps.append(.literal(start, program.text.count))
        }
    }

    // MARK: Addresses

    private mutating func beginAddress(
        at offset: Int, _ attribute: HTMLAttribute, isQuoted: Bool, _ program: inout TemplateProgram
    ) {
        openAddress = unit.steps.count
        unit.steps.append(.openAddress(program.addresses.count))
        program.addresses.append(
            AddressUse(
                offset: offset, source: source, isList: attribute.kind == .addressList, isQuoted: isQuoted))
    }

    private mutating func endAddress(at offset: Int, _ program: inout TemplateProgram) {
        guard let opened = openAddress, case .openAddress(let index) = unit.steps[opened] else { return }
        openAddress = nil
        let written = program.sources[source].bytes[program.addresses[index].offset..<offset]
        program.addresses[index].length = max(1, written.prefix { !$0.isLineFeed }.count)
        switch unit.steps.count - opened {
        case 1:
            unit.steps[opened] = .address(index)
        case 2:
            guard case .literal(let start, let end) = unit.steps[opened + 1] else { fallthrough }
            program.addresses[index].literal = start..<end
            unit.steps.removeLast()
            unit.steps[opened] = .address(index)
        default:
            unit.steps.append(.closeAddress(index))
        }
    }

    // MARK: Values and sections

    private mutating func compile(_ path: TemplatePath, isRaw: Bool, _ linker: inout TemplateLinker) {
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

    private mutating func compile(
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
    private mutating func startPart(_ name: TemplateName, _ linker: inout TemplateLinker) -> HTMLPosition? {
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

    private mutating func endPart(
        _ name: TemplateName, startedAt start: HTMLPosition, _ linker: inout TemplateLinker
    ) {
        let end = scanner.startOfPart ?? scanner.position
        if start.joined(with: end) == nil {
            linker.report(
                "split-markup", in: source, at: name.offset, length: name.length,
                "'\(name.text)' begins \(start.description) and ends \(scanner.position.description)",
                notes: ["with and without the part, what follows would mean different things"],
                help: "open and close tags, quotation marks and comments within the same part")
        }
        scanner.resume(at: start.joined(with: end) ?? start)
    }

    // MARK: Other templates

    private mutating func compile(partial inclusion: TemplateInclusion, _ linker: inout TemplateLinker) {
        let name = inclusion.name
        guard let start = startPart(name, &linker) else { return }
        let position = start == .carriedLessThan ? .text : start
        if let target = linker.templates[TemplateSource.partialFolder + name.text] {
            call(target, at: position, key.environment, inclusion, &linker)
        } else {
            let known = linker.program.sources.filter(\.isPartial).map {
                String($0.name.dropFirst(TemplateSource.partialFolder.count))
            }
            linker.report(
                "unknown-partial", in: source, at: name.offset, length: name.length,
                "there is no partial '\(name.text)'",
                notes: ["a partial is a template in the folder \(TemplateSource.partialFolder)"],
                help: suggestion(for: name.text, among: known))
        }
        scanner.resume(at: position.behindReplaceablePart)
    }

    private mutating func compile(
        parent inclusion: TemplateInclusion, _ blocks: [TemplateBlock], _ linker: inout TemplateLinker
    ) {
        let name = inclusion.name
        guard let start = startPart(name, &linker) else { return }
        let position = start == .carriedLessThan ? .text : start
        let templates = linker.templates
        if let target = templates[name.text] ?? templates[TemplateSource.partialFolder + name.text] {
            let environment = linker.environment(key.environment, adding: blocks, source: source)
            let unit = call(target, at: position, environment, inclusion, &linker)
            linker.remember(blocks.map(\.name), givenTo: name.text, unit, source: source)
        } else {
            linker.report(
                "unknown-parent", in: source, at: name.offset, length: name.length,
                "there is no template '\(name.text)'",
                help: suggestion(for: name.text, among: templates.keys))
        }
        scanner.resume(at: position.behindReplaceablePart)
    }

    @discardableResult private mutating func call(
        _ target: Int, at position: HTMLPosition, _ environment: Int, _ inclusion: TemplateInclusion,
        _ linker: inout TemplateLinker
    ) -> Int {
        let callee = linker.unit(
            for: TemplateLinker.Key(
                body: TemplateLinker.Body(source: target, block: 0), position: position,
                environment: environment, isInline: false))
        unit.steps.append(.call(linker.program.calls.count))
        linker.program.calls.append(
            TemplateCall(
                unit: callee, name: inclusion.name, source: source,
                indentation: Array(linker.program.sources[source].bytes[inclusion.indentation]),
                keepsIndentation: inclusion.isStandalone))
        return callee
    }

    private mutating func compile(_ block: TemplateBlock, _ linker: inout TemplateLinker) {
        unit.blocks.insert(block.name.text)
        guard let start = startPart(block.name, &linker) else { return }
        let position = start == .carriedLessThan ? .text : start
        scanner.resume(at: position)
        if let override = linker.overriding(block.name.text, in: key.environment) {
            let callee = linker.unit(
                for: TemplateLinker.Key(
                    body: override, position: position, environment: key.environment,
                    isInline: block.isInline))
            unit.steps.append(.call(linker.program.calls.count))
            linker.program.calls.append(
                TemplateCall(
                    unit: callee, name: block.name, source: source,
                    indentation: Array(linker.program.sources[source].bytes[block.indentation]),
                    keepsIndentation: true))
        } else {
            compile(block.body, &linker)
            endPart(block.name, startedAt: position, &linker)
        }
        scanner.resume(at: position.behindReplaceablePart)
    }

    private mutating func checkEnd(_ linker: inout TemplateLinker) {
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
                notes: ["what follows it on the page would be read as something else"])
        }
    }
}
