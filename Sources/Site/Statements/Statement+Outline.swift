import Claims
import Diagnostics
import Markdown

extension Heading {
    /// The heading's text with the values of the facts that stand in it.
    func text(with statements: [Statement]) -> String {
        var result = text
        for fact in statements where fact.kind == .fact && fact.location.line == location.line {
            guard let range = result.firstRange(of: fact.written) else { continue }
            result.replaceSubrange(range, with: fact.text)
        }
        return result
    }
}

extension ProseRun {
    init(_ prose: Prose) {
        self.init(
            text: prose.text,
            anchors: prose.places.map { Anchor(offset: $0.offset, location: $0.location) })
    }
}
