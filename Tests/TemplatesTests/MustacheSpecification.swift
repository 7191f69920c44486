import Foundation
import Markup
import Templates

/// The examples of the Mustache specification, where they are at hand.
enum MustacheSpecification {
    struct Example: Decodable, Sendable {
        let name: String
        let data: TemplateValue
        let template: String
        let partials: [String: String]?
        let expected: String
    }

    private struct Module: Decodable {
        let tests: [Example]
    }

    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "../shared/fixtures/mustache").standardized

    static let isAtHand = FileManager.default.fileExists(atPath: folder.path)

    /// The examples of the core and of inheritance.
    static func examples() throws -> [Example] {
        try ["comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~inheritance"]
            .flatMap { name in
                let data = try Data(contentsOf: folder.appending(path: name + ".json"))
                return try JSONDecoder().decode(Module.self, from: data).tests
            }
    }

    /// Examples in which a name or a partial that does not exist renders as nothing: here it is an error.
    static let strict: Set<String> = [
        "Basic Context Miss Interpolation",
        "Triple Mustache Context Miss Interpolation",
        "Ampersand Context Miss Interpolation",
        "Dotted Names - Broken Chains",
        "Dotted Names - Broken Chain Resolution",
        "Dotted Names - Context Precedence",
        "Dotted Names are never single keys",
        "Context Misses",
        "Failed Lookup",
        "Negative Sections",
    ]
}

extension MustacheSpecification.Example {
    /// The data; where the example writes values raw, its texts are trusted markup.
    var value: TemplateValue {
        let texts = [template] + (partials ?? [:]).values
        let isRaw = texts.contains { $0.contains("{{{") || $0.contains("{{&") }
        return isRaw ? data.trusted : data
    }
}

extension TemplateValue: Decodable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .absent
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let integer = try? container.decode(Int.self) {
            self = .text(String(integer))
        } else if let number = try? container.decode(Double.self) {
            self = .text(String(number))
        } else if let list = try? container.decode([TemplateValue].self) {
            self = .list(list)
        } else {
            let names = try container.decode([String: TemplateValue].self)
            self = .record(TemplateRecord(names.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
        }
    }

    fileprivate var trusted: TemplateValue {
        switch self {
        case .text(let text): .markup(Markup(trusting: Array(text.utf8)))
        case .list(let items): .list(items.map(\.trusted))
        case .record(let record):
            .record(TemplateRecord(names: record.names, values: record.values.map(\.trusted)))
        case .absent, .flag, .markup: self
        }
    }
}
