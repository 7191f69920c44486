import Diagnostics

/// All templates in the form that is rendered: for each template or block, at each place where it is
/// included and with each set of overridden blocks, a list of steps.
struct TemplateProgram: Sendable {
    var sources: [TemplateSource] = []
    /// The units of the templates that pages are made from, by name.
    var roots: [String: Int] = [:]
    var units: [TemplateUnit] = []
    /// The literal text of all units.
    var text: [UInt8] = []
    var values: [ValueUse] = []
    var sections: [SectionUse] = []
    var calls: [TemplateCall] = []
    var addresses: [AddressUse] = []
}

/// The steps of a template, or of a block that overrides another.
struct TemplateUnit: Sendable {
    let source: Int
    var steps: [TemplateStep] = []
    /// The blocks that it offers to be overridden.
    var blocks: Set<String> = []
    /// Whether its source could not be read, so that nothing is known of it.
    var isBroken = false
}

/// One step; the numbers are indices into the tables of the program.
enum TemplateStep: Sendable {
    /// Text, a range of ``TemplateProgram/text``.
    case literal(Int, Int)
    /// The place where an included template's line is indented.
    case lineStart
    case value(Int)
    /// The start of a section, and its end.
    case enter(Int)
    case leave(Int)
    case call(Int)
    /// An address that is all literal.
    case address(Int)
    /// The start of an address with values in it, and its end.
    case openAddress(Int)
    case closeAddress(Int)
}

/// A name as it stands in a template.
struct NameUse: Sendable {
    let path: TemplatePath
    let source: Int
}

struct ValueUse: Sendable {
    let name: NameUse
    let isRaw: Bool
    let place: ValuePlace
}

struct SectionUse: Sendable {
    let name: NameUse
    let isInverted: Bool
    /// The first step within.
    let start: Int
    /// The step behind the section.
    var end: Int
}

/// The inclusion of a unit.
struct TemplateCall: Sendable {
    let unit: Int
    /// The tag's name, for messages.
    let name: TemplateName
    let source: Int
    /// What is put before each line.
    let indentation: [UInt8]
    /// Whether the indentation in force at the call is put before that.
    let keepsIndentation: Bool
}

struct AddressUse: Sendable {
    /// Where the address begins in its source.
    let offset: Int
    var location: SourceLocation
    let isList: Bool
    /// Whether quotation marks stand around it.
    let isQuoted: Bool
    /// For one that is all literal, as it is written.
    var literal: [UInt8] = []
    /// The same as a browser reads it.
    var text = ""
}

extension TemplateProgram {
    /// The name that a step looks up, or that the section has which it ends.
    func name(at step: TemplateStep) -> NameUse? {
        switch step {
        case .value(let index): values[index].name
        case .enter(let index), .leave(let index): sections[index].name
        case .literal, .lineStart, .call, .address, .openAddress, .closeAddress: nil
        }
    }

    /// The names in values and sections of a unit and all that it includes.
    func names(reachableFrom unit: Int) -> [NameUse] {
        units(reachableFrom: unit).flatMap { units[$0].steps.compactMap(name(at:)) }
    }
}
