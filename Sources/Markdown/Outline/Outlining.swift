package import Diagnostics
import Markup

/// Reads a text and tells what is in it.
///
/// - Parameter offset: where the Markdown begins in the file, behind the front matter.
package func outline(
    of source: SourceText, bodyFrom offset: Int = 0, options: MarkdownOptions,
    reporting: inout [Diagnostic]
) -> Outline {
    let survey = Survey(of: source, from: offset)
    guard TextLimits.admit(survey, reporting: &reporting) else { return Outline() }
    if let control = survey.firstControl {
        reporting.append(
            ControlCharacters.report(first: control.offset, count: control.count, in: source))
    }
    return MarkdownTree.withTree(of: survey, options) { tree in
        var walk = TreeWalk(tree, survey, options)
        walk.walk()
        let writer = OutlineWriter(survey: survey, options: options, findings: walk.findings)
        var outline = writer.outline
        outline.wordCount = WordCount.words(in: tree.document)
        var reader = ProseReader(tree, of: source)
        for root in [tree.document] + walk.findings.footnotes { reader.read(root) }
        outline.prose = reader.prose
        writer.report(walk.problems, to: &reporting)
        return outline
    }
}
