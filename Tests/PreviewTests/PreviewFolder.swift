import Foundation
import NIOCore
import Site

@testable import Preview

/// A small site in a folder of its own, which goes with the value.
final class PreviewFolder: Sendable {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        path = FileManager.default.temporaryDirectory.path + "/preview-\(UUID())"
        try write("Content/site.yaml", "title: Two peaks\n")
        try write("Content/index.md", "---\ntitle: Two peaks\n---\nSnow decides.\n")
        try write("Content/404.md", "---\ntitle: Lost\n---\nNothing here.\n")
        try write(
            "Templates/page.mustache", "<html><body><h1>{{page.title}}</h1>{{page.content}}</body></html>")
        try write(
            "Templates/home.mustache", "<html><body><h1>{{page.title}}</h1>{{page.content}}</body></html>")
        try write("Templates/404.mustache", "<html><body><h1>{{page.title}}</h1></body></html>")
        for (path, text) in files { try write(path, text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ file: String, _ text: String) throws {
        let url = URL(fileURLWithPath: path + "/" + file)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func read(_ file: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + file)), as: UTF8.self)
    }

    /// Answers requests from a build of the folder as it is now.
    func router(baseURL: String? = nil) async -> Router {
        let state = PreviewState(token: "secret")
        await take(build(baseURL: baseURL), state)
        return router(state)
    }

    /// Answers requests from a build of the folder as it is now and another one after an edit.
    func router(after edit: () throws -> Void) async throws -> Router {
        let state = PreviewState(token: "secret")
        let site = await build()
        take(site, state)
        try edit()
        await take(build(after: site), state)
        return router(state)
    }

    private func router(_ state: PreviewState) -> Router {
        Router(
            state: state, hosts: HostPolicy(listed: []),
            workbench: Workbench(state: state, saver: ChartSaver(source: path)), pictures: .none)
    }

    private func build(baseURL: String? = nil, after earlier: BuiltSite? = nil) async -> BuiltSite {
        var options = BuildOptions(source: path, today: PublicationDate(secondsSince1970: 0))
        options.baseURL = baseURL
        return await SiteBuild.inMemory(options, after: earlier)
    }

    private func take(_ site: BuiltSite, _ state: PreviewState) {
        if site.hasErrors { state.fail(site, site.report.diagnostics) } else { _ = state.take(site) }
    }
}

extension Router {
    func get(_ target: String, method: String = "GET", _ headers: KeyValuePairs<String, String> = [:]) async
        -> Response
    {
        let own = [Request.Header("Host", "localhost:8000")]
        return await response(
            to: Request(method: method, target: target, headers: own + headers.map { Request.Header($0, $1) })
        )
    }

    func post(
        _ target: String, _ json: String, token: String = "secret", origin: String = "http://localhost:8000",
        type: String = "application/json"
    ) async -> Response {
        let headers = [
            ("Host", "localhost:8000"), ("Origin", origin), ("X-Sitegen-Token", token),
            ("Content-Type", type),
        ].map { Request.Header($0, $1) }
        return await response(
            to: Request(method: "POST", target: target, headers: headers, body: Array(json.utf8)))
    }
}

extension Response {
    var text: String {
        guard case .bytes(let bytes) = body else { return "" }
        return String(decoding: bytes.readableBytesView, as: UTF8.self)
    }

    subscript(name: String) -> String? { headers.first { $0.name == name }?.value }
}
