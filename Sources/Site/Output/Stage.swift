import Glibc

/// Where new files wait before they are renamed into Output; it has to be in one file system with it.
enum StagePlace: String, Sendable, Hashable, CaseIterable {
    /// In `.sitegen/stage`.
    case state
    /// In a hidden folder beside Output.
    case beside
    /// In a hidden folder in Output, where nothing else lies in its file system.
    case inside
}

/// The folder in which the files of one build wait under numbers.
struct Stage: ~Copyable, Sendable {
    let place: StagePlace
    let folder: Folder
    private let outer: Folder
    private let name: String

    /// An empty stage in the first place that shares Output's file system.
    static func make(
        for output: borrowing Folder, state: borrowing StateFolder
    ) throws(FileProblem) -> Stage {
        try state.root.makeFolder("stage")
        var refusal = FileProblem(.makeFolder, output.path, EXDEV)
        for place in StagePlace.allCases {
            do throws(FileProblem) {
                let stage = try open(place, for: output, state: state)
                if try stage.folder.canRename(into: output) {
                    try stage.clear()
                    return stage
                }
                try stage.remove()
            } catch {
                refusal = error
                if place == .state { throw error }
            }
        }
        throw refusal
    }

    /// The stage as an interrupted build left it; an empty one where it is gone.
    static func existing(
        _ place: StagePlace, for output: borrowing Folder, state: borrowing StateFolder
    ) throws(FileProblem) -> Stage {
        try state.root.makeFolder("stage")
        return try open(place, for: output, state: state)
    }

    private static func open(
        _ place: StagePlace, for output: borrowing Folder, state: borrowing StateFolder
    ) throws(FileProblem) -> Stage {
        let outer = try outerFolder(place, for: output, state: state)
        let name =
            switch place {
            case .state: state.key
            case .beside: ".sitegen-stage-" + state.key
            case .inside: ".sitegen-stage"
            }
        try outer.makeFolder(name)
        return Stage(place: place, folder: try outer.folder(name), outer: outer, name: name)
    }

    private static func outerFolder(
        _ place: StagePlace, for output: borrowing Folder, state: borrowing StateFolder
    ) throws(FileProblem) -> Folder {
        switch place {
        case .state: try state.root.folder("stage")
        case .beside: try output.parent()
        case .inside: try output.folder(".")
        }
    }

    func clear() throws(FileProblem) {
        for entry in try folder.entries() {
            try folder.remove(String(decoding: entry.name, as: UTF8.self))
        }
    }

    /// Removes the stage with what is left in it.
    func remove() throws(FileProblem) {
        try clear()
        try outer.removeFolder(name)
    }
}
