import Diagnostics

/// Every figure of the site once, with the pages that it stands on.
struct FigureCatalogue: Sendable {
    struct Entry: Sendable {
        let figure: Figure
        /// In the order of their addresses.
        var pages: [PagePlan]

        /// The title, told apart from those of the same figure drawn for other rows.
        var title: String {
            guard figure.name.contains("/"), let page = pages.first?.title, !figure.title.contains(page)
            else { return figure.title }
            return "\(page): \(figure.title)"
        }
    }

    /// Ordered by name.
    let entries: [Entry]
    /// The names of those that stand on several pages and are the same on all of them.
    let agreed: Set<String>

    /// Two different figures of one name are an error; the same one on several pages is not.
    ///
    /// - Parameter known: the names on which an earlier build found its pages agreed
    init(
        _ pages: [RenderedPage], agreed known: Set<String> = [], reporting diagnostics: inout [Diagnostic]
    ) {
        var entries: [String: Entry] = [:]
        var made: Set<String> = []
        var agreed: Set<String> = []
        var disagreed: Set<String> = []
        for page in pages {
            for figure in page.figures {
                if !page.isReused { made.insert(figure.name) }
                guard let other = entries[figure.name]?.figure else {
                    entries[figure.name] = Entry(figure: figure, pages: [page.plan])
                    continue
                }
                entries[figure.name]?.pages.append(page.plan)
                let isKnown = known.contains(figure.name) && !made.contains(figure.name)
                if isKnown || other.isSame(as: figure) {
                    agreed.insert(figure.name)
                    continue
                }
                disagreed.insert(figure.name)
                diagnostics.append(
                    Diagnostic(
                        "address-taken", at: figure.location,
                        "another figure has the name '\(figure.name)'",
                        notes: [
                            "it stands at \(other.location.description)",
                            "figures are named after their titles unless they have a 'name'",
                        ], help: "give one of them another 'name'"))
            }
        }
        self.entries = entries.values.sorted { $0.figure.name < $1.figure.name }
        self.agreed = agreed.subtracting(disagreed)
    }

    /// The addresses that figures will have, known before any is drawn.
    static func promised(
        _ pages: [PagePlan], named: [String: FigureDefinition], inTemplate: (String) -> [String]
    ) -> Set<SiteAddress> {
        var names: Set<String> = []
        let inTemplates = Dictionary(
            Set(pages.map(\.template)).map { template in
                (template, inTemplate(template).filter { named[$0] != nil })
            }
        ) { first, _ in first }
        for page in pages {
            for figure in page.article?.face.figures ?? [] {
                switch figure {
                case .own(let name): names.insert(name)
                case .named(let name): names.insert(page.figureName(name))
                }
            }
            for name in inTemplates[page.template] ?? [] { names.insert(page.figureName(name)) }
        }
        guard !names.isEmpty else { return [] }
        let addresses = names.compactMap { FigureAddresses(of: $0) }.flatMap(\.all)
        return Set(addresses).union(FigureAddresses.index.map { [$0] } ?? [])
    }
}

extension Figure {
    /// Whether two figures show the same rows in the same way.
    fileprivate func isSame(as other: Figure) -> Bool {
        kind == other.kind && title == other.title && bytes(of: .csv) == other.bytes(of: .csv)
            && bytes(of: .svg) == other.bytes(of: .svg)
    }
}

extension PagePlan {
    /// What a figure of `Content/charts/` is called on this page: `heights/north` for one with a row.
    func figureName(_ name: String) -> String { rowName.map { "\(name)/\($0)" } ?? name }

    /// The last part of the address of a row's page, by which its figures are told apart.
    private var rowName: String? {
        guard case .row = kind else { return nil }
        return address.text.split(separator: "/").last.map(String.init)
    }
}
