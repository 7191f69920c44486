/// How a colour is seen: by most people, or with one kind of cone missing.
public enum ColorVision: String, Sendable, Hashable, CaseIterable {
    case normal, protanopia, deuteranopia, tritanopia

    /// Three rows of three, on linear RGB, at full severity (Machado, Oliveira and Fernandes 2009, table 1).
    public var matrix: [Double] {
        switch self {
        case .normal: [1, 0, 0, 0, 1, 0, 0, 0, 1]
        case .protanopia:
            [
                0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
                1.051998,
            ]
        case .deuteranopia:
            [
                0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
                0.968881,
            ]
        case .tritanopia:
            [
                1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
                0.303900,
            ]
        }
    }
}

extension Color {
    /// Distance of two colours in OKLab, times 100; about 2 is a difference one just sees.
    public func distance(to other: Color, seenWith vision: ColorVision = .normal) -> Double {
        let (left, right) = (perceived(with: vision), other.perceived(with: vision))
        let squares = zip(left, right).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        return squares.squareRoot() * 100
    }

    /// Lightness, green to red and blue to yellow in OKLab (Ottosson 2020).
    private func perceived(with vision: ColorVision) -> [Double] {
        let linear = [Self.linear(red), Self.linear(green), Self.linear(blue)]
        let seen = Self.product(vision.matrix, linear).map { min(max($0, 0), 1) }
        let cones = Self.product(Self.toCones, seen).map(Self.cubeRoot)
        return Self.product(Self.toLab, cones)
    }

    private static func product(_ matrix: [Double], _ vector: [Double]) -> [Double] {
        (0..<3).map { row in (0..<3).reduce(0) { $0 + matrix[row * 3 + $1] * vector[$1] } }
    }

    /// By Newton's method, so that no libm decides about a colour.
    private static func cubeRoot(_ number: Double) -> Double {
        guard number > 1e-12 else { return 0 }
        var root = 0.5 + number / 2
        for _ in 0..<60 { root = (2 * root + number / (root * root)) / 3 }
        return root
    }

    private static let toCones = [
        0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619,
        0.2817188376, 0.6299787005,
    ]
    private static let toLab = [
        0.2104542553, 0.7936177850, -0.0040720468, 1.9779984951, -2.4285922050, 0.4505937099, 0.0259040371,
        0.7827717662, -0.8086757660,
    ]
}

extension Palette {
    /// For each two slots the least distance of their colours, over both themes and every kind of vision.
    public var distances: [[Double]] {
        pairs.map { left in
            pairs.map { right in
                var least = Double.infinity
                for vision in ColorVision.allCases {
                    least = min(least, left.light.distance(to: right.light, seenWith: vision))
                    least = min(least, left.dark.distance(to: right.dark, seenWith: vision))
                }
                return least
            }
        }
    }

    static let standardDistances = standard.distances
}
