/// Where a page or a file stands on the site, from its root: `/articles/first/` or `/data/peaks.csv`.
///
/// A page's address ends in `/` and its file is the `index.html` in that folder.
struct SiteAddress: Sendable, Hashable, Comparable {
    let text: String
    /// The file that holds it, below the output folder.
    let file: SitePath

    /// What is no address of a published file is refused with the reason; it must begin with `/`.
    init(checking text: String) throws(SitePathProblem) {
        guard text.utf8.first == UInt8(ascii: "/") else { throw .emptyPart }
        let index = text.utf8.last == UInt8(ascii: "/") ? "index.html" : ""
        var path = ""
        path.reserveCapacity(text.utf8.count - 1 + index.utf8.count)
        path += Substring(text.utf8.dropFirst())
        path += index
        file = try SitePath(path)
        self.text = text
    }

    /// The home page.
    static let home = SiteAddress(text: "/", file: .index)

    /// The page that hosts show at addresses that lead nowhere.
    static let notFound = SiteAddress(text: "/404.html", file: .notFound)

    private init(text: String, file: SitePath) {
        self.text = text
        self.file = file
    }

    /// Nil for what is no address of a published file.
    init?(_ text: String) {
        guard let address = try? SiteAddress(checking: text) else { return nil }
        self = address
    }

    /// Whether this is a page in a folder of its own.
    var isFolder: Bool { text.utf8.last == UInt8(ascii: "/") }

    /// The parts of the path of the folder it stands in; none for the home page.
    var folderParts: [Substring] {
        let parts = text.split(separator: "/")
        return isFolder ? parts : parts.dropLast()
    }

    static func == (left: Self, right: Self) -> Bool { left.file == right.file }
    func hash(into hasher: inout Hasher) { file.hash(into: &hasher) }

    static func < (left: Self, right: Self) -> Bool { left.text.precedesInBytes(right.text) }
}
