package import Diagnostics
package import Markup

/// Gives an address of a template as it must be written on the page that is rendered, or nil where it is
/// dead or refused, which it reports itself; `about:invalid` is then written.
package typealias AddressResolver = (String, SourceLocation, inout [Diagnostic]) -> String?

/// A use of `figures.NAME` or `queries.NAME` in a template, known before anything is rendered.
package struct TemplateReference: Sendable, Hashable {
    /// The second part of the name.
    package let name: String
    package let location: SourceLocation
}

/// All templates of a site, compiled.
package struct TemplateSet: Sendable {
    /// By name, without the file's extension: `article`, `layout`, `partials/header`.
    private let sources: [String: SourceText]

    /// Compiles templates by name; `{{> header}}` names `partials/header`, `{{<layout}}` names `layout`.
    package init(sources: [String: SourceText], reporting diagnostics: inout [Diagnostic]) {
        self.sources = sources
    }

    /// The names of all templates, in byte order.
    package var names: [String] { sources.keys.sorted() }

    package func contains(_ template: String) -> Bool { sources[template] != nil }

    /// What a template uses of the record `name`, also in its partials, parents and blocks.
    package func references(in template: String, under name: String) -> [TemplateReference] { [] }

    /// The page. Every address that begins in the template goes through `resolving`.
    package func render(
        _ template: String, with record: TemplateRecord, resolving: AddressResolver,
        reporting diagnostics: inout [Diagnostic]
    ) -> Markup { Markup() }
}
