/// Bytes behind a line of their digest, as sitegen keeps them for itself: a file that was cut short or changed is
/// known as such.
enum SealedBytes {
    static func sealed(_ bytes: [UInt8]) -> [UInt8] { sealed(bytes, SHA256(of: bytes)) }

    /// - Parameter digest: of the bytes
    static func sealed(_ bytes: [UInt8], _ digest: SHA256) -> [UInt8] {
        Array(digest.hex.utf8) + [0x0A] + bytes
    }

    /// Nil for what is not as it was sealed.
    static func opened(_ sealed: [UInt8]) -> [UInt8]? { openedWithDigest(sealed)?.bytes }

    /// The same with the digest of the bytes.
    static func openedWithDigest(_ sealed: [UInt8]) -> (bytes: [UInt8], digest: SHA256)? {
        guard sealed.count > 64, sealed[64] == 0x0A else { return nil }
        let bytes = Array(sealed[65...])
        let digest = SHA256(of: bytes)
        return digest.hex.utf8.elementsEqual(sealed[..<64]) ? (bytes, digest) : nil
    }
}

extension Folder {
    /// The folder of this name in sitegen's own one. What stands there instead, a file or a link, is removed.
    func ownFolder(_ name: String) throws(FileProblem) -> Folder {
        if let stamp = try stamp(of: name), stamp.kind != .folder { try remove(name) }
        try makeFolder(name)
        return try folder(name)
    }
}
