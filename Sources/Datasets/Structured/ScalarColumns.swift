/// Turns columns that are counted in Unicode scalars, as libyaml counts them, into offsets of bytes.
struct ScalarColumns {
    private static let step = 64
    /// For each line that is not all ASCII, by its number, the offset of every 64th scalar.
    private let checkpoints: [Int: [Int]]

    init(_ bytes: ArraySlice<UInt8>, _ lines: LineIndex) {
        var checkpoints: [Int: [Int]] = [:]
        var index = bytes.startIndex
        while let found = bytes[index...].firstIndex(where: { $0 >= 0x80 }) {
            let line = lines.place(at: found).line
            let start = lines.start(ofLine: line)
            let end = line < lines.count ? lines.start(ofLine: line + 1) : bytes.endIndex
            checkpoints[line] = Self.points(bytes[start..<end])
            index = end
        }
        self.checkpoints = checkpoints
    }

    /// The offset of the scalar at `column`, from 0, of the line that begins at `start`.
    func offset(ofScalar column: Int, line: Int, from start: Int, in bytes: ArraySlice<UInt8>) -> Int {
        guard let points = checkpoints[line], !points.isEmpty else {
            return min(start + column, bytes.endIndex)
        }
        let point = min(column / Self.step, points.count - 1)
        var index = points[point]
        for _ in 0..<(column - point * Self.step) where index < bytes.endIndex {
            index += 1
            while index < bytes.endIndex, bytes[index] & 0xC0 == 0x80 { index += 1 }
        }
        return index
    }

    private static func points(_ line: ArraySlice<UInt8>) -> [Int] {
        var points: [Int] = []
        var count = 0
        for index in line.indices where line[index] & 0xC0 != 0x80 {
            if count % step == 0 { points.append(index) }
            count += 1
        }
        return points
    }
}
