import Diagnostics

// Partials, parents and blocks.
extension UnitCompiler {
    mutating func compile(partial inclusion: TemplateInclusion, _ linker: inout TemplateLinker) {
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

    mutating func compile(
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

    @discardableResult mutating func call(
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

    mutating func compile(_ block: TemplateBlock, _ linker: inout TemplateLinker) {
        unit.blocks.insert(block.name.text)
        guard let start = startPart(block.name, &linker) else { return }
        let position = start == .carriedLessThan ? .text : start
        scanner.resume(at: position)
        if let override = linker.overriding(block.name.text, in: key.environment) {
            let callee = linker.unit(
                for: TemplateLinker.Key(
                    body: override.body, position: position, environment: override.environment,
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
}
