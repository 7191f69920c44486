import Diagnostics
import Markup

/// The problems of the sources as markup: laid over the last good page, and a page of their own where there is
/// none yet. Everything in it that comes from the sources is text, and escaped.
struct ProblemPage {
    private let problems: [Diagnostic]
    private let token: String

    /// How many problems are shown before the rest is only counted.
    static let most = 50

    init(_ problems: [Diagnostic], token: String) {
        self.problems = problems.filter { $0.severity != .note }.sorted {
            $0.severity == $1.severity ? $0 < $1 : $0.severity > $1.severity
        }
        self.token = token
    }

    /// What is laid over a page.
    var overlay: Markup {
        var writer = MarkupWriter()
        writer.element("section", ["role": "alertdialog", "aria-labelledby": "title"]) { writer in
            writer.element("header") { header in
                header.element("h1", ["id": "title"], text: heading)
                header.element("button", ["type": "button"], text: "Hide")
            }
            write(to: &writer)
        }
        return writer.markup
    }

    /// A page of its own, which follows the sources as any other.
    var bytes: [UInt8] {
        var writer = MarkupWriter()
        writer.append(literal: "<!doctype html>\n")
        writer.element("html", ["lang": "en"]) { html in
            html.element("head") { head in
                head.element("meta", ["charset": "utf-8"])
                head.element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                head.element("title", text: heading)
                head.element("link", ["rel": "stylesheet", "href": "/_preview/workbench.css"])
            }
            html.element("body") { body in
                body.element("main") { main in
                    main.element("h1", text: heading)
                    main.element("p", text: "The site has not been built yet. This page follows the sources.")
                    write(to: &main)
                }
                body.append(Markup(trusting: Array(LiveScript.element(token: token, revision: 0).utf8)))
            }
        }
        return writer.markup.bytes
    }

    /// The problems alone, as a list.
    var list: Markup {
        var writer = MarkupWriter()
        write(to: &writer)
        return writer.markup
    }

    private var heading: String {
        let errors = problems.count { $0.severity == .error }
        if problems.isEmpty { return "The first build is running" }
        return errors == 1 ? "1 error" : "\(errors) errors"
    }

    private func write(to writer: inout MarkupWriter) {
        writer.element("ol", ["class": "problems"]) { list in
            for problem in problems.prefix(Self.most) {
                list.element("li", ["class": "\(problem.severity.rawValue)"]) { write(problem, to: &$0) }
            }
        }
        if problems.count > Self.most {
            writer.element("p", text: "… and \(problems.count - Self.most) more")
        }
    }

    /// As on a terminal: the place, what is wrong, the line with its caret, why and what to do.
    private func write(_ problem: Diagnostic, to item: inout MarkupWriter) {
        let lines = DiagnosticFormatter().format(problem).split(separator: "\n", maxSplits: 1)
        item.element("p") { paragraph in
            if let location = problem.location {
                paragraph.element("code", text: location.description)
                paragraph.text(" ")
            }
            paragraph.element("strong", text: problem.severity.rawValue + ": " + problem.message)
        }
        if lines.count > 1 { item.element("pre", text: String(lines[1])) }
    }

    static let overlayStyle = """
        :host { all: initial }
        section { position: fixed; inset: 0; z-index: 2147483647; overflow: auto; padding: 1.25rem;
          background: #14171a; color: #e9ecef; font: 15px/1.5 system-ui, sans-serif }
        header { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between;
          max-width: 62rem; margin: 0 auto }
        h1 { font-size: 1.3rem; margin: 0 }
        button { font: inherit; color: inherit; background: none; border: 1px solid currentColor;
          border-radius: 4px; padding: .2rem .8rem; cursor: pointer }
        button:focus-visible { outline: 3px solid #5a96d2; outline-offset: 2px }
        ol { list-style: none; padding: 0; max-width: 62rem; margin: 1rem auto }
        li { border-left: 4px solid #ff691e; padding: .1rem 0 .1rem .9rem; margin: 0 0 1.2rem }
        li.warning { border-color: #ffd2b4 }
        p { margin: .3rem 0; overflow-wrap: anywhere }
        code { color: #b4b4ff; font: 13px/1.5 ui-monospace, monospace }
        pre { margin: .3rem 0; overflow-x: auto; font: 13px/1.5 ui-monospace, monospace }
        """
}
