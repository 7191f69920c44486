internal import Markup

/// A line through points, left to right.
struct CurvePath {
    struct Place: Hashable {
        var x: Double
        var y: Double
    }

    /// Adds the line through the points; a point alone adds a dot.
    static func append(_ points: ArraySlice<Place>, _ curve: Curve, to path: inout PathData) {
        guard let first = points.first else { return }
        guard points.count > 1 else { return path.dot(first.x, first.y) }
        path.move(first.x, first.y)
        switch curve {
        case .bump: bump(points, to: &path)
        case .linear: linear(points, to: &path)
        case .step: step(points, to: &path)
        case .monotone: monotone(points, to: &path)
        }
    }

    /// Cubics with both control points half way, as d3's `bumpX`; runs at one height become one command.
    private static func bump(_ points: ArraySlice<Place>, to path: inout PathData) {
        var before = points[points.startIndex]
        var isLevel = false
        for point in points.dropFirst() {
            if point.y == before.y {
                isLevel = true
            } else {
                if isLevel { path.horizontal(before.x) }
                isLevel = false
                let middle = (before.x + point.x) / 2
                path.cubic(middle, before.y, middle, point.y, point.x, point.y)
            }
            before = point
        }
        if isLevel { path.horizontal(before.x) }
    }

    private static func linear(_ points: ArraySlice<Place>, to path: inout PathData) {
        var before = points[points.startIndex]
        for point in points.dropFirst() {
            if point.y == before.y { path.horizontal(point.x) } else { path.line(point.x, point.y) }
            before = point
        }
    }

    private static func step(_ points: ArraySlice<Place>, to path: inout PathData) {
        var before = points[points.startIndex]
        for point in points.dropFirst() {
            path.horizontal(point.x)
            if point.y != before.y { path.vertical(point.y) }
            before = point
        }
    }

    /// Cubics whose slopes keep every interval monotone (Steffen 1990), as d3's `monotoneX`.
    private static func monotone(_ points: ArraySlice<Place>, to path: inout PathData) {
        let places = Array(points)
        guard places.count > 2 else { return linear(points, to: &path) }
        let slopes = Self.slopes(places)
        for index in 1..<places.count {
            let (from, to) = (places[index - 1], places[index])
            if from.y == to.y, slopes[index - 1] == 0, slopes[index] == 0 {
                path.horizontal(to.x)
                continue
            }
            let third = (to.x - from.x) / 3
            path.cubic(
                from.x + third, from.y + third * slopes[index - 1], to.x - third,
                to.y - third * slopes[index],
                to.x, to.y)
        }
    }

    private static func slopes(_ places: [Place]) -> [Double] {
        let secants = (1..<places.count).map { index -> Double in
            let width = places[index].x - places[index - 1].x
            return width > 0 ? (places[index].y - places[index - 1].y) / width : 0
        }
        var slopes = Array(repeating: 0.0, count: places.count)
        for index in 1..<(places.count - 1) {
            let (before, after) = (secants[index - 1], secants[index])
            guard before * after > 0 else { continue }
            let (left, right) = (
                places[index].x - places[index - 1].x, places[index + 1].x - places[index].x
            )
            let mean = (before * right + after * left) / (left + right)
            let least = min(before.magnitude, after.magnitude, 0.5 * mean.magnitude)
            slopes[index] = 2 * (before < 0 ? -least : least)
        }
        slopes[0] = (3 * secants[0] - slopes[1]) / 2
        let last = places.count - 1
        slopes[last] = (3 * secants[last - 1] - slopes[last - 1]) / 2
        return slopes
    }
}
