/// Turns columns that are counted in Unicode scalars, as libyaml counts them, into offsets of bytes.
struct ScalarColumns {
    private static let step = 64
    /// For lines that are not all ASCII, the offset of every 64th scalar.
    private var checkpoints: [Int: [Int]] = [:]
    private var asciiLines: Set<Int> = []

    mutating func offset(ofScalar column: Int, from start: Int, line: Int, in bytes: ArraySlice<UInt8>) -> Int
    {
        if asciiLines.contains(line) { return min(start + column, bytes.endIndex) }
        let points = checkpoints[line] ?? survey(line, from: start, in: bytes)
        guard !points.isEmpty else { return min(start + column, bytes.endIndex) }
        let point = min(column / Self.step, points.count - 1)
        var index = points[point]
        var left = column - point * Self.step
        while left > 0, index < bytes.endIndex {
            index += 1
            while index < bytes.endIndex, bytes[index] & 0xC0 == 0x80 { index += 1 }
            left -= 1
        }
        return index
    }

    private mutating func survey(_ line: Int, from start: Int, in bytes: ArraySlice<UInt8>) -> [Int] {
        var points: [Int] = []
        var count = 0
        var isASCII = true
        var index = start
        while index < bytes.endIndex, bytes[index] != 0x0A, bytes[index] != 0x0D {
            if bytes[index] >= 0x80 { isASCII = false }
            if bytes[index] & 0xC0 != 0x80 {
                if count % Self.step == 0 { points.append(index) }
                count += 1
            }
            index += 1
        }
        if isASCII {
            asciiLines.insert(line)
            return []
        }
        checkpoints[line] = points
        return points
    }
}
