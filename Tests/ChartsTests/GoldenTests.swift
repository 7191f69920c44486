import Charts
import Foundation
import FoundationXML
import Testing

/// Pictures beside their tests, byte for byte. `RECORD_GOLDEN=1 swift test --filter Golden` writes them anew.
@Suite struct GoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

    @Test(arguments: GoldenChart.all)
    func `the picture is the one that was looked at`(golden: GoldenChart) throws {
        for form in golden.forms {
            let file = Self.folder.appending(path: "\(golden.name)-\(form.rawValue).svg")
            let picture = Data(golden.picture(form))
            if Self.isRecording {
                try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
                try picture.write(to: file)
            }
            let recorded = try Data(contentsOf: file)
            #expect(picture == recorded, "\(file.lastPathComponent) differs; look at it and record it anew")
        }
    }

    @Test func `there is a picture for every type and at least forty in all`() {
        #expect(Set(GoldenChart.all.map(\.specification.type)) == Set(ChartType.allCases))
        #expect(GoldenChart.all.reduce(0) { $0 + $1.forms.count } >= 40)
        #expect(Set(GoldenChart.all.map(\.name)).count == GoldenChart.all.count)
    }

    @Test(arguments: GoldenChart.all)
    func `every picture is well-formed, holds no strange number and names only its own ids`(
        golden: GoldenChart
    ) {
        for form in golden.forms {
            let picture = golden.picture(form)
            let reader = PictureReader()
            let parser = XMLParser(data: Data(picture))
            parser.delegate = reader
            #expect(parser.parse(), "\(golden.name) \(form): \(parser.parserError.map { "\($0)" } ?? "")")
            #expect(!reader.numbers.contains { $0.contains("nan") || $0.contains("inf") || $0.contains("e") })
            #expect(Set(reader.references).isSubset(of: reader.ids))
            #expect(Set(reader.ids).count == reader.ids.count)
            #expect(!reader.elements.contains("script"))
        }
    }
}

/// Collects what the tests ask of a picture.
private final class PictureReader: NSObject, XMLParserDelegate {
    var elements: Set<String> = []
    var numbers: [String] = []
    var ids: [String] = []
    var references: [String] = []

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.insert(element)
        for key in ["d", "x", "y", "width", "height", "viewBox", "font-size", "stroke-width"] {
            if let value = attributes[key] { numbers.append(value.lowercased()) }
        }
        if let id = attributes["id"] { ids.append(id) }
        if let link = attributes["href"], link.hasPrefix("#") { references.append(String(link.dropFirst())) }
    }
}
