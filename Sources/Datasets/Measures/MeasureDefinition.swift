package import Diagnostics

/// A name for an expression, from `measures.NAME` in `site.yaml`.
///
/// Any SQL of the site calls it like a function: `gain('north', '2014-02', '2014-03')`. What runs is the
/// expression with the arguments in their places, so rows are known as if it had been written out. A result
/// column of the same name takes the title, unit and decimals of its measure in tables and charts.
package struct MeasureDefinition: Sendable, Hashable {
    package let name: String
    /// The expression, or one SELECT that gives one value; arguments stand in it as `:name`.
    let expression: SQLText
    package let arguments: [String]
    package let title: String?
    package let unit: String?
    /// How many decimals a fact or a table cell shows of it.
    package let decimals: Int?
    package let location: SourceLocation

    /// `gain(entity, from, to)`
    package var signature: String { "\(name)(\(arguments.joined(separator: ", ")))" }
}

extension MeasureDefinition {
    /// Reads the keys of one measure; nil where its expression is missing or its names cannot be names.
    package init?(named name: String, reading keys: inout KeyedReader) {
        let text = keys.text("sql", required: true)
        let arguments = keys.locatedTexts("arguments") ?? []
        let title = keys.text("title")
        let unit = keys.text("unit")
        let decimals = keys.integer("decimals", in: 0...10)
        var isSound = Self.isName(name, at: keys.location, called: "a measure", &keys)
        for argument in arguments {
            isSound =
                Self.isName(argument.text, at: argument.location, called: "an argument", &keys) && isSound
        }
        guard let text, isSound else { return nil }
        let location = keys.valueLocation(of: "sql")
        self.init(
            name: name,
            expression: SQLText(text, at: location, indent: max(0, location.column - 1), in: keys.source),
            arguments: arguments.map(\.text), title: title, unit: unit, decimals: decimals,
            location: keys.location)
    }

    private static func isName(
        _ name: String, at location: SourceLocation, called noun: String, _ keys: inout KeyedReader
    ) -> Bool {
        let tokens = SQLScanner.tokens(of: name)
        if tokens.count == 1, tokens[0].kind == .word, tokens[0].length == name.utf8.count { return true }
        keys.report(
            "measure-name", at: location, "'\(name)' cannot be the name of \(noun)",
            help: "use letters, digits and '_', beginning with a letter")
        return false
    }
}
