import Foundation

/// A folder of its own for one test, removed when the value goes.
final class TemporaryFolder: Sendable {
    let path: String

    /// In the machine's folder for temporary files, or below another one.
    init(in parent: String = NSTemporaryDirectory()) throws {
        path = (parent.hasSuffix("/") ? parent : parent + "/") + "sitegen-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func path(of name: String) -> String { path + "/" + name }

    func write(_ text: String, to name: String) throws {
        let path = path(of: name)
        let folder = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path(of: name))), as: UTF8.self)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path(of: name))
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: path(of: name))
    }

    func link(_ name: String, to destination: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: path(of: name), withDestinationPath: destination)
    }

    func hardLink(_ name: String, to other: String) throws {
        try FileManager.default.linkItem(atPath: path(of: other), toPath: path(of: name))
    }

    /// A named pipe, which a careless reader waits at for ever.
    func makePipe(_ name: String) throws {
        guard unsafe mkfifo(path(of: name), 0o644) == 0 else { throw POSIXError(.EIO) }
    }

    /// An empty file whose name need not be UTF-8.
    func makeEmptyFile(_ name: [UInt8]) throws {
        let bytes = (Array((path + "/").utf8) + name + [0]).map { CChar(bitPattern: $0) }
        guard close(unsafe creat(bytes, 0o644)) == 0 else { throw POSIXError(.EIO) }
    }

    /// Every file below a folder of this one by its path from there; bytes that are not UTF-8 are replaced.
    func tree(_ name: String = "") throws -> [String: String] {
        let root = name.isEmpty ? path : path(of: name)
        guard let walk = FileManager.default.enumerator(atPath: root) else { return [:] }
        var files: [String: String] = [:]
        for case let inner as String in walk {
            guard walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
            files[inner] = String(
                decoding: try Data(contentsOf: URL(filePath: root + "/" + inner)), as: UTF8.self)
        }
        return files
    }
}
