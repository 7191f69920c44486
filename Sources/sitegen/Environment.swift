import Foundation
import Site

/// What the command line takes from the environment; nothing below it looks there.
struct Environment {
    private let variables: [String: String]

    init(_ variables: [String: String] = ProcessInfo.processInfo.environment) {
        self.variables = variables
    }

    /// `SITEGEN_BASE_URL`
    var baseURL: String? { variables["SITEGEN_BASE_URL"].flatMap { $0.isEmpty ? nil : $0 } }

    /// `SITEGEN_LANGUAGE` and the like, for any other key of site.yaml.
    var overrides: SettingOverrides { SettingOverrides(environment: variables) }

    /// `SOURCE_DATE_EPOCH`, in seconds since 1970.
    var sourceDateEpoch: Int? { variables["SOURCE_DATE_EPOCH"].flatMap(Int.init) }

    /// Now, in seconds since 1970, or what is to be taken for now: the one place where the clock is read.
    var moment: Int { sourceDateEpoch ?? Int(Date().timeIntervalSince1970) }

    /// The day in UTC that tells which pages are still to come.
    var today: PublicationDate { PublicationDate(secondsSince1970: moment) }

    /// `PATH`, in which programs are looked for.
    var searchPath: String { variables["PATH"] ?? "" }

    var isGitHubActions: Bool { variables["GITHUB_ACTIONS"] == "true" }

    /// Whether somebody watches standard error on a terminal that can take a line back.
    var showsProgress: Bool {
        StandardStream.error.isTerminal && variables["TERM"] != "dumb" && !isGitHubActions
    }

    /// Colour on a terminal, unless `NO_COLOR` says otherwise; anywhere with `CLICOLOR_FORCE`.
    func allowsColor(on stream: StandardStream) -> Bool {
        if let no = variables["NO_COLOR"], !no.isEmpty { return false }
        if let force = variables["CLICOLOR_FORCE"], force != "0" { return true }
        return stream.isTerminal
    }
}
