package import Diagnostics

/// Reads a text: tells what is in it, and makes its markup, with places for what the site puts there.
///
/// A text that is refused has an empty outline and no markup.
///
/// - Parameters:
///   - offset: where the Markdown begins in the file, behind the front matter.
///   - isTelling: a quick look whether the outline is to hold the prose of a paragraph, heading or cell, given its
///     text; what stands for markup in it is a zero.
package func read(
    _ source: SourceText, bodyFrom offset: Int = 0, options: MarkdownOptions,
    proseWhere isTelling: @escaping (Span<UInt8>) -> Bool = { _ in true },
    reporting: inout [Diagnostic]
) -> (outline: Outline, markup: PreparedMarkup) {
    let survey = Survey(of: source, from: offset)
    guard TextLimits.admit(survey, reporting: &reporting) else { return (Outline(), PreparedMarkup()) }
    if let control = survey.firstControl {
        reporting.append(
            ControlCharacters.report(first: control.offset, count: control.count, in: source))
    }
    return MarkdownTree.withTree(of: survey, options) { tree in
        var walk = TreeWalk(tree, survey, options)
        walk.walk()
        let writer = OutlineWriter(survey: survey, options: options, findings: walk.findings)
        let outline = writer.outline(of: tree, proseWhere: isTelling)
        writer.report(walk.problems, to: &reporting)
        // From here on the tree is not what the findings tell of.
        var rewriting = TreeRewriting(options: options, findings: walk.findings)
        rewriting.apply(in: tree.document)
        return (outline, PreparedMarkup(of: tree.document, rewriting))
    }
}
