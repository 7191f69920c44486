import Foundation

/// What a finished build leaves behind, so that another one with nothing to do need not do it.
struct KeptBuild: Codable {
    /// Of everything that the build was made from.
    var inputs: String
    /// The source files that stand in `inputs` by their bytes, because their stamps were too young to tell.
    var unsettled: [String]
    /// The site's zone, which decides on which day it is built.
    var zone: TimeZone?
    /// Of the stamps of what it published, and of the list of that.
    var outputs: String
    /// Of the program and what it was asked, and of the file in which its texts and pages are kept.
    var occasion: String?
    var pages: String?
    /// The published files, below Output, a line each.
    private var lines: ArraySlice<UInt8> = []
    var report: BuildReport
    /// Why pages were made anew: by the reason, in words, their addresses, a line each; nil where no page was taken
    /// over.
    private var made: [String: String]?

    /// All but the paths, of which there may be very many.
    private enum CodingKeys: CodingKey {
        case inputs, unsettled, zone, outputs, occasion, pages, report, made
    }

    /// A line of JSON, and one for each of the paths.
    var bytes: [UInt8]? {
        guard let json = try? JSONEncoder().encode(self) else { return nil }
        var bytes = Array(json)
        bytes.append(.lineFeed)
        return SealedBytes.sealed(bytes + lines)
    }

    init?(_ bytes: [UInt8]) {
        guard let bytes = SealedBytes.opened(bytes) else { return nil }
        let end = bytes.firstIndex(of: .lineFeed) ?? bytes.endIndex
        guard let kept = try? JSONDecoder().decode(KeptBuild.self, from: Data(bytes[..<end])) else {
            return nil
        }
        self = kept
        lines = bytes[end...].dropFirst()
    }

    init(
        inputs: SHA256, unsettled: Set<String>, rules: SiteRules, outputs: SHA256, paths: [SitePath],
        report: BuildReport
    ) {
        self.inputs = inputs.hex
        self.unsettled = unsettled.sorted()
        zone = rules.timeZone
        self.outputs = outputs.hex
        lines = Array(paths.map(\.text).joined(separator: "\n").utf8)[...]
        self.report = report
    }

    /// Takes down why the pages of the build were made.
    mutating func note(_ pages: [RenderedPage]) {
        guard pages.contains(where: \.isReused) else { return }
        let made = pages.compactMap { page in page.reason.map { ($0.words, page.plan.address.text) } }
        self.made = Dictionary(grouping: made, by: \.0).mapValues { $0.map(\.1).joined(separator: "\n") }
    }

    /// What became of a page in the build, in words; nil of one that it did not make.
    func fate(of page: SiteAddress) -> String? {
        guard paths.contains(page.file) else { return nil }
        guard let made else { return "made with all other pages" }
        let reason = made.first { $0.value.split(separator: "\n").contains(page.text[...]) }?.key
        return reason.map { "made anew: \($0)" } ?? "taken over from the build before"
    }
}

extension KeptBuild {
    var paths: [SitePath] {
        lines.split(separator: .lineFeed).compactMap { line in
            String(validating: line, as: UTF8.self).flatMap { try? SitePath($0) }
        }
    }

    /// The day on which the same site would be built now.
    func day(_ options: BuildOptions) -> PublicationDate {
        var rules = SiteRules()
        rules.timeZone = zone
        return rules.day(options)
    }
}

extension SiteRules {
    /// The day on which a site is built.
    func day(_ options: BuildOptions) -> PublicationDate { options.moment.map(day(at:)) ?? options.today }
}
