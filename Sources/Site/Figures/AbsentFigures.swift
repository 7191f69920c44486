import Datasets
import Synchronization

/// The figures of a page that an earlier process made, for the rare case that somebody asks what they show: that the
/// figure's own page is to be made anew, or that another page shows one of the same name.
final class AbsentFigures: Sendable {
    private let plan: PagePlan
    private let renderer: PageRenderer
    private let staleness: Staleness
    private let drawn = Mutex<[String: Figure.Content]?>(nil)

    /// - Parameter staleness: told where the page does not come out with its figures again
    init(of plan: PagePlan, by renderer: PageRenderer, _ staleness: Staleness) {
        self.plan = plan
        self.renderer = renderer
        self.staleness = staleness
    }

    func content(of name: String) -> Figure.Content {
        let contents = drawn.withLock { drawn in
            let contents = drawn ?? again()
            drawn = contents
            return contents
        }
        if let content = contents[name] { return content }
        staleness.find()
        return nothing
    }

    private var nothing: Figure.Content {
        .table(
            TableRows(
                columns: [], rows: ResultSet(columns: [], rows: []), shown: [], header: 0, emptyText: "",
                isSortable: false, caption: "", format: renderer.settings.format))
    }

    private func again() -> [String: Figure.Content] {
        let page = renderer.render(plan, in: renderer.surroundings(of: plan), head: renderer.head(of: plan))
        return Dictionary(page.figures.map { ($0.name, $0.content) }) { first, _ in first }
    }
}
