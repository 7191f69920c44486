import Diagnostics
import Markup
import Testing

@testable import Templates

@Suite(.enabled(if: MustacheSpecification.isAtHand, "the examples of the specification are not at hand"))
struct MustacheSpecificationTests {
    @Test func `the core and inheritance are rendered as the specification says`() throws {
        for example in try MustacheSpecification.examples() {
            let (text, problems) = render(example)
            if MustacheSpecification.strict.contains(example.name) {
                #expect(problems.hasErrors, "\(example.name)")
            } else {
                #expect(text == example.expected, "\(example.name): \(example.template)")
                #expect(problems == [], "\(example.name)")
            }
        }
    }

    @Test func `twelve examples of the core and one of inheritance differ`() throws {
        let names = try MustacheSpecification.examples().map(\.name)
        #expect(names.filter(MustacheSpecification.strict.contains).count == 13)
    }

    private func render(_ example: MustacheSpecification.Example) -> (String, [Diagnostic]) {
        var sources = ["page": SourceText(path: "page.mustache", example.template)]
        for (name, text) in example.partials ?? [:] {
            sources["partials/\(name)"] = SourceText(path: "partials/\(name).mustache", text)
        }
        var problems: [Diagnostic] = []
        let templates = TemplateSet(sources: sources, reporting: &problems)
        let page = templates.render(
            "page", withValue: example.value, resolving: { address, _, _ in address }, reporting: &problems)
        return (page.string, problems)
    }
}
