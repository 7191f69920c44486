import Diagnostics

@testable import Site

extension SiteFixture {
    /// Builds the site on a fixed day, without pictures.
    @discardableResult
    func build(baseURL: String? = nil) async -> BuildReport {
        var options = BuildOptions(source: root, today: PublicationDate("2024-01-01")!)
        options.baseURL = baseURL
        return await SiteBuild.build(options).report
    }
}

extension BuildReport {
    /// `Content/a.md:3: error: …`, without notes.
    var problems: [String] {
        diagnostics.filter { $0.severity > .note }.map { diagnostic in
            let place = diagnostic.location.map { "\($0.path):\($0.line): " } ?? ""
            return "\(place)\(diagnostic.severity.rawValue): \(diagnostic.message)"
        }
    }
}
