import CZlib

/// Compression by zlib, the same bytes for the same input.
enum Deflate {
    /// A gzip file (RFC 1952) without a name and a time; nil for more than zlib takes at once.
    static func gzip(_ bytes: [UInt8]) -> [UInt8]? { compressed(bytes, windowBits: 31) }

    /// Bare deflate data (RFC 1951); nil for more than zlib takes at once.
    static func raw(_ bytes: [UInt8]) -> [UInt8]? { compressed(bytes, windowBits: -15) }

    /// The CRC-32 of ZIP files.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        unsafe bytes.withUnsafeBufferPointer { unsafe czlib_crc32($0.baseAddress, $0.count) }
    }

    private static func compressed(_ bytes: [UInt8], windowBits: Int32) -> [UInt8]? {
        let room = czlib_room(bytes.count)
        let result = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            count = unsafe bytes.withUnsafeBufferPointer { input in
                unsafe czlib_deflate(input.baseAddress, input.count, buffer.baseAddress, room, windowBits)
            }
        }
        return result.isEmpty ? nil : result
    }
}
