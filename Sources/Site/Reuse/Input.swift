import Datasets

// Reuse: what an earlier build worked out and this one takes over, because nothing it depends on has changed.
//
// Belongs here: the versions of what pages share, what a page was made from in which version, and whether that
// is still so. Does not belong here: what is kept on the disk (Cache), and what a page reads (Explain).

/// Something beside itself that a page was made from.
enum Input: Sendable, Hashable {
    /// A template, a file of `Content/charts/` or of `Content/queries/`, by its path.
    case file(String)
    /// A table, a view or a table of an index, by name.
    case table(String)
    /// What templates name that pages share: `sections.articles`, `latest`.
    case shared(String)
    /// The sources that can be cited, the pages of rows, and the colours and pages of entities.
    case provenance
    /// The pictures that the site brings, with their sizes.
    case pictures
}
