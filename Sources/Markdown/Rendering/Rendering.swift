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
    return CmarkNode.withTree(of: source.bytes, from: survey.bodyStart, smart: options.usesSmartPunctuation) {
        var walk = TreeWalk(survey, options)
        walk.walk($0)
        var rewriting = TreeRewriting(options: options, findings: walk.findings)
        defer { rewriting.freeReplaced() }
        rewriting.apply(substitutions)
        return page(of: $0, splitAt: walk.findings.summaryBreak, options)
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
