import Foundation
import Glibc

/// Makes one PNG of one SVG by a program with the arguments of `rsvg-convert`.
///
/// By Foundation's `Process` and not by swift-subprocess: it is one call with two files and no pipes, for
/// which two more packages are too much.
struct PictureProgram: Sendable {
    let path: String
    /// Twice the size of the drawing, for the screens of today.
    static let zoom = 2

    /// The PNG of an SVG by way of a folder of its own; nil where that fails.
    func picture(of svg: [UInt8]) async -> [UInt8]? {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sitegen-\(UUID())")
        let drawing = folder.appendingPathComponent("chart.svg")
        let picture = folder.appendingPathComponent("chart.png")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(svg).write(to: drawing)
            guard await convert(drawing.path, to: picture.path) == 0 else { return nil }
            return [UInt8](try Data(contentsOf: picture))
        } catch {
            return nil
        }
    }

    /// The program's exit status; nil where it could not be started.
    func convert(_ svg: String, to png: String, zoom: Int = Self.zoom) async -> Int32? {
        await withCheckedContinuation { continuation in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: path)
            process.arguments = ["--format", "png", "--zoom", String(zoom), "--output", png, svg]
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(returning: nil)
            }
        }
    }
}

/// Whether a path names a file that may be run.
func isExecutable(_ path: String) -> Bool { unsafe access(path, X_OK) == 0 }

/// How many programs are worth running at once.
let processorCount = ProcessInfo.processInfo.activeProcessorCount

/// Tells the files of two builds at once apart.
let processNumber = getpid()
