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
        page += "<pre id=found></pre><script>\(Self.script)</script>"
        let found = try render(page)
        #expect(found.hasPrefix("judged "), "the page did not run")
        #expect(!found.contains("\n"), "\(face): \(found)")
    }

    /// Lists every pair of overlapping texts, allowing 2 px of line height and 1 px of width, and every cut one.
    private static let script = """
        const out=[];let count=0;
        for(const box of document.querySelectorAll('div')){const svg=box.querySelector('svg');if(!svg)continue;
        const frame=svg.getBoundingClientRect();const texts=[...svg.querySelectorAll('text')].filter(t=>t.textContent.trim());
        const rects=texts.map(t=>t.getBoundingClientRect());count+=rects.length;
        rects.forEach((r,i)=>{if(r.left<frame.left-1||r.right>frame.right+1||r.top<frame.top-3||r.bottom>frame.bottom+3)
        out.push(box.dataset.name+' cut: '+texts[i].textContent);
        for(let j=0;j<i;j++){const q=rects[j];const dy=Math.min(r.bottom,q.bottom)-Math.max(r.top,q.top);
        const dx=Math.min(r.right,q.right)-Math.max(r.left,q.left);
        if(dx>1&&dy>Math.min(r.height,q.height)*.35)out.push(box.dataset.name+' overlap: '+texts[i].textContent+' | '+texts[j].textContent)}})}
        document.getElementById('found').textContent='judged '+count+out.map(o=>'\\n'+o).join('');
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
