import Charts
import Markup

/// Filters that show a picture as people see it who lack one kind of cone.
enum VisionFilters {
    static var markup: Markup {
        var writer = MarkupWriter()
        writer.element("svg", ["class": "filters", "aria-hidden": "true", "width": 0, "height": 0]) { svg in
            for vision in ColorVision.allCases where vision != .normal {
                // Without 'color-interpolation-filters' the matrix is applied to linear light, as it was measured.
                svg.element("filter", ["id": "\(vision.rawValue)"]) { filter in
                    filter.element(
                        "feColorMatrix", ["type": "matrix", "values": "\(values(of: vision))"], text: "")
                }
            }
        }
        return writer.markup
    }

    private static func values(of vision: ColorVision) -> String {
        let matrix = vision.matrix
        return (0..<3).map { row in
            let numbers = matrix[row * 3..<row * 3 + 3].map { String($0) }
            return (numbers + ["0", "0"]).joined(separator: " ")
        }.joined(separator: " ") + " 0 0 0 1 0"
    }
}
