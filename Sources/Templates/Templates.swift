// Templates: page templates in Mustache, compiled once and rendered many times, strict.
//
// Belongs here: the language, the check that a value stands where HTML can hold it, and rendering over
// typed values. Does not belong here: what a site's values are, where its pages lie, reading files.

package import Markup

/// What a name in a template may stand for.
package enum TemplateValue: Sendable, Hashable {
    /// A known name without a value: empty text, a false section.
    case absent
    /// A condition for sections; it cannot be written as text.
    case flag(Bool)
    /// Text, escaped wherever it is written.
    case text(String)
    /// Finished markup, written as it is, and only where elements may stand.
    case markup(Markup)
    case list([TemplateValue])
    case record(TemplateRecord)

    /// The text, or `.absent` where there is none.
    package static func optional(_ text: String?) -> Self { text.map(Self.text) ?? .absent }

    /// Whether a section over the value is entered: not for `.absent`, false, and empty text, markup and
    /// lists.
    package var isTrue: Bool {
        switch self {
        case .absent: false
        case .flag(let flag): flag
        case .text(let text): !text.isEmpty
        case .markup(let markup): !markup.isEmpty
        case .list(let items): !items.isEmpty
        case .record: true
        }
    }
}

extension TemplateValue: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .text(value) }
    package init(booleanLiteral value: Bool) { self = .flag(value) }
    package init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
    package init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self = .record(TemplateRecord(elements))
    }
}

/// The names of a record, in order.
///
/// A class, so that the records of a table share one, by which rendering recognises them: the place of a
/// name is then looked up once for all rows.
package final class TemplateNames: Sendable {
    package let names: [String]
    /// Nil for few names, among which looking from the first to the last is faster than hashing.
    private let positions: [String: Int]?

    fileprivate static let few = 10

    /// Of a name that is given twice, the first counts.
    package init(_ names: [String]) {
        self.names = names
        positions =
            names.count > Self.few
            ? Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first }) : nil
    }

    /// Names that are given once, with their places.
    fileprivate init(_ names: [String], at positions: [String: Int]) {
        self.names = names
        self.positions = positions
    }

    package func position(of name: String) -> Int? {
        guard let positions else { return names.firstIndex(of: name) }
        return positions[name]
    }
}

/// Names and their values, in order: every name that a template may use is present, with `.absent` where
/// it has no value.
package struct TemplateRecord: Sendable, ExpressibleByDictionaryLiteral {
    package private(set) var names: TemplateNames
    package private(set) var values: [TemplateValue]

    package init() { self.init([]) }

    /// Of a name that is given twice, the last value counts.
    package init(_ elements: [(String, TemplateValue)]) {
        var names: [String] = []
        values = []
        names.reserveCapacity(elements.count)
        values.reserveCapacity(elements.count)
        guard elements.count > TemplateNames.few else {
            for (name, value) in elements {
                if let place = names.firstIndex(of: name) {
                    values[place] = value
                } else {
                    names.append(name)
                    values.append(value)
                }
            }
            self.names = TemplateNames(names)
            return
        }
        var places: [String: Int] = [:]
        places.reserveCapacity(elements.count)
        for (name, value) in elements {
            if let place = places[name] {
                values[place] = value
            } else {
                places[name] = names.count
                names.append(name)
                values.append(value)
            }
        }
        self.names = TemplateNames(names, at: places)
    }

    package init(dictionaryLiteral elements: (String, TemplateValue)...) { self.init(elements) }

    /// A row of a table whose rows share their names; values that are missing are `.absent`.
    package init(names: TemplateNames, values: [TemplateValue]) {
        let missing = names.names.count - values.count
        self.names = names
        self.values =
            missing > 0
            ? values + Array(repeating: .absent, count: missing) : Array(values.prefix(names.names.count))
    }

    /// The value of a name, nil where the record does not know it; to set nil means `.absent`.
    package subscript(name: String) -> TemplateValue? {
        get { names.position(of: name).map { values[$0] } }
        set {
            if let position = names.position(of: name) {
                values[position] = newValue ?? .absent
            } else {
                names = TemplateNames(names.names + [name])
                values.append(newValue ?? .absent)
            }
        }
    }

    /// Both records' names; where both know one, the other record's value.
    package func merging(_ other: TemplateRecord) -> TemplateRecord {
        TemplateRecord(Array(zip(names.names, values)) + Array(zip(other.names.names, other.values)))
    }
}

extension TemplateRecord: Hashable {
    package static func == (left: Self, right: Self) -> Bool {
        (left.names === right.names || left.names.names == right.names.names) && left.values == right.values
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(names.names)
        hasher.combine(values)
    }
}
