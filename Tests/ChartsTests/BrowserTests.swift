import Charts
import Foundation
import Testing

private enum Browser {
    static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// An outside judge: where Chromium really puts the words.
@Suite(.disabled(if: Browser.path == nil, "Chromium is not installed")) struct BrowserTests {
    @Test(arguments: ["Inter", "DejaVu Sans"])
    func `no words overlap and none are cut off in a browser`(face: String) throws {
        var page = "<!doctype html><meta charset=utf-8><style>\(Stylesheet.page())"
        page +=
            ":root{--sg-font:'\(face)'}.sg-chart,.sg-small{display:block;max-width:none}.sg-small{width:360px}"
        page += ".sg-wide{width:auto}</style>"
        for golden in GoldenChart.all where golden.specification.type != .sparkline {
            for layout in Layout.allCases {
                page += "<div data-name='\(golden.name) \(layout)'>"
                page += String(decoding: golden.chart.svg(layout), as: UTF8.self).replacing(
                    "id=\"", with: "id=\"\(layout)-"
                ).replacing("href=\"#", with: "href=\"#\(layout)-")
                page += "</div>"
            }
        }
        let measure = try String(contentsOf: Self.measure, encoding: .utf8)
        page += "<pre id=found></pre><script>\(measure)\(Self.script)</script>"
        let found = try render(page)
        #expect(found.hasPrefix("judged ") && !found.hasPrefix("judged 0"), "the page did not run")
        #expect(!found.contains("\n"), "\(face): \(found)")
    }

    /// The measure that the judges of the built site use too.
    private static let measure = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Judges/labels.js")

    /// Holds each chart's labels against each other, and writes what it found.
    private static let script = """
        const found=[];let count=0;
        for(const box of document.querySelectorAll('div')){const svg=box.querySelector('svg');if(!svg)continue;
        const labels=judgeLabels(svg);count+=labels.count;
        found.push(...labels.problems.map(problem=>box.dataset.name+' '+problem))}
        document.getElementById('found').textContent='judged '+count+found.map(line=>'\\n'+line).join('');
        """

    /// What the page's script found.
    private func render(_ page: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "charts-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "page.html")
        try Data(page.utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: Browser.path ?? "")
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile",
            "--dump-dom",
            file.absoluteString,
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let document = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        guard let start = document.range(of: "<pre id=\"found\">"),
            let end = document.range(of: "</pre>", range: start.upperBound..<document.endIndex)
        else { return "" }
        return String(document[start.upperBound..<end.lowerBound])
    }
}
