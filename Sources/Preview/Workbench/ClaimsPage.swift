import Diagnostics
import Markup
import Site

/// Every fact and claim of the site with its value now, and whether it stands as it was accepted; what does not,
/// first.
struct ClaimsPage {
    /// The last build, which need not be a good one.
    let site: BuiltSite

    var markup: Markup {
        var writer = MarkupWriter()
        guard !site.statements.isEmpty else {
            writer.element("p", text: "No page states a fact or a claim yet.")
            return writer.markup
        }
        let bad = site.statements.filter { !$0.isGood }
        let count = counted(site.statements.count, "fact or claim", "facts and claims")
        let some = counted(bad.count, "needs", "need")
        let rest = bad.isEmpty ? "all of which hold" : "of which \(some) a look"
        writer.element("p", text: "\(count), \(rest).")
        let columns = ["state", "kind", "text", "value", "expression", "place", "page"]
        writer.scrollingTable("Facts and claims", columns: columns) { body in
            for statement in bad + site.statements.filter(\.isGood) { write(statement, to: &body) }
        }
        return writer.markup
    }

    private func write(_ statement: SiteStatement, to body: inout MarkupWriter) {
        body.element("tr") { row in
            row.element("td") { cell in
                if statement.isGood { return cell.text(statement.state.words) }
                cell.element("strong", text: statement.state.words)
            }
            row.element("td", text: statement.kind)
            row.element("td", text: statement.text)
            row.element("td", text: statement.value)
            row.element("td") { $0.element("code", text: statement.expression) }
            row.element("td") { $0.place(statement.location, text: statement.location.description) }
            row.element("td") { cell in
                let address = site.basePath + statement.page.dropFirst()
                cell.element("a", ["href": "\(address)"], text: statement.page)
            }
        }
    }
}

extension SiteStatement.State {
    fileprivate var words: String {
        switch self {
        case .accepted(let day): "holds, accepted on \(day)"
        case .new: "holds, not accepted yet"
        case .moved(let old, let day): "moved: it was \(old) when it was accepted on \(day)"
        case .failing(let reason): "fails: \(reason)"
        }
    }
}
