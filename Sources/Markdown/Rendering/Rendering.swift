package import Diagnostics
package import Markup

/// Renders a text with what the site puts in the places that the outline told of.
///
/// The parameters are those that ``outline(of:bodyFrom:options:reporting:)`` was given. A text that the
/// outline refused renders as nothing.
package func render(
    _ source: SourceText, bodyFrom offset: Int = 0, options: MarkdownOptions,
    with substitutions: Substitutions = Substitutions()
) -> Markup {
    let survey = Survey(of: source, from: offset)
    var ignored: [Diagnostic] = []
    guard TextLimits.admit(survey, reporting: &ignored) else { return Markup() }
    return MarkdownTree.withTree(of: survey, options) { tree in
        var walk = TreeWalk(tree, survey, options)
        walk.walk()
        let rewriting = TreeRewriting(options: options, findings: walk.findings)
        rewriting.apply(substitutions, in: tree.document)
        walk.findings.summaryBreak?.unlink()
        return Markup(trusting: tree.document.renderedHTML(unsafely: options.allowsRawHTML))
    }
}
