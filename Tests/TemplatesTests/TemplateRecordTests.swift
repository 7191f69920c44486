import Templates
import Testing

struct TemplateRecordTests {
    @Test func `of a name that is given twice the last value counts`() {
        let record: TemplateRecord = ["title": "old", "title": "new"]
        #expect(record.names.names == ["title"])
        #expect(record["title"] == .text("new"))
    }

    @Test func `merging keeps the order of names and takes the other's values`() {
        let record: TemplateRecord = ["title": "a", "date": .absent]
        let merged = record.merging(["date": "2014-04-28", "tags": []])
        #expect(merged == ["title": "a", "date": "2014-04-28", "tags": []])
    }

    @Test func `a row with too few values is filled with absent ones`() {
        let row = TemplateRecord(names: TemplateNames(["isp", "mbps"]), values: ["Comcast"])
        #expect(row == ["isp": "Comcast", "mbps": .absent])
    }

    @Test func `a name can be known without a value`() {
        var record: TemplateRecord = ["title": "a"]
        record["title"] = nil
        #expect(record["title"] == .absent)
        #expect(record["titel"] == nil)
    }
}
