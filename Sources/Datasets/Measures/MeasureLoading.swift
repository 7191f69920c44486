import Diagnostics

extension DatabaseLoader {
    /// Takes the measures that can be used; what is wrong with a name is reported at its definition.
    mutating func take(_ definitions: [MeasureDefinition]) {
        let all = MeasureTable(definitions)
        var known = Set(names.functions.map { $0.lowercased() })
        known.formUnion(promisedFunctions)
        var sound: [MeasureDefinition] = []
        for measure in definitions {
            guard known.insert(measure.name.lowercased()).inserted else {
                diagnostics.append(
                    measure.diagnostic(
                        "measure-name", "there is already a function called '\(measure.name)'",
                        help: "give the measure another name"))
                continue
            }
            if all.isCircular(measure) {
                diagnostics.append(
                    measure.diagnostic(
                        "circular-measure", "the measure '\(measure.name)' needs itself in the end"))
                continue
            }
            if hasSoundArguments(measure) { sound.append(measure) }
        }
        measures = MeasureTable(sound)
        measureDefinitions = sound
        for measure in sound {
            names.functions.append(measure.name)
            names.signatures[measure.name.lowercased()] = [measure.signature]
        }
    }

    private mutating func hasSoundArguments(_ measure: MeasureDefinition) -> Bool {
        let parameters = SQLScanner.tokens(of: measure.expression.text).filter { $0.kind == .parameter }
        for token in parameters where !measure.arguments.contains(token.name) {
            diagnostics.append(
                measure.expression.diagnostic(
                    "unknown-parameter", at: token.start, length: token.length,
                    "':\(token.name)' is no argument of the measure '\(measure.name)'",
                    help: suggestion(for: token.name, among: measure.arguments)
                        ?? "name it under 'arguments'"))
            return false
        }
        for argument in measure.arguments where !parameters.contains(where: { $0.name == argument }) {
            diagnostics.append(
                measure.diagnostic(
                    "unused-argument",
                    "the measure '\(measure.name)' does not use its argument '\(argument)'",
                    help: "write it in 'sql' as :\(argument)"))
            return false
        }
        return true
    }

    /// Compiles each measure, so that a wrong one is reported where it is defined and not where it is used.
    mutating func checkMeasures() {
        guard !diagnostics.hasErrors else { return }
        for measure in measureDefinitions {
            guard let query = PreparedQuery(expression: measure.expression, measures, reporting: &diagnostics)
            else {
                continue
            }
            _ = runner.columns(of: query, reporting: &diagnostics)
        }
    }
}

extension MeasureDefinition {
    fileprivate func diagnostic(_ code: String, _ message: String, help: String? = nil) -> Diagnostic {
        Diagnostic(
            code, at: location, excerpt: expression.file?.line(location.line), message, help: help)
    }
}
