// Names in sections that are not entered.
//
// A misspelt name would otherwise be found only once there is a page on which the section is entered.
extension TemplateRenderer {
    /// A walk through steps that are not rendered, with what is known of the values there.
    private struct Walk {
        /// The values in which names are looked for; nil where one would be that is not known.
        var stack: [TemplateValue?]
        /// The units that the walk is in.
        var units: Set<Int>
        /// Steps that may still be taken.
        var budget = 10_000
    }

    /// Reports the names that cannot exist in a section that has just been skipped.
    mutating func check(skipped index: Int, in unit: Int) {
        guard skipped.insert(index).inserted else { return }
        let section = program.sections[index]
        guard let value = try? stack.value(of: section.name.path) else { return }
        var walk = Walk(stack: stack, units: [unit])
        push(value, isInverted: section.isInverted, &walk)
        check(section.start..<section.end - 1, of: unit, &walk)
    }

    private mutating func check(_ steps: Range<Int>, of unit: Int, _ walk: inout Walk) {
        let depth = walk.stack.count
        var depths: [Int] = []
        for step in program.units[unit].steps[steps] {
            walk.budget -= 1
            guard walk.budget > 0 else { break }
            switch step {
            case .value(let index):
                _ = check(program.values[index].name, .value(index), walk)
            case .enter(let index):
                depths.append(walk.stack.count)
                let section = program.sections[index]
                let value = check(section.name, .section(index), walk)
                push(value, isInverted: section.isInverted, &walk)
            case .leave:
                walk.stack.removeSubrange((depths.popLast() ?? depth)...)
            case .call(let index):
                let callee = program.calls[index].unit
                guard walk.units.count < TemplateLimits.inclusion, walk.units.insert(callee).inserted else {
                    continue
                }
                check(program.units[callee].steps.indices, of: callee, &walk)
                walk.units.remove(callee)
            case .literal, .lineStart, .address, .openAddress, .closeAddress: continue
            }
        }
        walk.stack.removeSubrange(depth...)
    }

    /// What a section puts on the stack; to an inverted one what its value holds is at least not unknown,
    /// as in the examples of the specification.
    private func push(_ value: TemplateValue?, isInverted: Bool, _ walk: inout Walk) {
        switch value {
        case .flag: break
        case .list(let items) where !items.isEmpty: walk.stack.append(items[0])
        case .text, .markup, .record: walk.stack.append(value)
        case .list, .absent, nil: if !isInverted { walk.stack.append(nil) }
        }
    }

    /// The value of a name, or nil where nothing can be said of it; one that cannot exist is reported.
    private mutating func check(
        _ use: NameUse, _ reportedUse: ReportedUse, _ walk: Walk
    ) -> TemplateValue? {
        let known = walk.stack.compactMap(\.self)
        guard known.count == walk.stack.count else { return nil }
        do {
            return try known.value(of: use.path)
        } catch {
            report(error, use, as: reportedUse)
            return nil
        }
    }
}
