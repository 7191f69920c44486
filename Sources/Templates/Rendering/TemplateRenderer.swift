import Diagnostics
import Markup

/// Renders one page: goes through the steps of the program with stacks of its own, so that neither deep
/// templates nor deep data can exhaust the machine's.
struct TemplateRenderer {
    let program: TemplateProgram
    let limits: TemplateLimits
    var output: [UInt8] = []
    /// The values in which names are looked for, the innermost last.
    var stack: [TemplateValue]
    var problems: [Diagnostic] = []
    private var loops: [Loop] = []
    private(set) var calls: [Return] = []
    /// Put before each line of the template that is being written.
    private var indentation: [UInt8] = []
    private var addressStart = 0
    var steps = 0
    var hasStopped = false
    /// Names that have been reported, by section and value.
    var reported: Set<ReportedUse> = []
    /// Sections that have been gone through without being entered.
    var skipped: Set<Int> = []

    enum ReportedUse: Hashable {
        case section(Int)
        case value(Int)
    }

    /// A section that has been entered.
    private struct Loop {
        /// The items that are still to come start at `next`.
        let items: [TemplateValue]
        var next: Int
        /// Whether the section put a value on the stack.
        let isScope: Bool
    }

    /// Where to go on behind an included template.
    struct Return {
        let unit: Int
        let step: Int
        let call: Int
        let indentation: [UInt8]
    }

    init(_ program: TemplateProgram, with value: TemplateValue, limits: TemplateLimits) {
        self.program = program
        self.limits = limits
        stack = [value]
    }

    mutating func render(_ root: Int, resolving resolve: AddressResolver) {
        var unit = root
        var step = 0
        var list = program.units[unit].steps
        while !hasStopped {
            guard step < list.count else {
                guard let caller = calls.popLast() else { return }
                (unit, step, indentation) = (caller.unit, caller.step, caller.indentation)
                list = program.units[unit].steps
                continue
            }
            countStep(list[step], in: unit)
            switch list[step] {
            case .literal(let start, let end):
                write(literal: start..<end)
                step += 1
            case .lineStart:
                output += indentation
                step += 1
            case .value(let index):
                write(value: index)
                step += 1
            case .enter(let index):
                if enter(index) {
                    step += 1
                } else {
                    step = program.sections[index].end
                    check(skipped: index, in: unit)
                }
            case .leave(let index):
                step = leave() ? step + 1 : program.sections[index].start
            case .call(let index):
                include(index, Return(unit: unit, step: step + 1, call: index, indentation: indentation))
                (unit, step) = (program.calls[index].unit, 0)
                list = program.units[unit].steps
            case .address(let index):
                let address = program.addresses[index]
                write(address, address.literal, address.text, resolve)
                step += 1
            case .openAddress:
                addressStart = output.count
                step += 1
            case .closeAddress(let index):
                let written = Array(output[addressStart...])
                output.removeSubrange(addressStart...)
                write(program.addresses[index], written, AddressText.decode(written[...]), resolve)
                step += 1
            }
        }
    }

    private mutating func include(_ index: Int, _ caller: Return) {
        guard calls.count < TemplateLimits.inclusion else { return stop(atInclusion: index) }
        let call = program.calls[index]
        calls.append(caller)
        indentation = call.keepsIndentation ? indentation + call.indentation : []
    }

    // MARK: Text

    private mutating func write(literal range: Range<Int>) {
        if indentation.isEmpty {
            output += program.text[range]
            return
        }
        var start = range.lowerBound
        for index in range where program.text[index].isLineFeed && index + 1 < range.upperBound {
            output += program.text[start...index]
            output += indentation
            start = index + 1
        }
        output += program.text[start..<range.upperBound]
    }

    private mutating func write(value index: Int) {
        let use = program.values[index]
        switch value(of: use.name, as: .value(index)) {
        case .absent, nil: return
        case .text(let text):
            if use.isRaw || use.place == .linkedData { return reject(.text(text), use, .value(index)) }
            Escaping.append(text, to: &output)
        case .markup(let markup):
            if use.place != .content, use.place != .linkedData, !markup.isEmpty {
                return reject(.markup(markup), use, .value(index))
            }
            output += markup.bytes
        case .flag(let flag): reject(.flag(flag), use, .value(index))
        case .list(let items): reject(.list(items), use, .value(index))
        case .record(let record): reject(.record(record), use, .value(index))
        }
    }

    private mutating func write(
        _ address: AddressUse, _ written: [UInt8], _ text: String, _ resolve: AddressResolver
    ) {
        if !address.isQuoted { output.append(.quotationMark) }
        if address.isList {
            AddressText.appendList(written, to: &output) { resolve($0, address.location, &problems) }
        } else {
            let resolved = resolve(text, address.location, &problems)
            Escaping.append(resolved ?? AddressText.invalid, to: &output)
        }
        if !address.isQuoted { output.append(.quotationMark) }
    }

    // MARK: Sections

    /// Whether the section is entered.
    private mutating func enter(_ index: Int) -> Bool {
        let section = program.sections[index]
        guard let value = value(of: section.name, as: .section(index)) else { return false }
        guard value.isTrue != section.isInverted else { return false }
        var items: [TemplateValue] = []
        switch value {
        case .list(let list) where !section.isInverted:
            items = list
            stack.append(list[0])
        case .text, .markup, .record:
            guard !section.isInverted else { fallthrough }
            stack.append(value)
        default:
            loops.append(Loop(items: [], next: 0, isScope: false))
            return true
        }
        loops.append(Loop(items: items, next: 1, isScope: true))
        return true
    }

    /// Goes to the next item, or leaves the section where there is none.
    private mutating func leave() -> Bool {
        let last = loops.count - 1
        guard last >= 0 else { return true }
        if loops[last].next < loops[last].items.count {
            stack[stack.count - 1] = loops[last].items[loops[last].next]
            loops[last].next += 1
            return false
        }
        if loops.removeLast().isScope { stack.removeLast() }
        return true
    }
}
