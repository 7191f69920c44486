import Diagnostics

@testable import Site

extension SiteFixture {
    /// Builds the site on a fixed day, without pictures.
    @discardableResult
    func build(
        baseURL: String? = nil, _ change: (inout BuildOptions) -> Void = { _ in }
    ) async -> BuildReport {
        var options = BuildOptions(source: root, today: PublicationDate("2024-01-01")!)
        options.baseURL = baseURL
        change(&options)
        return await SiteBuild.build(options).report
    }
}

extension BuildReport {
    /// The warnings and errors.
    var findings: [Diagnostic] { diagnostics.filter { $0.severity > .note } }

    /// `Content/a.md:3: error: …`, without notes.
    var problems: [String] { problems(besides: []) }

    /// - Parameter codes: of warnings that a test is not about, such as `claims-new` on a site without a lock
    func problems(besides codes: Set<String>) -> [String] {
        findings.filter { !codes.contains($0.code) }.map { diagnostic in
            let place = diagnostic.location.map { "\($0.path):\($0.line): " } ?? ""
            return "\(place)\(diagnostic.severity.rawValue): \(diagnostic.message)"
        }
    }
}

extension [Diagnostic] {
    /// `Content/a.md:2: dead-link: no page …`, without notes, for comparing with what a test spells out.
    var brief: [String] {
        filter { $0.severity > .note }.sorted().map { problem in
            let place = problem.location.map { "\($0.path):\($0.line): " } ?? ""
            return place + problem.code + ": " + problem.message
        }
    }
}
