/// Which folder a build changes, and how far it may go.
package struct OutputTarget: Sendable, Hashable {
    /// The folder of the published site; it is made where it does not exist. If it is a symbolic link, the
    /// folder it leads to is meant.
    package var folder: String
    /// How messages name that folder: relative to the site's folder where it lies in it.
    package var shownAs: String
    /// Where sitegen keeps what it knows between builds: `.sitegen` in the site's folder.
    package var state: String
    /// Whether files that sitegen did not write, or that were edited since, may be overwritten.
    package var adopts: Bool
    /// Whether to wait for another build instead of failing.
    package var waits: Bool

    package init(
        folder: String, shownAs: String? = nil, state: String, adopts: Bool = false, waits: Bool = false
    ) {
        self.folder = folder
        self.shownAs = shownAs ?? folder
        self.state = state
        self.adopts = adopts
        self.waits = waits
    }
}
