import Datasets

/// What open pages are told: that there is a new build, or that the sources have problems.
enum LiveMessage: Sendable, Hashable {
    case built(revision: Int)
    /// Markup to lay over the page, all text in it escaped.
    case problems(html: String)

    /// As a server-sent event: an event name and one line of data.
    var event: String {
        switch self {
        case .built(let revision): "event: built\ndata: \(revision)\n\n"
        case .problems(let html): "event: problems\ndata: \(JSONText.quoted(html))\n\n"
        }
    }
}
