import Diagnostics

/// A value that is kept on the disk between builds, written and read in one order and without names.
protocol Archivable {
    func write(to archive: inout ArchiveWriter)
    init(from archive: inout ArchiveReader) throws(ArchiveDamage)
}

/// What was read is not what this program would have written.
struct ArchiveDamage: Error {}

/// Puts values one after the other into bytes.
struct ArchiveWriter {
    private(set) var bytes: [UInt8] = []
    /// The file that most places lie in; those are written without its path.
    var path = ""

    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    mutating func write(number: UInt64) {
        var rest = number
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func write(_ value: some Archivable) { value.write(to: &self) }

    /// Bytes that are written already, such as those of an earlier archive.
    mutating func append(_ bytes: some Collection<UInt8>) { self.bytes += bytes }

    /// What `body` writes, behind its length, so that a reader can pass it over.
    mutating func writePassable(_ body: (inout ArchiveWriter) -> Void) {
        var inner = ArchiveWriter()
        inner.path = path
        body(&inner)
        write(passable: inner.bytes)
    }

    /// The same of bytes that are written already.
    mutating func write(passable bytes: some Collection<UInt8>) {
        write(bytes.count)
        append(bytes)
    }
}

/// Takes values out of bytes in the order in which they were written.
struct ArchiveReader {
    private let bytes: ArraySlice<UInt8>
    private var place: Int
    private let end: Int
    /// As it was when it was written.
    var path = ""

    init(_ bytes: [UInt8], _ range: Range<Int>? = nil) { self.init(bytes[...], range ?? bytes.indices) }

    /// - Parameter range: where the values stand among the bytes
    init(_ bytes: ArraySlice<UInt8>, _ range: Range<Int>) {
        self.bytes = bytes
        place = range.lowerBound
        end = range.upperBound
    }

    var isAtEnd: Bool { place == end }

    /// How many bytes are left, and so at most how many values.
    var remaining: Int { end - place }

    mutating func number() throws(ArchiveDamage) -> UInt64 {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        while place < end, shift < 64 {
            let byte = bytes[place]
            place += 1
            result |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return result }
            shift += 7
        }
        throw ArchiveDamage()
    }

    mutating func take(_ count: Int) throws(ArchiveDamage) -> ArraySlice<UInt8> {
        bytes[try takeRange(count)]
    }

    /// Where a value stands that is written behind its length; the reader goes on behind it.
    mutating func passOver() throws(ArchiveDamage) -> Range<Int> { try takeRange(read()) }

    mutating func read<Value: Archivable>(_: Value.Type = Value.self) throws(ArchiveDamage) -> Value {
        try Value(from: &self)
    }

    private mutating func takeRange(_ count: Int) throws(ArchiveDamage) -> Range<Int> {
        guard count >= 0, count <= end - place else { throw ArchiveDamage() }
        defer { place += count }
        return place..<place + count
    }
}

// MARK: Values of Swift

extension Int: Archivable {
    /// Small ones of either sign are short.
    func write(to archive: inout ArchiveWriter) { archive.write(Int64(self)) }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        self = Int(try archive.read(Int64.self))
    }
}

extension Int64: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(number: UInt64(bitPattern: self << 1 ^ self >> 63))
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        let number = try archive.number()
        self = Int64(bitPattern: number >> 1) ^ -Int64(number & 1)
    }
}

extension Bool: Archivable {
    func write(to archive: inout ArchiveWriter) { archive.write(number: self ? 1 : 0) }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) { self = try archive.number() != 0 }
}

extension String: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(utf8.count)
        archive.append(utf8)
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        self = String(decoding: try archive.take(archive.read()), as: UTF8.self)
    }
}

extension Optional: Archivable where Wrapped: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(self != nil)
        self?.write(to: &archive)
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        self = try archive.read(Bool.self) ? try archive.read(Wrapped.self) : nil
    }
}

extension Array: Archivable where Element: Archivable {
    func write(to archive: inout ArchiveWriter) {
        archive.write(count)
        for element in self { element.write(to: &archive) }
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        self = []
        let count = Swift.max(0, try archive.read(Int.self))
        reserveCapacity(Swift.min(count, archive.remaining))
        for _ in 0..<count { append(try archive.read()) }
    }
}

extension Dictionary: Archivable where Key: Archivable, Value: Archivable {
    /// In no order, so that equal ones may be written differently.
    func write(to archive: inout ArchiveWriter) {
        archive.write(count)
        for (key, value) in self {
            archive.write(key)
            archive.write(value)
        }
    }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        self = [:]
        let count = Swift.max(0, try archive.read(Int.self))
        reserveCapacity(Swift.min(count, archive.remaining))
        for _ in 0..<count {
            let key: Key = try archive.read()
            updateValue(try archive.read(), forKey: key)
        }
    }
}

extension Archivable where Self: RawRepresentable, RawValue: Archivable {
    func write(to archive: inout ArchiveWriter) { archive.write(rawValue) }

    init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
        guard let value = Self(rawValue: try archive.read()) else { throw ArchiveDamage() }
        self = value
    }
}
