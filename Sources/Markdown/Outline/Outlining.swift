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
    return CmarkNode.withTree(of: source.bytes, from: survey.bodyStart, smart: options.usesSmartPunctuation) {
        var walk = TreeWalk(survey, options)
        walk.walk($0)
        let writer = OutlineWriter(survey: survey, options: options, findings: walk.findings)
        var outline = writer.outline
        outline.wordCount = WordCount.words(in: $0)
        writer.report(walk.problems, to: &reporting)
        return outline
    }
}
