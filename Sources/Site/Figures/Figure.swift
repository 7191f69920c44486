import Charts
import Datasets
import Diagnostics
import Markup

/// A figure with its rows, ready to be written on any page: the one it stands on, its own, and an embedded one.
struct Figure: Sendable {
    enum Content: Sendable {
        /// Links in it are addresses of the site, and become addresses as a page writes them.
        case chart(Chart)
        case table(TableRows)
    }

    enum Kind: String, Sendable, Hashable {
        case chart, table
    }

    /// Unique on the site: `two-peaks`, or `heights/north` for one that is drawn for a row.
    let name: String
    let title: String
    let subtitle: String
    let note: String
    var sources: [FigureFrame.SourceLine]
    private let holding: Holding
    /// The chart as it stands on all of its pages, drawn once for all of them; nil where none was asked for, and for
    /// one with links, which each page writes in its own way.
    private(set) var drawing: Drawing?
    /// How high the wide picture of a chart that is drawn is, in CSS pixels.
    private(set) var height: Int?
    let location: SourceLocation
    let addresses: FigureAddresses
    let format: LanguageFormat
    /// The rows of files that it shows; nil where it shows all that its queries read.
    var shownRows: Set<RowID>?
    /// The rows of tables that it shows.
    var origins: [RowID] = []
    /// The facts of its title and its other words.
    var statements: [Statement] = []

    /// Where its content is.
    private enum Holding: Sendable {
        case inHand(Content)
        /// On a page that an earlier process made, and that is made again for whoever asks.
        case away(Kind, description: String, AbsentFigures)
    }

    init(
        name: String, title: String, subtitle: String, note: String, sources: [FigureFrame.SourceLine],
        content: Content, location: SourceLocation, addresses: FigureAddresses, format: LanguageFormat,
        shownRows: Set<RowID>? = nil, origins: [RowID] = [], statements: [Statement] = []
    ) {
        self.init(
            name: name, title: title, subtitle: subtitle, note: note, sources: sources,
            holding: .inHand(content), location: location, addresses: addresses, format: format,
            shownRows: shownRows, origins: origins, statements: statements)
    }

    private init(
        name: String, title: String, subtitle: String, note: String, sources: [FigureFrame.SourceLine],
        holding: Holding, location: SourceLocation, addresses: FigureAddresses, format: LanguageFormat,
        shownRows: Set<RowID>?, origins: [RowID], statements: [Statement]
    ) {
        self.name = name
        self.title = title
        self.subtitle = subtitle
        self.note = note
        self.sources = sources
        self.holding = holding
        self.location = location
        self.addresses = addresses
        self.format = format
        self.shownRows = shownRows
        self.origins = origins
        self.statements = statements
    }

    var content: Content {
        switch holding {
        case .inHand(let content): content
        case .away(_, _, let absent): absent.content(of: name)
        }
    }

    /// Whether it stands on a page that an earlier process made.
    var isAway: Bool {
        if case .away = holding { true } else { false }
    }

    var kind: Kind {
        switch holding {
        case .inHand(.chart): .chart
        case .inHand(.table): .table
        case .away(let kind, _, _): kind
        }
    }

    /// The anchor on a page.
    var id: String { name.split(separator: "/").joined(separator: "-") }

    /// What it shows, in words; a table speaks for itself.
    var description: String {
        switch holding {
        case .inHand(.chart(let chart)): drawing?.summary ?? chart.summary
        case .inHand(.table): subtitle
        case .away(_, let description, _): description
        }
    }

    /// The same figure with its chart drawn.
    var drawn: Figure {
        guard case .chart(let chart) = content, !chart.specification.links else { return self }
        var figure = self
        let drawing = chart.drawing
        figure.drawing = drawing
        figure.height = drawing.height
        return figure
    }

    /// The figure as it stands on a page, with links to its files and its own page.
    ///
    /// - Parameter number: stands before its title
    func markup(on links: PageLinks, offering files: [FigureFile], number: Markup? = nil) -> Markup {
        var downloads = files.filter(offers).map { file in
            FigureFrame.Download(label: file.label(in: format), href: links.written(own: addresses[file]))
        }
        downloads.append(
            FigureFrame.Download(
                label: format.word("page_and_embed"), href: links.written(own: addresses.page)))
        var frame = frame(downloads)
        frame.number = number
        return frame.markup { write(to: &$0, on: links, isTableOpen: false) }
    }

    /// The figure as it stands on its own page, which has its title and its links elsewhere.
    func bareMarkup(on links: PageLinks) -> Markup {
        var writer = MarkupWriter()
        writer.element("figure", ["class": "sg-figure", "id": "\(id)"]) { writer in
            write(to: &writer, on: links, isTableOpen: true)
            frame([]).writeCaption(to: &writer)
        }
        return writer.markup
    }

