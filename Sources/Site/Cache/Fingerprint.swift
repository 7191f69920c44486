import Markup
import Templates

/// A digest of many small values, each told apart from the next.
struct Fingerprint {
    private var bytes: [UInt8] = []

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    mutating func add(_ number: some FixedWidthInteger) {
        var rest = UInt64(truncatingIfNeeded: number)
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func add(_ digest: SHA256) { bytes += digest.bytes }

    /// A change of the bytes, the name or the permissions of a file gives it another stamp once the clock has
    /// moved on; see ``FileStamp/isSettled(at:)``.
    mutating func add(_ stamp: FileStamp?) {
        guard let stamp else { return add(0) }
        add(1)
        switch stamp.kind {
        case .file: add(1)
        case .folder: add(2)
        case .link: add(3)
        case .other: add(4)
        }
        add(stamp.size)
        add(stamp.modified)
        add(stamp.changed)
        add(stamp.inode)
        add(stamp.device)
        add(stamp.permissions)
    }

    mutating func add(_ markup: Markup) {
        add(markup.bytes.count)
        bytes += markup.bytes
    }

    mutating func add(_ value: TemplateValue) {
        switch value {
        case .absent: add(0)
        case .flag(let flag): add(flag ? 2 : 1)
        case .text(let text):
            add(3)
            add(text)
        case .markup(let markup):
            add(4)
            add(markup)
        case .list(let items):
            add(5)
            add(items.count)
            for item in items { add(item) }
        case .record(let record):
            add(6)
            add(record)
        }
    }

    mutating func add(_ record: TemplateRecord) {
        add(record.values.count)
        for (name, value) in zip(record.names.names, record.values) {
            add(name)
            add(value)
        }
    }

    mutating func add(_ texts: [String: String]) {
        add(texts.count)
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            add(name)
            add(text)
        }
    }

    var digest: SHA256 { SHA256(of: bytes) }

    /// The digest of what is added.
    static func of(_ add: (inout Fingerprint) -> Void) -> SHA256 {
        var fingerprint = Fingerprint()
        add(&fingerprint)
        return fingerprint.digest
    }
}
