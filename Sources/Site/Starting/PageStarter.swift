package import Diagnostics

/// A new Markdown file with its front matter filled in.
package struct PageStarter: Sendable {
    /// The folder under `Content/`; empty for a page at the top.
    private let folder: String
    private let name: String
    private let date: PublicationDate

    /// - Parameter place: `articles/two-rivers`, the section and the name of the page
    package init?(_ place: String, date: PublicationDate, reporting diagnostics: inout [Diagnostic]) {
        let parts = place.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let path = place.hasSuffix(".md") ? String(place.dropLast(3)) : place
        guard parts.allSatisfy({ !$0.isEmpty }), (try? SitePath(path)) != nil, !path.hasPrefix("Content/")
        else {
            diagnostics.append(
                Diagnostic(
                    "page-name", "'\(place)' is no name of a page",
                    help: "name the section and the page, such as articles/two-rivers"))
            return nil
        }
        folder = SectionTree.parent(of: path)
        name = path.split(separator: "/").last.map(String.init) ?? path
        self.date = date
    }

    /// Where the file stands in the site's folder.
    package var path: String { "Content/" + (folder.isEmpty ? "" : folder + "/") + name + ".md" }

    /// Writes the file as a draft; a file that is there is left as it is and reported.
    package func write(in source: String, reporting diagnostics: inout [Diagnostic]) -> Bool {
        guard SourceFiles(root: source).stamp(of: "Content/site.yaml") != nil else {
            diagnostics.append(
                Diagnostic(
                    "no-site", "there is no site in the folder '\(source)'",
                    help: "go to the site's folder, name it with --source, or start one: sitegen init"))
            return false
        }
        do throws(FileProblem) {
            if try NewFile(path, Array(text.utf8)).write(below: source) { return true }
            diagnostics.append(
                Diagnostic(
                    "file-exists", at: SourceLocation(path: path), "this file is there already",
                    help: "give the page another name"))
        } catch {
            diagnostics.append(error.diagnostic)
        }
        return false
    }

    private var text: String {
        let dated = DatedName(contentPath: name + ".md")
        let title = humanised(dated.name).filter { $0 != "\"" && $0 != "\\" }
        return """
            ---
            title: "\(title)"
            description:
            date: \((dated.date ?? date).iso)
            draft: true
            tags: []
            ---

            """
    }
}
