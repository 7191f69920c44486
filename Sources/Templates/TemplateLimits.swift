/// Bounds on what a template may ask for, so that none can hang or crash a build.
struct TemplateLimits: Sendable {
    /// Tags open at one place of a template.
    static let nesting = 128
    /// Partials, parents and blocks inside each other.
    static let inclusion = 64
    /// Mistakes that are told of one template, and of one page.
    static let problems = 50
    /// Combinations of a template, the place it is included at and the blocks that are overridden there.
    static let units = 20_000

    /// Bytes of one page.
    var output = 64 << 20
    /// Texts written, sections entered and templates included for one page.
    var steps = 20_000_000
}
