import Testing

@testable import Charts

@Suite struct LabelTests {
    @Test(arguments: GoldenChart.all, Layout.allCases)
    func `no two labels overlap and none leaves the picture`(golden: GoldenChart, layout: Layout) {
        let boxes = golden.chart.boxes(layout)
        guard let sheet = boxes.first else { return }
        let words = boxes.filter { $0.role != .plot && $0.role != .node && !$0.text.isEmpty }
        for (index, box) in words.enumerated() {
            #expect(
                box.x >= -0.5 && box.x + box.width <= sheet.width + 0.5, "\(golden.name) \(layout): \(box)")
            #expect(box.y >= -1 && box.y + box.height <= sheet.height + 1, "\(golden.name) \(layout): \(box)")
            for other in words[..<index] {
                let inner = Box(
                    other.role, "", x: other.x, y: other.y + 1.5, width: other.width, height: other.height - 3
                )
                #expect(!box.overlaps(inner), "\(golden.name) \(layout): '\(box.text)' over '\(other.text)'")
            }
        }
    }

    @Test(arguments: [
        ([10.0, 20, 30], [10.0, 20, 30]), ([10, 10], [5, 15]), ([10, 12, 14], [2, 12, 22]),
        ([0, 0, 0], [0, 10, 20]),
        ([100, 100], [90, 100]), ([], []), ([500], [100]),
    ])
    func `labels move as little as can be and keep their order`(desired: [Double], expected: [Double]) {
        let centres = GutterLayout.centres(desired: desired, separation: 10, within: 0...100)
        #expect(centres.map { ($0 * 1000).rounded() / 1000 } == expected)
    }

    @Test func `labels that cannot fit are spread evenly`() {
        #expect(GutterLayout.centres(desired: [5, 5, 5], separation: 20, within: 0...20) == [0, 10, 20])
    }

    @Test(arguments: [
        ("Comcast", 50.4), ("1", 5.6), ("中华", 24.0), ("e\u{301}", 7.0), ("", 0),
    ])
    func `text is as wide as Inter makes it`(text: String, width: Double) {
        #expect((Lettering(size: 12).width(of: text) - width).magnitude < 0.6)
    }

    @Test func `text is cut between characters`() {
        let cut = Lettering(size: 12).shortened("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", to: 200)
        #expect(cut == "👩‍👩‍👧‍👦👩‍👩‍👧‍👦…")
    }
}
