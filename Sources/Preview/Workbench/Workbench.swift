import Datasets
import Diagnostics
import Markup
import NIOCore
import Site

/// The pages of the preview beside the site's own: the charts from all sides, the data, the facts and claims.
struct Workbench: Sendable {
    let state: PreviewState
    let saver: ChartSaver

    /// Nil for an address that is none of the workbench's.
    func page(at path: RequestPath) async -> Response? {
        guard let served = state.served else { return nil }
        let parts = path.text.split(separator: "/").map(String.init)
        let isFolder = path.text.hasSuffix("/")
        switch (parts.first, parts.count) {
        case ("_charts", 1), ("_data", 1), ("_claims", 1):
            guard isFolder else { return .redirect(to: path.text + "/") }
            return .html(page(parts[0], of: served))
        case ("_source", _):
            let site = state.newest ?? served.site
            guard !isFolder, let page = SourcePage(at: parts, in: site) else { return nil }
            let frame = WorkbenchFrame(served: served, token: state.token)
            return .html(frame.page(page.title, page.markup))
        case ("_charts", _):
            return chart(Array(parts.dropFirst()), isFolder: isFolder, in: served)
        default: return nil
        }
    }

    /// Work that a page asks for; nil for an address where there is none.
    func work(_ path: RequestPath, _ body: [UInt8]) async -> Response? {
        guard let served = state.served else { return nil }
        let parts = path.text.split(separator: "/").map(String.init)
        guard let fields = WorkRequest(body) else {
            return .text(400, "This is no request of the workbench.")
        }
        if parts == ["_data", "query"] { return QueryWork(site: served.site).answer(fields) }
        guard parts.first == "_charts", parts.count > 2,
            let chart = served.site.chart(named: parts.dropFirst().dropLast().joined(separator: "/"))
        else { return nil }
        switch parts.last {
        case "draw": return ChartWork(site: served.site, token: state.token).drawing(fields, of: chart)
        case "save": return saver.save(fields, of: chart, in: served.site)
        default: return nil
        }
    }

    private func page(_ name: String, of served: ServedSite) -> [UInt8] {
        let frame = WorkbenchFrame(served: served, token: state.token)
        switch name {
        case "_charts": return frame.page("Charts", GalleryPage(site: served.site).markup)
        case "_data": return frame.page("Data", DataPage(site: served.site).markup)
        default: return frame.page("Facts and claims", ClaimsPage(site: state.newest ?? served.site).markup)
        }
    }

    /// `/_charts/NAME/` and its pictures, `/_charts/NAME/wide.svg`.
    private func chart(_ parts: [String], isFolder: Bool, in served: ServedSite) -> Response? {
        if let chart = served.site.chart(named: parts.joined(separator: "/")) {
            guard isFolder else {
                return .redirect(to: "/_charts/" + percentEncoded(parts.joined(separator: "/")) + "/")
            }
            let frame = WorkbenchFrame(served: served, token: state.token)
            return .html(frame.page(chart.title, ChartPage(chart: chart, site: served.site).markup))
        }
        guard !isFolder, let file = parts.last, let picture = ChartPicture(rawValue: file),
            let chart = served.site.chart(named: parts.dropLast().joined(separator: "/"))
        else { return nil }
        return Response(
            200, [("Content-Type", "image/svg+xml")], body: ByteBuffer(bytes: picture.bytes(of: chart.chart)))
    }
}

extension BuiltSite {
    func chart(named name: String) -> SiteChart? { charts.first { $0.name == name } }
}
