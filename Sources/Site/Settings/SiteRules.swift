import Datasets
import Diagnostics
import Foundation

/// What a site asks of the program and of its own pages: the version it was written for, the zone its days
/// are in, what browsers may load, and how heavy pages may be.
struct SiteRules: Sendable {
    /// The zone in which a day begins, for pages that are still to come; UTC where nil.
    var timeZone: TimeZone?
    /// The policy that every page carries in a `meta` element.
    var contentSecurityPolicy: String?
    /// The most that one page may have, in kilobytes of 1,024 bytes.
    var htmlBudget: Int?
    /// The most that all scripts together may have.
    var scriptBudget: Int?

    mutating func read(_ keys: inout KeyedReader) {
        readRequirement(&keys)
        if let name = keys.text("time_zone") {
            timeZone = TimeZone(identifier: name)
            if timeZone == nil {
                keys.report(
                    "time-zone", at: keys.valueLocation(of: "time_zone"), "there is no time zone '\(name)'",
                    help: "write it like Europe/Berlin, or UTC")
            }
        }
        contentSecurityPolicy = keys.text("csp")
        keys.mapping("budgets") { budgets in
            htmlBudget = budgets.integer("html_kb", in: 1...65_536)
            scriptBudget = budgets.integer("js_kb", in: 0...65_536)
        }
    }

    /// A site that was written for a later version may use what this one does not know.
    private func readRequirement(_ keys: inout KeyedReader) {
        guard let text = keys.text("requires") else { return }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count <= 3, let wanted = parts as? [Int] else {
            keys.report(
                "requires", at: keys.valueLocation(of: "requires"), "'\(text)' is no version",
                help: "write it like \(programVersion)")
            return
        }
        let present = programVersion.split(separator: ".").compactMap { Int($0) }
        guard present.lexicographicallyPrecedes(wanted) else { return }
        keys.report(
            "requires", at: keys.valueLocation(of: "requires"),
            "this site was written for sitegen \(text), and this is \(programVersion)",
            help: "install sitegen \(text) or a later one")
    }

    /// The day in the site's zone at a moment in seconds since 1970.
    func day(at moment: Int) -> PublicationDate {
        let date = Date(timeIntervalSince1970: Double(moment))
        return PublicationDate(secondsSince1970: moment + (timeZone?.secondsFromGMT(for: date) ?? 0))
    }

    /// Pages and scripts that are heavier than the site allows.
    func overruns(_ pages: [RenderedPage], _ assets: [AssetCatalogue.File]) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if let htmlBudget {
            problems = pages.filter { $0.content.count > htmlBudget * 1_024 }.map { page in
                Self.overrun(
                    "the page '\(page.plan.address.text)' has", page.content.count, htmlBudget, "html_kb",
                    at: page.plan.location)
            }
        }
        let scripts = assets.filter { $0.address.text.hasSuffix(".js") }
        let size = scripts.reduce(0) { $0 + $1.bytes.count }
        if let scriptBudget, size > scriptBudget * 1_024 {
            let place = scripts.max { $0.bytes.count < $1.bytes.count }?.path
            problems.append(
                Self.overrun(
                    "the scripts have", size, scriptBudget, "js_kb",
                    at: place.map { SourceLocation(path: $0) }))
        }
        return problems
    }

    private static func overrun(
        _ what: String, _ bytes: Int, _ budget: Int, _ key: String, at location: SourceLocation?
    ) -> Diagnostic {
        Diagnostic(
            "over-budget", at: location,
            "\(what) \(grouped((bytes + 1_023) / 1_024)) kB, more than \(grouped(budget))",
            severity: .warning, notes: ["'budgets.\(key)' in site.yaml says how much there may be"],
            help: "make it lighter, or raise the budget")
    }
}

/// The version of this program, with which sites compare the one they were written for.
package let programVersion = "0.1.0"
