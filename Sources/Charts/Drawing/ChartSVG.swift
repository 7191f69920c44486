internal import Markup

extension Chart {
    /// The picture for the inside of a page, where `NAME-title` names and `NAME-summary` describes it.
    public func svg(_ layout: Layout) -> [UInt8] { svg(layout, of: picture(layout)) }

    func svg(_ layout: Layout, of picture: (any Picture)?) -> [UInt8] {
        if specification.type == .sparkline, specification.facet == .none {
            return layout == .wide ? sparkline : []
        }
        guard let picture else { return [] }
        var sheet = Sheet(data.palette, theme: .light, recordsBoxes: false)
        sheet.writer.append(literal: "<svg xmlns=\"http://www.w3.org/2000/svg\"")
        sheet.writer.attribute("class", "sg-chart sg-\(specification.type.rawValue) sg-\(layout.rawValue)")
        let (width, height) = (Int(picture.width.rounded(.up)), Int(picture.height.rounded(.up)))
        sheet.writer.attribute("viewBox", "0 0 \(width) \(height)")
        openRoot(width: width, height: height, on: &sheet)
        let name = idName
        sheet.writer.attribute("aria-labelledby", name + "-title")
        sheet.writer.attribute("aria-describedby", name + "-summary")
        sheet.writer.append(literal: ">")
        drawBody(picture, on: &sheet)
        sheet.writer.append(literal: "</svg>")
        return sheet.writer.markup.bytes
    }

    /// Where labels, nodes and the plot stand.
    public func boxes(_ layout: Layout) -> [Box] {
        guard let picture = picture(layout) else { return [] }
        var sheet = Sheet(data.palette, theme: .light, recordsBoxes: true)
        sheet.record(Box(.plot, "", x: 0, y: 0, width: picture.width, height: picture.height))
        drawBody(picture, on: &sheet)
        return sheet.boxes
    }

    /// The specification's name as it stands in ids.
    var idName: String { String(specification.name.map { $0 == "/" ? "-" : $0 }) }

    func picture(_ layout: Layout) -> (any Picture)? {
        if isEmpty { return EmptyPicture(self, layout) }
        guard specification.facet == .none else { return multiples(layout) }
        return switch specification.type {
        case .rank: RankPicture(self, layout)
        case .line: LinePicture(self, layout)
        case .bar: BarPicture(self, layout)
        case .slope: SlopePicture(self, layout)
        case .timeline: TimelinePicture(self, layout)
        case .rankHeatmap: HeatmapPicture(self, layout)
        case .effect: EffectPicture(self, layout)
        case .sparkline: nil
        }
    }

    /// Lines share their panels' background; other pictures are drawn one by one.
    private func multiples(_ layout: Layout) -> any Picture {
        switch specification.type {
        case .rank, .line, .slope, .effect, .sparkline: FacetPicture(self, layout)
        case .bar, .rankHeatmap, .timeline: FacetStack(self, layout)
        }
    }

    /// The first series as a sparkline.
    private var sparkline: [UInt8] {
        let measuresRanks = specification.measure == .rank
        let values: [Double?] = standings.periods.map { column in
            guard !standings.entities.isEmpty else { return nil }
            let cell = standings[0, column]
            return measuresRanks ? (cell.hasRank ? cell.rank : nil) : (cell.hasValue ? cell.value : nil)
        }
        return Sparkline(
            values, isInverted: measuresRanks, slot: slots.first ?? nil, palette: data.palette
        ).svg
    }

    func drawBody(_ picture: any Picture, on sheet: inout Sheet) {
        sheet.writer.append(literal: "<g aria-hidden=\"true\">")
        picture.draw(on: &sheet)
        sheet.writer.append(literal: "</g>")
        if hasLinks { picture.drawLinks(on: &sheet) }
    }

    /// Attributes of the root that the inline picture and the file share.
    func openRoot(width: Int, height: Int, on sheet: inout Sheet) {
        sheet.writer.attribute("width", "\(width)")
        sheet.writer.attribute("height", "\(height)")
        if hasLinks {
            sheet.writer.attribute("role", "graphics-document")
            sheet.writer.attribute(
                "aria-roledescription",
                "\(specification.type.rawValue.map { $0 == "_" ? " " : String($0) }.joined()) chart")
        } else {
            sheet.writer.attribute("role", "img")
        }
        sheet.writer.append(literal: " font-family=\"Inter,system-ui,sans-serif\"")
        sheet.writer.append(literal: " font-size=\"12\"")
    }
}
