import Markup
import Testing

@Suite struct PathDataTests {
    @Test func `each command takes the shorter of its two forms`() {
        var path = PathData()
        path.move(100, 200)
        path.horizontal(129.9)
        path.line(140, 9)
        path.dot(169.9, 9)
        #expect(String(decoding: path.bytes, as: UTF8.self) == "M100 200h29.9L140 9m29.9 0h0")
    }

    @Test func `a curve that continues another needs one control point only`() {
        var path = PathData()
        path.move(0, 0)
        path.cubic(10, 0, 10, 30, 20, 30)
        path.cubic(30, 30, 30, 10.5, 40, 10.5)
        #expect(String(decoding: path.bytes, as: UTF8.self) == "M0 0c10 0 10 30 20 30s10-19.5 20-19.5")
    }

    @Test func `what is not finite or huge stays a number`() {
        var path = PathData()
        path.move(.nan, .infinity)
        path.line(1e300, -0.01)
        #expect(String(decoding: path.bytes, as: UTF8.self) == "M0 0L1000000000 0")
    }
}
