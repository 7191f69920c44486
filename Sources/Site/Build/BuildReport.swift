package import Diagnostics

/// What a build did, for its last line and for its exit status.
package struct BuildReport: Sendable, Codable {
    package var diagnostics: [Diagnostic] = []
    package var pageCount = 0
    package var chartCount = 0
    package var tableCount = 0
    package var datasetCount = 0
    /// Numbers of the text that the data wrote, and those they confirmed or refuted.
    package var factCount = 0
    package var claimCount = 0
    package var holdingClaimCount = 0
    /// Numbers of the text that no fact or claim covers.
    package var unverifiedCount = 0
    /// Pages whose bytes are new or other than in the build before.
    package var renderedCount = 0
    package var skipped: [SkippedPage] = []
    /// The files that are new or other than before, below the output folder; not kept with a report.
    package var writtenPaths: [String] = []

    package init() {}

    /// `Built 1,204 pages, 86 charts and 3 tables from 7 datasets in 0.84 s (312 rendered, 892 unchanged)`
    package func lastLine(seconds: Double) -> String {
        let hundredths = Int((seconds * 100).rounded())
        let fraction = hundredths % 100
        let time = "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s"
        var line = "Built \(counted(pageCount, "page")), \(counted(chartCount, "chart")) and "
        line += "\(counted(tableCount, "table")) from \(counted(datasetCount, "dataset")) in \(time) "
        line += "(\(grouped(renderedCount)) rendered, \(grouped(pageCount - renderedCount)) unchanged)"
        if claimCount > 0 { line += " · \(grouped(holdingClaimCount)) of \(grouped(claimCount)) claims hold" }
        let verified = factCount + holdingClaimCount
        let numbers = factCount + claimCount + unverifiedCount
        if numbers > 0 { line += " · \(grouped(verified)) of \(grouped(numbers)) numbers verified" }
        if !skipped.isEmpty { line += " · skipped \(grouped(skipped.count))" }
        return line
    }
}

/// A page that was left out, and why.
package struct SkippedPage: Sendable, Hashable, Codable {
    package enum Reason: Sendable, Hashable, Codable {
        case draft
        case future(PublicationDate)
        case expired(PublicationDate)

        package var text: String {
            switch self {
            case .draft: "a draft (--drafts builds it)"
            case .future(let date): "dated \(date.iso), which has not come yet (--future builds it)"
            case .expired(let date): "expired on \(date.iso)"
            }
        }
    }

    package let path: String
    package let reason: Reason
    package let title: String
    package let date: PublicationDate?

    /// `skipped Content/a.md: a draft (--drafts builds it)`
    package var line: String { "skipped \(path): \(reason.text)" }
}

/// `1 page`, `1,204 pages`
private func counted(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
}

/// The number with a comma before every three digits.
package func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
        result.append(digit)
    }
    return number < 0 ? "-" + result : result
}
