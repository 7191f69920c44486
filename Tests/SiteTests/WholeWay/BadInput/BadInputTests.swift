import Diagnostics
import Testing

@testable import Site

@Suite struct `Bad input` {
    @Test(arguments: BadInputCase.settings + BadInputCase.frontMatter + BadInputCase.markdown)
    func `in settings and in Markdown is refused at its place, and the output stays as it was`(
        case: BadInputCase
    ) async throws {
        try await expectRefusal(of: `case`)
    }

    @Test(arguments: BadInputCase.tables + BadInputCase.structured + BadInputCase.queries)
    func `in data is refused at its place, and the output stays as it was`(case: BadInputCase) async throws {
        try await expectRefusal(of: `case`)
    }

    @Test(arguments: BadInputCase.templates + BadInputCase.figures + BadInputCase.addresses)
    func `in templates, figures and addresses is refused at its place, and the output stays as it was`(
        case: BadInputCase
    ) async throws {
        try await expectRefusal(of: `case`)
    }

    private func expectRefusal(of bad: BadInputCase) async throws {
        let site = try SiteFixture(rivers)
        #expect(await site.build().problems == [])
        let before = try site.fingerprint()
        for (path, text) in bad.others { try site.edit(path, text) }
        try site.edit(bad.path, bad.text)
        let errors = await site.build().diagnostics.filter { $0.severity == .error }
        let found = errors.first { Self.line($0) == bad.error }
        #expect(found != nil, "it says: \(errors.map(Self.line))")
        if let help = bad.help {
            #expect(found?.help?.contains(help) == true, "it helps: \(found?.help ?? "")")
        }
        #expect(errors.allSatisfy { $0.failing == .site })
        #expect(try site.fingerprint() == before)
    }

    /// The first line of the printed problem, without its code.
    private static func line(_ diagnostic: Diagnostic) -> String {
        let first = DiagnosticFormatter().format(diagnostic).prefix { $0 != "\n" }
        return first.hasSuffix(" [\(diagnostic.code)]")
            ? String(first.dropLast(diagnostic.code.count + 3)) : String(first)
    }
}