    /// The figure for a frame on another page, with one link back to its own.
    ///
    /// - Parameter title: tells it apart from the same figure drawn for other rows
    func embeddedMarkup(titled title: String, on links: PageLinks, siteTitle: String) -> Markup {
        let back = FigureFrame.Download(label: siteTitle, href: links.written(own: addresses.page))
        var frame = frame([back], title: title)
        frame.isWholePage = true
        return frame.markup { write(to: &$0, on: links, isTableOpen: false) }
    }

    func offers(_ file: FigureFile) -> Bool {
        switch file {
        case .csv, .json: true
        case .svg, .png: kind == .chart
        }
    }

    private func frame(_ downloads: [FigureFrame.Download], title: String? = nil) -> FigureFrame {
        FigureFrame(
            id: id, title: title ?? self.title, subtitle: subtitle, note: note, sources: sources,
            credit: credit, downloads: downloads, format: format)
    }

    private var credit: String {
        if case .chart(let chart) = content { chart.specification.credit } else { "" }
    }

    private func write(to writer: inout MarkupWriter, on links: PageLinks, isTableOpen: Bool) {
        switch content {
        case .table(let table): table.write(to: &writer, on: links, id: id)
        case .chart(let chart):
            let drawing = drawing ?? chart.written(on: links).drawing
            writer.append(Markup(trusting: drawing.wide))
            write(small: drawing.small, of: chart.specification, to: &writer)
            writer.element("p", ["class": "sg-summary", "id": "\(id)-summary"], text: drawing.summary)
            writer.element("details", ["class": "sg-data", "open": .flag(isTableOpen)]) { writer in
                writer.element("summary", text: format.word("data_table"))
                drawing.table.write(to: &writer, labelledBy: "\(id)-title")
            }
        }
    }

    /// The picture for narrow pages; a heatmap keeps its cells legible there and scrolls in a box of its own.
    private func write(
        small bytes: [UInt8], of specification: ChartSpecification, to writer: inout MarkupWriter
    ) {
        let picture = Markup(trusting: bytes)
        guard specification.type == .rankHeatmap else { return writer.append(picture) }
        let label = "\(specification.title): \(format.word("picture"))"
        writer.element(
            "div", ["class": "sg-scroll", "tabindex": 0, "role": "region", "aria-label": "\(label)"]
        ) { $0.append(picture) }
    }
}

// MARK: On the disk

extension Figure {
    /// All of it but its content.
    func write(to archive: inout ArchiveWriter) {
        for text in [name, title, subtitle, note] { archive.write(text) }
        archive.write(sources)
        archive.write(kind)
        archive.write(description)
        archive.write(location)
        archive.write(shownRows?.sorted())
        archive.write(origins)
        archive.write(statements)
    }

    /// - Parameters:
    ///   - format: that of the site
    ///   - absent: the figures of its page
    init(
        from archive: inout ArchiveReader, _ format: LanguageFormat, _ absent: AbsentFigures
    ) throws(ArchiveDamage) {
        let name = try archive.read(String.self)
        guard let addresses = FigureAddresses(of: name) else { throw ArchiveDamage() }
        let (title, subtitle) = (try archive.read(String.self), try archive.read(String.self))
        let (note, sources) = (try archive.read(String.self), try archive.read([FigureFrame.SourceLine].self))
        let (kind, description) = (try archive.read(Kind.self), try archive.read(String.self))
        let location = try archive.read(SourceLocation.self)
        let shownRows = try archive.read([RowID]?.self).map { Set($0) }
        let origins = try archive.read([RowID].self)
        self.init(
            name: name, title: title, subtitle: subtitle, note: note, sources: sources,
            holding: .away(kind, description: description, absent), location: location, addresses: addresses,
            format: format, shownRows: shownRows, origins: origins, statements: try archive.read())
    }
}

extension Figure {
    /// Whether two charts are the same but for their places in the sources; of tables, and of charts that would have
    /// to be drawn for it, that is not looked at.
    func looks(like other: Figure) -> Bool {
        guard !isAway, !other.isAway, case .chart(let chart) = content,
            case .chart(let otherChart) = other.content
        else { return false }
        return name == other.name && title == other.title && subtitle == other.subtitle && note == other.note
            && sources == other.sources && shownRows == other.shownRows && origins == other.origins
            && chart.specification == otherChart.specification && chart.data == otherChart.data
    }
}

extension Chart {
    /// The chart with its links as the page writes them, and those that lead nowhere left out.
    fileprivate func written(on links: PageLinks) -> Chart {
        guard specification.links else { return self }
        var data = data
        for index in data.events.indices {
            data.events[index].link = data.events[index].link.flatMap { links.written($0) }
        }
        for index in data.series.indices {
            data.series[index].link = data.series[index].link.flatMap { links.written($0) }
        }
        return Chart(specification, data)
    }
}
