import Diagnostics

/// A link to an anchor, to be looked for when its page is rendered, or to a page or file of a figure, which
/// is there if the figure could be drawn.
struct AnchorReference: Sendable, Hashable {
    let target: SiteAddress
    /// The anchor as it is written; nil for a link to the whole page.
    let fragment: String?
    let location: SourceLocation
    /// The line that it stands on.
    let excerpt: String?

    var anchor: String? { fragment.map { percentDecoded($0) ?? $0 } }

    /// What to say where the page has no such anchor, or is not there.
    var problem: Diagnostic {
        if let fragment {
            Diagnostic(
                "dead-anchor", at: location, excerpt: excerpt,
                "there is no anchor '#\(fragment)' on the page '\(target.text)'")
        } else {
            Diagnostic(
                "dead-link", at: location, excerpt: excerpt,
                "there is no figure at '\(target.text)': its page has no rows for it")
        }
    }
}

/// Writes the addresses of one page, and takes note of what they lead to.
struct PageLinks {
    let page: SiteAddress
    let siteMap: SiteMap
    private(set) var anchorReferences: [AnchorReference] = []
    /// The pages and files that the page leads to.
    private(set) var targets: Set<SiteAddress> = []
    /// Where every question to the map is taken down; nil where nobody wants to know.
    private let log: LinkLog?

    init(page: SiteAddress, siteMap: SiteMap, log: LinkLog? = nil) {
        self.page = page
        self.siteMap = siteMap
        self.log = log
    }

    /// Where a destination leads, by the map of the site.
    func target(of destination: String, source: String? = nil) -> SiteMap.Target {
        let target = siteMap.target(of: destination, on: page, source: source)
        log?.add(LinkQuestion(destination: destination, source: source), target)
        return target
    }

    /// A destination in a Markdown file; a dead one is an error and is written as it stands. One of a scheme
    /// that is not allowed has been dropped with the Markdown.
    mutating func written(
        _ destination: String, at location: SourceLocation, in article: Article,
        reporting diagnostics: inout [Diagnostic]
    ) -> String {
        let found = target(of: destination, at: location, in: article)
        return written(found, destination, at: location, reporting: &diagnostics) {
            article.source.excerpt(at: location)
        } ?? destination
    }

    /// What a destination in a Markdown file leads to. One that names a file counts from the file that it is
    /// written in, also where another includes that; then, like any other, from the page.
    func target(of destination: String, at location: SourceLocation, in article: Article) -> SiteMap.Target {
        if location.path != article.path {
            let part = String(location.path.dropFirst("Content/".count))
            let found = target(of: destination, source: part)
            if case .inside = found { return found }
        }
        return target(of: destination, source: article.contentPath)
    }

    /// A destination in a template; a dead one is an error, one of a scheme that is not allowed a warning,
    /// and both are nil.
    mutating func written(
        _ destination: String, at location: SourceLocation, in template: @autoclosure () -> SourceText?,
        reporting diagnostics: inout [Diagnostic]
    ) -> String? {
        // Looked for where there is a problem alone: most links have none.
        func excerpt() -> String? { template()?.line(location.line) }
        let target = target(of: destination)
        if case .refused(let scheme) = target {
            diagnostics.append(
                Diagnostic(
                    "unsafe-address", at: location, excerpt: excerpt(),
                    "the address '\(destination)' is left out: '\(scheme):' is not an allowed scheme",
                    severity: .warning, notes: ["it stands here on the page '\(page.text)'"],
                    help: "take it out, or allow the scheme under 'links.schemes' in site.yaml"))
            return nil
        }
        return written(target, destination, at: location, reporting: &diagnostics, excerpt: excerpt)
    }

    /// A site address, for links that figures make; nil for one that the site does not have.
    func written(_ destination: String) -> String? {
        switch target(of: destination) {
        case .outside: destination
        case .refused: nil
        case .inside(let address, let query, let fragment):
            siteMap.written(address, on: page) + query + (fragment.map { "#" + $0 } ?? "")
        case .dead: nil
        }
    }

    /// A file that comes with the page's own figures.
    func written(own address: SiteAddress) -> String { siteMap.written(address, on: page) }

    /// - Parameter excerpt: the line that the destination stands on, asked for where it may have to be told
    private mutating func written(
        _ target: SiteMap.Target, _ destination: String, at location: SourceLocation,
        reporting diagnostics: inout [Diagnostic], excerpt: () -> String?
    ) -> String? {
        switch target {
        case .outside: return destination
        case .refused: return nil
        case .inside(let address, let query, let fragment):
            targets.insert(address)
            let anchor = fragment.flatMap { $0.isEmpty ? nil : $0 }
            if anchor != nil || address.text.hasPrefix("/charts/") {
                anchorReferences.append(
                    AnchorReference(
                        target: address, fragment: anchor, location: location, excerpt: excerpt()))
            }
            let suffix = query + (fragment.map { "#" + $0 } ?? "")
            if address == page, destination.hasPrefix("#"), !siteMap.writesWholeAddresses { return suffix }
            return siteMap.written(address, on: page) + suffix
        case .dead(let reason, let help):
            diagnostics.append(
                Diagnostic("dead-link", at: location, excerpt: excerpt(), reason, help: help))
            return nil
        }
    }
}
