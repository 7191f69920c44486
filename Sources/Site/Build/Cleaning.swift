import Glibc

extension SiteBuild {
    /// Forgets what builds keep to be faster. False where there was nothing.
    package static func forgetCache(of source: String) throws(FileProblem) -> Bool {
        do throws(FileProblem) {
            let state = try Folder.open(source + "/.sitegen", shownAs: ".sitegen")
            guard try state.stamp(of: "cache") != nil else { return false }
            for path in try state.contents(of: "cache") {
                let place = SectionTree.parent(of: path)
                let folder = place.isEmpty ? "cache" : "cache/" + place
                let name = path.split(separator: "/").last.map(String.init) ?? path
                try Folder.open(source + "/.sitegen/" + folder, shownAs: ".sitegen/" + folder).remove(name)
            }
            try state.removeEmptyFolders("cache")
            return true
        } catch {
            if error.number == ENOENT { return false }
            throw error
        }
    }

    /// Takes the published files out of the output folder: those that sitegen wrote, and no other.
    package static func clearOutput(_ options: BuildOptions) throws(OutputFailure) -> OutputSummary {
        try OutputStage.open(options.target).commit()
    }
}
