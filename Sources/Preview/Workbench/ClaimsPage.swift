import Diagnostics
import Markup
import Site

/// Every fact and claim of the site with its value now.
struct ClaimsPage {
    let site: BuiltSite

    var markup: Markup {
        var writer = MarkupWriter()
        guard !site.statements.isEmpty else {
            writer.element("p", text: "No page states a fact or a claim yet.")
            return writer.markup
        }
        writer.element(
            "p",
            text: "\(counted(site.statements.count, "fact or claim", "facts and claims")), all of which hold."
        )
        let columns = ["kind", "text", "value", "expression", "place", "page"]
        writer.scrollingTable("Facts and claims", columns: columns) { body in
            for statement in site.statements { write(statement, to: &body) }
        }
        return writer.markup
    }

    private func write(_ statement: SiteStatement, to body: inout MarkupWriter) {
        body.element("tr") { row in
            row.element("td", text: statement.kind)
            row.element("td", text: statement.text)
            row.element("td", text: statement.value)
            row.element("td") { $0.element("code", text: statement.expression) }
            row.element("td") { $0.element("code", text: statement.location.description) }
            row.element("td") { cell in
                let address = site.basePath + statement.page.dropFirst()
                cell.element("a", ["href": "\(address)"], text: statement.page)
            }
        }
    }
}
