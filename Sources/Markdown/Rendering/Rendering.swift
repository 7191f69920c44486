package import Diagnostics
import Markup

/// Renders a text with what the site puts in the places that the outline told of.
///
/// The parameters are those that ``outline(of:bodyFrom:options:reporting:)`` was given. A text that the
/// outline refused renders as nothing.
package func render(
    _ source: SourceText, bodyFrom offset: Int = 0, options: MarkdownOptions,
    with substitutions: Substitutions = Substitutions()
) -> MarkdownPage {
    let survey = Survey(of: source, from: offset)
    var ignored: [Diagnostic] = []
    guard TextLimits.admit(survey, reporting: &ignored) else { return MarkdownPage(body: Markup()) }
    return MarkdownTree.withTree(of: survey, options) { tree in
        var walk = TreeWalk(tree, survey, options)
        walk.walk()
        var rewriting = TreeRewriting(options: options, findings: walk.findings)
        defer { rewriting.freeReplaced() }
        rewriting.apply(substitutions, in: tree.document)
        return page(of: tree.document, splitAt: walk.findings.summaryBreak, options)
    }
}

/// The whole document, and by itself what stands before the summary break.
private func page(
    of document: CmarkNode, splitAt summaryBreak: CmarkNode?, _ options: MarkdownOptions
) -> MarkdownPage {
    guard let summaryBreak else {
        return MarkdownPage(body: Markup(trusting: document.renderedHTML(unsafely: options.allowsRawHTML)))
    }
    let rest = CmarkNode(new: .document)
    defer { rest.free() }
    while let block = summaryBreak.next { rest.append(block) }
    summaryBreak.unlink()
    defer { summaryBreak.free() }
    let summary = Markup(trusting: document.renderedHTML(unsafely: options.allowsRawHTML))
    let remainder = Markup(trusting: rest.renderedHTML(unsafely: options.allowsRawHTML))
    return MarkdownPage(body: summary + remainder, summary: summary)
}
