import Diagnostics

/// The PNG pictures of a site, kept under `.sitegen/cache/png/` by the SHA-256 of the SVG they were made of,
/// so that a picture is made again only when its chart has changed.
struct PictureCache: Sendable {
    /// `.sitegen` in the site's folder.
    let state: String
    let program: PictureProgram
    var timings: Timings?

    /// The bytes of a picture with their digest, which is taken once, to seal them and to tell files apart.
    private typealias Made = (bytes: [UInt8], digest: SHA256)

    /// All pictures, in the order in which they are asked for; the problem of each that could not be made.
    ///
    /// - Parameter drawings: of all pictures of the site, also of those that stand in Output and are not asked for
    func files(
        of pictures: [RenderedSite.Picture], among drawings: Set<SHA256>,
        reporting diagnostics: inout [Diagnostic]
    ) async -> [OutputFile] {
        guard !pictures.isEmpty else { return [] }
        do throws(FileProblem) {
            try makeFolder()
        } catch {
            diagnostics.append(error.diagnostic)
            return []
        }
        // Pages of one title have one card, which two processes at once could not both make.
        let distinct = Dictionary(pictures.map { (Self.name(of: $0), $0) }) { first, _ in first }
            .sorted { $0.key < $1.key }
        timings?.remark("pictures from the cache: \(kept(distinct.map(\.key))) of \(distinct.count)")
        let results = await withTaskGroup(of: (String, Result<Made, PictureProblem>).self) { group in
            var next = 0
            var results: [String: Result<Made, PictureProblem>] = [:]
            func start() {
                guard next < distinct.count else { return }
                let (name, drawing) = distinct[next]
                next += 1
                group.addTask { (name, await picture(of: drawing)) }
            }
            for _ in 0..<max(1, processorCount) { start() }
            for await (name, result) in group {
                results[name] = result
                start()
            }
            return results
        }
        var files: [OutputFile] = []
        for picture in pictures {
            switch results[Self.name(of: picture)] {
            case .success(let made):
                files.append(OutputFile(path: picture.address.file, made.bytes, digest: made.digest))
            case .failure(let problem): diagnostics.append(problem.diagnostic(picture.address))
            case nil: break
            }
        }
        removeOthers(than: Set(drawings.map(Self.name)))
        return files
    }

    /// Of sealed pictures.
    private static let ending = ".png-sealed"

    private static func name(of picture: RenderedSite.Picture) -> String { name(of: picture.drawing) }

    private static func name(of drawing: SHA256) -> String { drawing.hex + ending }

    private func kept(_ names: [String]) -> Int {
        let entries = (try? open().entries()) ?? []
        let there = Set(entries.map { String(decoding: $0.name, as: UTF8.self) })
        return names.count(where: there.contains)
    }

    private var path: String { state + "/cache/png" }

    private func makeFolder() throws(FileProblem) {
        let root = try StateFolder.openRoot(state)
        _ = try root.ownFolder("cache").ownFolder("png")
    }

    private func open() throws(FileProblem) -> Folder {
        try Folder.open(path, shownAs: ".sitegen/cache/png")
    }

    private func picture(of picture: RenderedSite.Picture) async -> Result<Made, PictureProblem> {
        let name = Self.name(of: picture)
        if let kept = try? open().read(name), let made = SealedBytes.openedWithDigest(kept) {
            return .success(made)
        }
        let drawing = "\(processNumber)-\(name).svg"
        let new = "\(processNumber)-\(name).new"
        do throws(FileProblem) {
            try open().remove(drawing)
            try open().create(drawing, picture.svg)
        } catch {
            return .failure(.files(error))
        }
        let status = await program.convert(
            path + "/" + drawing, to: path + "/" + new, zoom: picture.zoom)
        do throws(FileProblem) {
            let folder = try open()
            try folder.remove(drawing)
            guard status == 0 else {
                try folder.remove(new)
                return .failure(.program(status))
            }
            let bytes = try folder.read(new)
            guard Self.isPicture(bytes) else {
                try folder.remove(new)
                return .failure(.program(status))
            }
            try folder.remove(new)
            let digest = SHA256(of: bytes)
            try folder.create(new, SealedBytes.sealed(bytes, digest))
            try folder.rename(new, into: folder, as: name)
            return .success((bytes, digest))
        } catch {
            return .failure(.files(error))
        }
    }

    /// By the signature at the beginning and the chunk at the end, so that half a file is not taken for one.
    static func isPicture(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) && bytes.suffix(8).starts(with: "IEND".utf8)
    }

    /// What no chart of the site has any more. What cannot be removed stays, and does no harm.
    private func removeOthers(than names: Set<String>) {
        guard let folder = try? open(), let entries = try? folder.entries() else { return }
        for entry in entries {
            guard let name = String(validating: entry.name, as: UTF8.self), name.hasSuffix(Self.ending),
                !names.contains(name)
            else { continue }
            try? folder.remove(name)
        }
    }
}

/// Why a picture could not be made.
enum PictureProblem: Error, Sendable, Hashable {
    case files(FileProblem)
    /// The program's exit status; nil where it could not be started.
    case program(Int32?)

    func diagnostic(_ address: SiteAddress) -> Diagnostic {
        switch self {
        case .files(let problem): problem.diagnostic
        case .program(let status):
            Diagnostic(
                "picture", "rsvg-convert could not make '\(address.text)'",
                notes: [status.map { "it ended with status \($0)" } ?? "it could not be started"],
                help: "build again; if it stays so, take rsvg-convert from the search path",
                failing: .surroundings)
        }
    }
}
