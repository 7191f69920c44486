import Foundation

/// A file system of its own in memory with room for little, unmounted when the value goes.
final class TinyDisk: Sendable {
    let path: String

    /// Only root may mount, and not in every container.
    static let isAvailable = (try? TinyDisk(kilobytes: 64)) != nil

    init(kilobytes: Int, files: Int = 1_000) throws {
        path = NSTemporaryDirectory() + "/sitegen-disk-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let options = "size=\(kilobytes)k,nr_inodes=\(files)"
        guard Self.run("mount", "-t", "tmpfs", "-o", options, "tmpfs", path) else {
            try? FileManager.default.removeItem(atPath: path)
            throw POSIXError(.EPERM)
        }
    }

    deinit {
        _ = Self.run("umount", "-l", path)
        try? FileManager.default.removeItem(atPath: path)
    }

    private static func run(_ arguments: String...) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
