import Diagnostics

// Names that stand for nothing, values that cannot be written, and limits.
extension TemplateRenderer {
    /// What a name stands for, or nil where it is not known, which is reported once.
    mutating func value(of use: NameUse, as reportedUse: ReportedUse) -> TemplateValue? {
        do {
            return try stack.value(of: use.path)
        } catch {
            report(error, use, as: reportedUse)
            return nil
        }
    }

    /// Reports a name that is not known, once for each place where it stands.
    mutating func report(_ error: UnknownName, _ use: NameUse, as reportedUse: ReportedUse) {
        guard isNew(reportedUse) else { return }
        problems.append(program.sources[use.source].diagnostic(for: error, use.path))
    }

    mutating func reject(_ value: TemplateValue, _ use: ValueUse, _ reportedUse: ReportedUse) {
        guard isNew(reportedUse) else { return }
        problems.append(program.sources[use.name.source].diagnostic(rejecting: value, use))
    }

    mutating func isNew(_ use: ReportedUse) -> Bool {
        reported.count < TemplateLimits.problems && reported.insert(use).inserted
    }

    mutating func countStep(_ step: TemplateStep, in unit: Int) {
        steps += 1
        if output.count > limits.output {
            stop(at: step, in: unit, "the page grows beyond \(limits.output >> 20) MiB")
        } else if steps > limits.steps {
            stop(at: step, in: unit, "the page takes more than \(limits.steps / 1_000_000) million steps")
        }
    }

    mutating func stop(at step: TemplateStep, in unit: Int, _ message: String) {
        hasStopped = true
        let name = program.name(at: step)
        let source = program.sources[name?.source ?? program.units[unit].source]
        problems.append(
            source.diagnostic(
                "template-size", at: name?.path.offset ?? 0, length: name?.path.text.utf8.count ?? 1, message,
                help: "show fewer rows, or divide them among several pages"))
    }

    mutating func stop(atInclusion index: Int) {
        hasStopped = true
        let call = program.calls[index]
        let names = calls.map { program.calls[$0.call].name.text } + [call.name.text]
        let chain = names.count > 12 ? names.prefix(8) + ["\u{2026}"] + names.suffix(3) : names[...]
        problems.append(
            program.sources[call.source].diagnostic(
                "template-nesting", at: call.name.offset, length: call.name.length,
                "templates include each other more than \(TemplateLimits.inclusion) deep",
                notes: [chain.joined(separator: " \u{2192} ")],
                help: "a template that includes itself needs a section that ends"))
    }
}
