import Claims
import Foundation
import Testing

/// The page that tells authors what claims accept, held against the reader of claims.
@Suite struct `The page on how figures are written` {
    private struct Row {
        let text: String
        let value: ClaimValue
        let outcome: String
    }

    private func rows() throws -> [Row] {
        let page = try String(contentsOf: repository.appending(path: "Content/writing.md"), encoding: .utf8)
        return page.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: [" ", "`"]) }
            guard line.hasPrefix("|"), cells.count == 3, let number = Double(cells[1]) else { return nil }
            return Row(text: cells[0], value: .real(number), outcome: cells[2])
        }
    }

    @Test func `every example comes out as the table says`() throws {
        let rows = try rows()
        #expect(rows.count >= 25)
        for row in rows {
            let outcome =
                switch Phrase(reading: row.text).holds(for: row.value).outcome {
                case .holds: "holds"
                case .fails: "fails"
                case .unreadable: "refused"
                }
            #expect(outcome == row.outcome, "\(row.text) for \(row.value.description)")
        }
    }
}

/// The folder of this repository.
let repository = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
