import Markup
import Site

/// What stands around each page of the workbench: its head, the way to the other pages, and its script.
struct WorkbenchFrame {
    let served: ServedSite
    let token: String

    func page(_ title: String, _ content: Markup) -> [UInt8] {
        var writer = MarkupWriter()
        writer.append(literal: "<!doctype html>\n")
        writer.element("html", ["lang": "en"]) { html in
            html.element("head") { writeHead(title, to: &$0) }
            html.element("body") { body in
                body.element("header", ["class": "bar"]) { writeNavigation(to: &$0) }
                body.element("main", ["data-token": "\(token)"]) { main in
                    main.element("h1", ["id": "chart-title"], text: title)
                    main.append(content)
                }
                body.append(Markup(trusting: Array(script.utf8)))
            }
        }
        return writer.markup.bytes
    }

    private func writeHead(_ title: String, to head: inout MarkupWriter) {
        head.element("meta", ["charset": "utf-8"])
        head.element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        head.element("title", text: "\(title) – \(served.site.title)")
        for style in served.site.chartStyles {
            head.element("link", ["rel": "stylesheet", "href": "\(style)"])
        }
        head.element("link", ["rel": "stylesheet", "href": "/_preview/workbench.css"])
    }

    private func writeNavigation(to header: inout MarkupWriter) {
        header.element("a", ["href": "\(served.site.basePath)"], text: served.site.title)
        header.element("nav", ["aria-label": "Workbench"]) { nav in
            for (address, label) in [
                ("/_charts/", "Charts"), ("/_data/", "Data"), ("/_claims/", "Facts and claims"),
            ] {
                nav.element("a", ["href": "\(address)"], text: label)
            }
        }
    }

    private var script: String {
        "<script src=\"/_preview/workbench.js\" defer></script>"
            + LiveScript.element(token: token, revision: served.revision)
    }
}
