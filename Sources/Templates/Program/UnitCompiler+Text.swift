import Diagnostics

// Literal text, and the addresses in it.
extension UnitCompiler {
    mutating func compile(_ range: Range<Int>, startsLine: Bool, _ linker: inout TemplateLinker) {
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
    func endsWithLine(_ program: TemplateProgram) -> Bool {
        guard case .literal(_, program.text.count)? = unit.steps.last else { return false }
        return program.text.last?.isLineFeed ?? false
    }

    mutating func append(_ text: ArraySlice<UInt8>, _ program: inout TemplateProgram) {
        if text.isEmpty { return }
        let start = program.text.count
        program.text += text
        if case .literal(let first, start)? = unit.steps.last {
            unit.steps[unit.steps.count - 1] = .literal(first, program.text.count)
        } else {
            unit.steps.append(.literal(start, program.text.count))
        }
    }

    mutating func beginAddress(
        at offset: Int, _ attribute: HTMLAttribute, isQuoted: Bool, _ program: inout TemplateProgram
    ) {
        openAddress = unit.steps.count
        unit.steps.append(.openAddress(program.addresses.count))
        program.addresses.append(
            AddressUse(
                offset: offset, location: program.sources[source].location(at: offset, length: 1),
                isList: attribute.kind == .addressList, isQuoted: isQuoted))
    }

    mutating func endAddress(at offset: Int, _ program: inout TemplateProgram) {
        guard let opened = openAddress, case .openAddress(let index) = unit.steps[opened] else { return }
        openAddress = nil
        let written = program.sources[source].bytes[program.addresses[index].offset..<offset]
        program.addresses[index].location.length = max(1, written.prefix { !$0.isLineFeed }.count)
        switch unit.steps.count - opened {
        case 1:
            unit.steps[opened] = .address(index)
        case 2:
            guard case .literal(let start, let end) = unit.steps[opened + 1] else { fallthrough }
            program.addresses[index].literal = Array(program.text[start..<end])
            program.addresses[index].text = AddressText.decode(program.text[start..<end])
            unit.steps.removeLast()
            unit.steps[opened] = .address(index)
        default:
            unit.steps.append(.closeAddress(index))
        }
    }
}
