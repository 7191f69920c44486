import Diagnostics

/// Makes the program from the trees of all templates.
///
/// The same partial may be right among elements and wrong in an attribute, and a block is filled by
/// whatever overrides it: so a template is compiled anew for each place in HTML where it is included and
/// each set of overridden blocks, and each such unit is known before anything is rendered.
struct TemplateLinker {
    /// A template (block 0) or a block that overrides another.
    struct Body: Hashable {
        let source: Int
        let block: Int
    }

    /// What makes a unit different from others.
    struct Key: Hashable {
        let body: Body
        let position: HTMLPosition
        /// Which blocks are overridden: an index into `environments`.
        let environment: Int
        /// Whether something stands before it on its first line.
        let isInline: Bool
    }

    /// What stands in a block instead of its default.
    struct Override: Hashable {
        let body: Body
        /// The environment where the body is written: its own blocks are those of its own template.
        let environment: Int
    }

    var program = TemplateProgram()
    /// Sources by template name.
    private(set) var templates: [String: Int] = [:]
    private var nodes: [Body: [TemplateNode]] = [:]
    private var names: [Body: TemplateName] = [:]
    private var broken: Set<Int> = []
    private var units: [Key: Int] = [:]
    private var queue: [(key: Key, unit: Int)] = []
    private var environments: [[String: Override]] = [[:]]
    private var environmentIndices: [[String: Override]: Int] = [[:]: 0]
    /// The blocks given in parent tags, to be looked for in the parents.
    private var overrides: [(unit: Int, names: [TemplateName], parent: String, source: Int)] = []
    private var problems: [Diagnostic] = []
    /// The messages that have been told, by source and place.
    private var reported: [Int: Set<ReportedProblem>] = [:]

    private struct ReportedProblem: Hashable {
        let offset: Int
        let message: String
    }

    static func link(
        _ sources: [TemplateSource], reporting diagnostics: inout [Diagnostic]
    ) -> TemplateProgram {
        var linker = TemplateLinker()
        for source in sources { linker.add(source) }
        linker.linkAll()
        diagnostics += linker.problems
        return linker.program
    }

    private mutating func add(_ source: TemplateSource) {
        let index = program.sources.count
        let (tree, problems) = TemplateParser.parse(source)
        program.sources.append(source)
        templates[source.name] = index
        nodes[Body(source: index, block: 0)] = tree
        self.problems += problems
        if !problems.isEmpty { broken.insert(index) }
    }

    private mutating func linkAll() {
        for (index, source) in program.sources.enumerated() where !source.isPartial { linkRoot(index) }
        let used = Set(program.units.map(\.source))
        for index in program.sources.indices where !used.contains(index) { linkRoot(index) }
        for override in overrides {
            checkBlocks(override.unit, override.names, override.parent, override.source)
        }
    }

    private mutating func linkRoot(_ source: Int) {
        let key = Key(
            body: Body(source: source, block: 0), position: .text, environment: 0, isInline: false)
        program.roots[program.sources[source].name] = unit(for: key)
        while let next = queue.popLast() {
            guard program.units.count <= TemplateLimits.units else { return reportUnits(source) }
            let isBroken = broken.contains(next.key.body.source)
            program.units[next.unit].isBroken = isBroken
            if isBroken { continue }
            var compiler = UnitCompiler(next.key, nodes: nodes[next.key.body] ?? [])
            compiler.compile(with: &self, into: next.unit)
        }
    }

    /// The unit with this key, which is compiled later where it is new.
    mutating func unit(for key: Key) -> Int {
        if let unit = units[key] { return unit }
        let unit = program.units.count
        program.units.append(TemplateUnit(source: key.body.source))
        units[key] = unit
        queue.append((key, unit))
        return unit
    }

    func overriding(_ block: String, in environment: Int) -> Override? { environments[environment][block] }

    func name(of body: Body) -> TemplateName? { names[body] }

    /// The environment within a parent tag: what overrides a block further out comes first.
    mutating func environment(_ outer: Int, adding blocks: [TemplateBlock], source: Int) -> Int {
        var inner: [String: Override] = [:]
        for block in blocks {
            let body = Body(source: source, block: block.number)
            nodes[body] = block.body
            names[body] = block.name
            inner[block.name.text] = Override(body: body, environment: outer)
        }
        inner.merge(environments[outer]) { _, outer in outer }
        if let index = environmentIndices[inner] { return index }
        environments.append(inner)
        environmentIndices[inner] = environments.count - 1
        return environments.count - 1
    }

    mutating func remember(_ names: [TemplateName], givenTo parent: String, _ unit: Int, source: Int) {
        overrides.append((unit, names, parent, source))
    }
}

// Problems.
extension TemplateLinker {
    /// Reports a problem once, in however many units it is found.
    mutating func report(
        _ code: String, in source: Int, at offset: Int, length: Int, _ message: String,
        notes: [String] = [], help: String? = nil
    ) {
        let new = ReportedProblem(offset: offset, message: message)
        guard reported[source, default: []].count < TemplateLimits.problems,
            reported[source, default: []].insert(new).inserted
        else { return }
        problems.append(
            program.sources[source].diagnostic(
                code, at: offset, length: length, message, notes: notes, help: help))
    }

    private mutating func checkBlocks(_ unit: Int, _ names: [TemplateName], _ parent: String, _ source: Int) {
        let reachable = program.units(reachableFrom: unit)
        if reachable.contains(where: { program.units[$0].isBroken }) { return }
        let known = reachable.reduce(into: Set<String>()) { $0.formUnion(program.units[$1].blocks) }
        for name in names where !known.contains(name.text) {
            report(
                "unknown-block", in: source, at: name.offset, length: name.length,
                "'\(parent)' has no block '\(name.text)'",
                notes: ["what stands in a block that the parent does not have is never shown"],
                help: suggestion(for: name.text, among: known))
        }
    }

    private mutating func reportUnits(_ source: Int) {
        queue = []
        report(
            "template-nesting", in: source, at: 0, length: 1,
            "the templates include each other in more than \(TemplateLimits.units) ways")
    }
}

extension TemplateSource {
    static let partialFolder = "partials/"

    var isPartial: Bool { name.hasPrefix(Self.partialFolder) }
}

extension TemplateProgram {
    /// A unit and all that it includes, in the order in which they were made.
    func units(reachableFrom unit: Int) -> [Int] {
        var seen: Set<Int> = [unit]
        var waiting = [unit]
        while let next = waiting.popLast() {
            for case .call(let call) in units[next].steps where seen.insert(calls[call].unit).inserted {
                waiting.append(calls[call].unit)
            }
        }
        return seen.sorted()
    }
}
