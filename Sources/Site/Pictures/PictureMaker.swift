import Diagnostics

// Pictures: PNG files of charts and of cards for links, by a program of the machine.
//
// Belongs here: which program, running it, and what is kept of its work between builds. Does not belong
// here: what a chart looks like.

/// What makes PNG pictures of the charts.
package enum PictureMaker: Sendable, Hashable {
    /// None are asked for.
    case none
    /// They are left out, because the machine has no `rsvg-convert`.
    case missing
    /// By this program, which takes the arguments of `rsvg-convert`.
    case program(String)

    /// Looks for the program in the folders of a search path, as a shell would.
    package init(searching path: String) {
        let found = path.split(separator: ":").map { $0 + "/rsvg-convert" }.first(where: isExecutable)
        self = found.map(PictureMaker.program) ?? .missing
    }

    /// What to say, once a build, of pictures that are left out.
    var note: Diagnostic? {
        guard self == .missing else { return nil }
        return Diagnostic(
            "no-pictures",
            "charts and previews of links have no PNG pictures, because rsvg-convert is not installed",
            severity: .note, help: "install it: 'apt install librsvg2-bin' on Debian and Ubuntu")
    }
}
