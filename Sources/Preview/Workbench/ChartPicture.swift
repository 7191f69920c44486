import Charts

/// The files of one chart's pictures.
enum ChartPicture: String, Sendable, CaseIterable {
    case wide = "wide.svg"
    case small = "small.svg"
    case wideDark = "wide-dark.svg"
    case smallDark = "small-dark.svg"

    func bytes(of chart: Chart) -> [UInt8] {
        chart.standalone(layout, theme: theme)
    }

    private var layout: Layout { self == .wide || self == .wideDark ? .wide : .small }
    private var theme: Theme { self == .wide || self == .small ? .light : .dark }
}
