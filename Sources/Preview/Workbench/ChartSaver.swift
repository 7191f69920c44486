import Diagnostics
import Site

/// Puts a specification that was tried into the file that the chart comes from, when its author asks for it.
struct ChartSaver: Sendable {
    let source: String

    /// Saved only into a file of `Content/` that is still as it was when the chart was drawn, and only what can
    /// be drawn.
    func save(_ fields: WorkRequest, of chart: SiteChart, in site: BuiltSite) -> Response {
        guard let text = fields["text"] else { return .text(400, "A specification is missing.") }
        var problems: [Diagnostic] = []
        guard site.draw(text, inPlaceOf: chart, reporting: &problems) != nil else {
            return said("not saved: it cannot be drawn")
        }
        let file = site.file(with: text, inPlaceOf: chart)
        do throws(FileProblem) {
            let isSaved = try SourceFiles(root: source).replace(
                file.path, holding: file.before, with: file.after)
            return said(isSaved ? "saved into \(file.path)" : "not saved: \(file.path) has changed meanwhile")
        } catch {
            return said("not saved: \(error.reason)")
        }
    }

    private func said(_ text: String) -> Response { jsonObject(["said": text]) }
}
