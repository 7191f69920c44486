import Diagnostics

/// The problems that a change of Output can meet, in the words of whoever builds the site.
struct OutputProblems: Sendable {
    /// How messages name Output.
    var shown: String

    /// Nil where the file may be put, as far as its own place is concerned.
    func conflict(_ path: SitePath, _ standing: OutputTree.Standing, adopts: Bool) -> Diagnostic? {
        switch standing {
        case .foreign where !adopts:
            Diagnostic(
                "output-foreign-file", at: place(path),
                "sitegen did not write this file, and the site would overwrite it",
                help: "move it away, or let the site take it over with --adopt")
        case .edited where !adopts:
            Diagnostic(
                "output-edited-file", at: place(path),
                "this file was changed since sitegen wrote it, and the site would overwrite it",
                notes: ["what is published comes from the site's sources only"],
                help: "put the change into the sources, then build with --adopt")
        case .behindLink(let link):
            Diagnostic(
                "output-symbolic-link", at: place(link),
                "this folder of the output is a symbolic link, and nothing is written through it",
                notes: ["'\(path.text)' would stand in it"], help: "put a folder in its place",
                failing: .surroundings)
        default: nil
        }
    }

    func folderInTheWay(_ path: SitePath, holding foreign: String) -> Diagnostic {
        Diagnostic(
            "output-folder-in-the-way", at: place(path),
            "a folder stands where a file of the site is to stand",
            notes: ["sitegen did not write '\(foreign)' in it, or it was changed since"],
            help: "move the folder away")
    }

    func fileInTheWay(_ path: SitePath, of file: SitePath) -> Diagnostic {
        Diagnostic(
            "output-file-in-the-way", at: place(path),
            "a file stands where a folder of the site is to stand",
            notes: ["'\(file.text)' would stand in that folder"], help: "move the file away")
    }

    func collision(_ path: SitePath, _ other: SitePath) -> Diagnostic {
        Diagnostic(
            "output-collision", at: place(path),
            path == other
                ? "two files of the site have this address"
                : "this address and '\(other.text)' are one file on many systems",
            notes: path == other ? [] : ["they differ by letter case or the spelling of accents only"],
            help: "give one of them another address")
    }

    func nested(_ path: SitePath, in file: SitePath) -> Diagnostic {
        Diagnostic(
            "output-collision", at: place(path),
            "this file cannot stand in '\(file.text)', which is a file of the site too",
            help: "give one of them another address")
    }

    func kept(_ path: SitePath) -> Diagnostic {
        Diagnostic(
            "output-edited-kept", at: place(path),
            "the site has this file no more, but it was changed since sitegen wrote it, and is left alone",
            severity: .warning, help: "remove it if nobody needs it")
    }

    var damagedManifest: Diagnostic {
        Diagnostic(
            "manifest-damaged", at: SourceLocation(path: shown),
            "what sitegen wrote down about this folder cannot be read, so nothing in it is removed",
            severity: .warning, notes: ["files that are as the site would write them are taken as its own"],
            help: "take over the others with --adopt, and remove by hand what the site has no more")
    }

    var damagedJournal: Diagnostic {
        Diagnostic(
            "journal-damaged", at: SourceLocation(path: shown),
            "an interrupted build cannot be completed, because its journal cannot be read",
            severity: .warning, help: "if files are reported as changed by hand, build with --adopt")
    }

    var completed: Diagnostic {
        Diagnostic(
            "build-completed", at: SourceLocation(path: shown),
            "an earlier build was interrupted here; its change was completed first", severity: .note)
    }

    var notAFolder: Diagnostic {
        Diagnostic(
            "output-not-a-folder", at: SourceLocation(path: shown),
            "the output cannot be written here: this is a file", help: "choose a folder with --output")
    }

    var holdsSource: Diagnostic {
        Diagnostic(
            "output-holds-source", at: SourceLocation(path: shown),
            "the output cannot be the site's own folder, one above it, or '.sitegen'",
            help: "choose a folder of its own with --output")
    }

    private func place(_ path: SitePath) -> SourceLocation {
        SourceLocation(path: shown + "/" + path.text)
    }
}
