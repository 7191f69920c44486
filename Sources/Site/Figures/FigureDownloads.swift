import Charts
import Datasets

extension Figure {
    /// The bytes of a download; nil for a PNG, which is made of the SVG when the site is written.
    func bytes(of file: FigureFile) -> [UInt8]? {
        switch (file, content) {
        case (.csv, _): rows.csv
        case (.json, _): rows.json
        case (.svg, .chart(let chart)): chart.withoutLinks.standalone()
        case (.svg, .table), (.png, _): nil
        }
    }

    /// Room for the figure in a frame of another page, in pixels: picture, title, caption and closed table.
    var embeddedHeight: Int {
        switch content {
        case .chart(let chart): (height ?? chart.height(.wide) ?? 480) + 240
        case .table(let table): min(800, 220 + 40 * table.shown.count)
        }
    }

    var embeddedWidth: Int { 960 }
}

extension Chart {
    /// A file of its own has no site around it that its links could count from.
    fileprivate var withoutLinks: Chart {
        guard specification.links else { return self }
        var specification = specification
        specification.links = false
        return Chart(specification, data)
    }
}

extension FigurePages {
    /// What a site that shows our figures asks for (oEmbed 1.0): a frame, or for a site that does not know its
    /// own address no more than a title.
    func oEmbed(of entry: FigureCatalogue.Entry) -> [UInt8] {
        let settings = renderer.settings
        var members = [("version", JSONText.quoted("1.0")), ("title", JSONText.quoted(entry.title))]
        members.append(("provider_name", JSONText.quoted(settings.title)))
        if let base = settings.baseURL {
            members.append(("provider_url", JSONText.quoted(base.origin + base.path)))
        }
        if let author = settings.author { members.append(("author_name", JSONText.quoted(author))) }
        if let code = embedCode(of: entry) {
            members.append(("type", JSONText.quoted("rich")))
            members.append(("html", JSONText.quoted(code)))
            members.append(("width", String(entry.figure.embeddedWidth)))
            members.append(("height", String(entry.figure.embeddedHeight)))
        } else {
            members.append(("type", JSONText.quoted("link")))
        }
        let lines = members.map { "  \(JSONText.quoted($0.0)): \($0.1)" }
        return Array(("{\n" + lines.joined(separator: ",\n") + "\n}\n").utf8)
    }
}
