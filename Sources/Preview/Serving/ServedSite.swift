import NIOCore
import Site
import Synchronization

/// A good build as the server hands it out: each file with its type and its tag, made when it is first asked for.
final class ServedSite: Sendable {
    let site: BuiltSite
    /// Counts the good builds of this run, from 1.
    let revision: Int
    private let script: [UInt8]
    private let entities = Mutex<[String: Entity]>([:])

    /// A file as it goes over the wire.
    struct Entity: Sendable {
        let body: ByteBuffer
        let type: String
        /// Quoted, as the header has it.
        let tag: String

        init(_ bytes: [UInt8], type: String) {
            body = ByteBuffer(bytes: bytes)
            self.type = type
            tag = "\"\(SHA256(of: bytes).hex.prefix(24))\""
        }
    }

    /// - Parameter script: the element that is added to each page, for reloading it
    init(_ site: BuiltSite, revision: Int, script: [UInt8]) {
        self.site = site
        self.revision = revision
        self.script = script
    }

    /// The file at a path below the site's folder; nil where a build would write none.
    func entity(at path: String) -> Entity? {
        if let known = entities.withLock({ $0[path] }) { return known }
        guard let bytes = site.files[path] else { return nil }
        let type = contentType(of: path)
        let entity = Entity(type.hasPrefix("text/html") ? scripted(bytes) : bytes, type: type)
        entities.withLock { $0[path] = entity }
        return entity
    }

    /// The page with the script at the end of its body.
    private func scripted(_ bytes: [UInt8]) -> [UInt8] {
        guard !script.isEmpty else { return bytes }
        let mark = Array("</body>".utf8)
        var place = bytes.count - mark.count
        while place >= 0 {
            if bytes[place] == mark[0], bytes[place..<place + mark.count].elementsEqual(mark) {
                return bytes[..<place] + script + bytes[place...]
            }
            place -= 1
        }
        return bytes + script
    }
}
