package import Diagnostics
package import Markup

/// Gives an address of a template as it must be written on the page that is rendered, or nil where it is
/// dead or refused, which it reports itself; `about:invalid` is then written.
///
/// The address is given as a browser reads it: without character references, and without white space at
/// its ends.
package typealias AddressResolver = (String, SourceLocation, inout [Diagnostic]) -> String?

/// A use of `figures.NAME` or `queries.NAME` in a template, known before anything is rendered.
package struct TemplateReference: Sendable, Hashable {
    /// The second part of the name.
    package let name: String
    package let location: SourceLocation
}

/// All templates of a site, compiled.
///
/// The language is Mustache with inheritance, and strict: a name, a partial, a parent or a block that does
/// not exist is an error, never an empty string. A value stands where HTML can hold it, or is an error; an
/// address goes through a resolver wherever it begins in a template.
package struct TemplateSet: Sendable {
    private let program: TemplateProgram
    private let uses: [String: TemplateUses]

    /// Of a page, in bytes.
    private static let usualSize = 32_000

    /// The names of all templates, in byte order.
    package let names: [String]

    /// Compiles templates by name, without the file's extension: `{{> header}}` names `partials/header`,
    /// `{{<layout}}` names `layout` or else `partials/layout`.
    ///
    /// A text that is not UTF-8 is reported; a byte order mark is skipped.
    package init(sources: [String: SourceText], reporting diagnostics: inout [Diagnostic]) {
        names = sources.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var readable: [TemplateSource] = []
        for name in names {
            guard let text = sources[name] else { continue }
            let source = TemplateSource(name: name, text: text)
            if let problem = source.encodingProblem { diagnostics.append(problem) }
            readable.append(source)
        }
        let program = TemplateLinker.link(readable, reporting: &diagnostics)
        self.program = program
        uses = program.roots.mapValues { TemplateUses(of: $0, in: program) }
    }

    package func contains(_ template: String) -> Bool { program.roots[template] != nil }

    /// What a template uses of the record `name` by dotted names, also in its partials, parents and blocks,
    /// by place.
    package func references(in template: String, under name: String) -> [TemplateReference] {
        uses[template]?.references[name] ?? []
    }

    /// The files that a template is made of: its own, its parents' and its partials'.
    package func files(of template: String) -> [String] { uses[template]?.files ?? [] }

    /// The names that a template uses, as far as their second part: `page.title`, `sections.articles`.
    package func names(in template: String) -> [String] { uses[template]?.names ?? [] }

    /// The same of all templates.
    package var allNames: Set<String> { uses.values.reduce(into: []) { $0.formUnion($1.names) } }

    /// Whether a template uses a name, alone or as a part of another, so that its value has to be worked out.
    package func mentions(_ name: String, in template: String) -> Bool {
        uses[template]?.parts.contains(name) ?? true
    }

    /// The page, as far as it could be made; every address that begins in the template has gone through
    /// `resolving`.
    package func render(
        _ template: String, with record: TemplateRecord, resolving resolve: AddressResolver,
        reporting diagnostics: inout [Diagnostic]
    ) -> Markup {
        render(template, withValue: .record(record), resolving: resolve, reporting: &diagnostics)
    }

    /// The page made from a value that need not be a record.
    func render(
        _ template: String, withValue value: TemplateValue, limits: TemplateLimits = TemplateLimits(),
        resolving resolve: AddressResolver, reporting diagnostics: inout [Diagnostic]
    ) -> Markup {
        guard let root = program.roots[template] else {
            diagnostics.append(
                Diagnostic(
                    "unknown-template", "there is no template '\(template)'",
                    help: suggestion(for: template, among: names)))
            return Markup()
        }
        var renderer = TemplateRenderer(program, with: value, limits: limits)
        renderer.output.reserveCapacity(Self.usualSize)
        renderer.render(root, resolving: resolve)
        diagnostics += renderer.problems
        // Pages wait in memory until all are there: none keeps the room that it was written in. An array made of
        // the whole of another one would be that one.
        var page: [UInt8] = []
        page.reserveCapacity(renderer.output.count)
        page += renderer.output
        return Markup(trusting: page)
    }
}
