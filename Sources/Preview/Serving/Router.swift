import NIOCore
import Site

/// Answers requests from the last good build and the pages of the preview itself. A value: what it answers
/// depends on the request and on the state only, and nothing of the disk is ever looked up by a request.
struct Router: Sendable {
    let state: PreviewState
    let hosts: HostPolicy
    let workbench: Workbench
    let pictures: PictureMaker

    func response(to request: Request) async -> Response {
        if let refusal = refusal(of: request) { return refusal }
        guard let path = RequestPath(request.target) else { return .text(400, "This is no path of a site.") }
        if request.method == "POST" { return await posted(request, to: path) }
        if path.text.hasPrefix("/_preview/") { return live(path, request) }
        if path.text.hasPrefix("/_"), let page = await workbench.page(at: path) { return page }
        guard let served = state.served else {
            return .html(ProblemPage(state.problems, token: state.token).bytes, status: 500)
        }
        return await file(at: path, in: served, request)
    }

    // MARK: Who may ask

    /// Looked at before anything is routed.
    private func refusal(of request: Request) -> Response? {
        switch hosts.verdict(on: request) {
        case .allowed: break
        case .malformed: return .text(400, "A request names its host, once.")
        case .refused: return .text(403, "This server does not answer to that name; --host lists one.")
        }
        guard ["GET", "HEAD", "POST"].contains(request.method) else {
            var response = Response.text(405, "Only GET and HEAD are answered here.")
            response.headers.append(("Allow", "GET, HEAD"))
            return response
        }
        if request["sec-fetch-site"] == "cross-site", request["sec-fetch-mode"] != "navigate" {
            return .text(403, "Pages of other sites get nothing from here.")
        }
        return nil
    }

    /// The site's own pages may ask the workbench for work, with the token of this run.
    private func posted(_ request: Request, to path: RequestPath) async -> Response {
        guard ["/_charts/", "/_data/"].contains(where: path.text.hasPrefix) else {
            var response = Response.text(405, "Only GET and HEAD are answered here.")
            response.headers.append(("Allow", "GET, HEAD"))
            return response
        }
        guard let origin = request["origin"], hosts.isOwn(origin: origin, of: request),
            let token = request["x-sitegen-token"], isToken(token)
        else { return .text(403, "This needs the token of this run, and a page of this server.") }
        guard request["content-type"]?.lowercased().hasPrefix("application/json") == true else {
            return .text(415, "This takes JSON.")
        }
        return await workbench.work(path, request.body) ?? .text(404, "There is nothing at this address.")
    }

    /// Compared in time that tells nothing of how much of it was right.
    private func isToken(_ text: String) -> Bool {
        let (given, own) = (Array(text.utf8), Array(state.token.utf8))
        guard given.count == own.count else { return false }
        return zip(given, own).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    // MARK: The live channel

    private func live(_ path: RequestPath, _ request: Request) -> Response {
        switch path.text {
        case "/_preview/live.js":
            return Response(
                200, [("Content-Type", "text/javascript; charset=utf-8")],
                body: ByteBuffer(string: LiveScript.source))
        case "/_preview/workbench.js":
            return Response(
                200, [("Content-Type", "text/javascript; charset=utf-8")],
                body: ByteBuffer(string: WorkbenchScript.source))
        case "/_preview/workbench.css":
            return Response(
                200, [("Content-Type", "text/css; charset=utf-8")],
                body: ByteBuffer(string: WorkbenchStyle.source))
        case "/_preview/events":
            let hasOwnOrigin = request["origin"].map { hosts.isOwn(origin: $0, of: request) } ?? true
            guard hasOwnOrigin, let query = path.query, query.hasPrefix("token="),
                isToken(String(query.dropFirst("token=".count)))
            else { return .text(403, "The live channel needs the token of this run.") }
            return .events
        default: return .text(404, "There is nothing at this address.")
        }
    }

    // MARK: The site

    private func file(at path: RequestPath, in served: ServedSite, _ request: Request) async -> Response {
        let base = served.site.basePath
        guard path.text.hasPrefix(base) else {
            return path.text == "/" || path.text + "/" == base ? .redirect(to: base) : missing(served)
        }
        var name = String(path.text.dropFirst(base.count))
        if name.isEmpty || name.hasSuffix("/") { name += "index.html" }
        if let entity = served.entity(at: name) { return whole(entity, request) }
        if served.site.files[name + "/index.html"] != nil {
            let asked = request.target.prefix { $0 != "?" }
            return .redirect(to: asked + "/" + (path.query.map { "?" + $0 } ?? ""))
        }
        if let picture = await served.site.picture(at: name, by: pictures) {
            return whole(ServedSite.Entity(picture, type: contentType(of: name)), request)
        }
        return missing(served)
    }

    private func whole(_ entity: ServedSite.Entity, _ request: Request) -> Response {
        let headers = [
            ("Content-Type", entity.type), ("ETag", entity.tag), ("Accept-Ranges", "bytes"),
        ]
        if let known = request["if-none-match"], known == entity.tag || known == "*" {
            return Response(304, [("ETag", entity.tag)])
        }
        let count = entity.body.readableBytes
        let isFresh = request["if-range"].map { $0 == entity.tag } ?? true
        switch ByteRange(isFresh ? request["range"] : nil, of: count) {
        case .whole: return Response(200, headers, body: entity.body)
        case .unsatisfiable: return Response(416, [("Content-Range", "bytes */\(count)")])
        case .part(let range):
            let part = entity.body.getSlice(at: range.lowerBound, length: range.count) ?? ByteBuffer()
            let place = ("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(count)")
            return Response(206, headers + [place], body: part)
        }
    }

    private func missing(_ served: ServedSite) -> Response {
        guard let page = served.entity(at: "404.html") else {
            return .text(404, "There is nothing at this address.")
        }
        return Response(404, [("Content-Type", page.type)], body: page.body)
    }
}
