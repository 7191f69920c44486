/// Why a page is made anew, in words for whoever asks what a build has done.
enum RenderReason: Sendable, Hashable {
    /// No earlier build has left it, or none that this process can take over.
    case unknown
    case text
    /// Its row, its place among the others, or what it says of itself.
    case own
    case input(Input)
    /// A destination that led elsewhere, or nowhere.
    case link(String)

    var words: String {
        switch self {
        case .unknown: "it is new, or nothing is kept of it"
        case .text: "its text has changed"
        case .own: "its row, its neighbours or what it says of itself have changed"
        case .input(.file(let path)): "\(path) has changed"
        case .input(.table(let name)): "the table '\(name)' has changed"
        case .input(.shared(let name)): "'\(name)' has changed"
        case .input(.provenance): "sources, or the pages of rows, have changed"
        case .input(.pictures): "the pictures of the site have changed"
        case .link(let destination): "'\(destination)' leads elsewhere"
        }
    }
}
