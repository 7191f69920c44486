/// What a build is asked to do, apart from what the site's own files say.
package struct BuildOptions: Sendable {
    /// The folder that holds `Content/` and `Templates/`.
    package var source: String
    /// Where the site is written; `Output` in the source folder unless something else is said.
    package var output: String
    /// Takes the place of `base_url` in site.yaml.
    package var baseURL: String?
    /// What takes the place of other keys of site.yaml.
    package var overrides = SettingOverrides()
    package var includesDrafts = false
    package var includesFuture = false
    /// Take over files in the output folder that sitegen did not write.
    package var adopts = false
    /// Wait for another build's lock instead of giving up.
    package var waits = false
    /// Build everything anew, whatever is kept of the last build.
    package var ignoresCache = false
    /// The process ends with the build, so that what was built need not be taken apart value by value.
    package var endsProcess = false
    /// For whom to keep what the next build can take over.
    var remembering = Remembering.nobody
    var staleness = Staleness()
    /// Whether texts are given up when their pages are made, and read again by the few that ask for them then.
    var putsTextsAway = true
    /// Takes down how long everything takes, where somebody asks.
    package var timings: Timings?
    /// What makes PNG pictures of the charts.
    package var pictures = PictureMaker.none
    /// The day that decides which pages are future or expired: from `SOURCE_DATE_EPOCH` or the caller's clock.
    package var today: PublicationDate
    /// The moment it is taken from, in seconds since 1970, for sites with a time zone of their own.
    package var moment: Int?

    package init(source: String, output: String? = nil, today: PublicationDate) {
        self.source = source
        self.output = output ?? source + "/Output"
        self.today = today
    }
}

extension BuildOptions {
    enum Remembering: Sendable {
        case nobody
        /// For the next build of the same process, which finds all of it in memory.
        case thisProcess
        /// For the next process, which finds texts and pages on the disk.
        case nextProcess
    }

    /// What can be downloaded beside a figure.
    var figureFiles: [FigureFile] {
        guard case .program = pictures else { return [.csv, .json, .svg] }
        return FigureFile.allCases
    }
}
