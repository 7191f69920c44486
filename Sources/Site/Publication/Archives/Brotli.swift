import Glibc

/// Compression by Brotli (RFC 7932), where the machine has the library that the `brotli` program is made of.
///
/// The library is looked for when it is first wanted and not linked, so that the program runs without it. A
/// process for each file would take longer than the compression.
@safe struct Brotli: Sendable {
    private typealias Compress =
        @Sendable @convention(c) (
            Int32, Int32, Int32, Int, UnsafePointer<UInt8>?, UnsafeMutablePointer<Int>,
            UnsafeMutablePointer<UInt8>
        ) -> Int32

    private let encode: Compress

    /// Nine of eleven: on 10 MB of pages a tenth smaller than gzip in about the same time. The last two levels
    /// take off another tenth and take twenty times as long.
    private static let quality: Int32 = 9
    private static let window: Int32 = 22
    private static let text: Int32 = 1

    /// Of this machine; nil where it has none.
    static let standard = Brotli(library: "libbrotlienc.so.1")

    init?(library: String) {
        guard let handle = unsafe dlopen(library, RTLD_NOW),
            let symbol = unsafe dlsym(handle, "BrotliEncoderCompress")
        else { return nil }
        unsafe encode = unsafeBitCast(symbol, to: Compress.self)
    }

    /// Nil for what does not get smaller.
    func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        var length = bytes.count
        let result = unsafe [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
            guard let room = output.baseAddress else { return }
            let isDone = unsafe bytes.withUnsafeBufferPointer { input in
                unsafe encode(
                    Self.quality, Self.window, Self.text, input.count, input.baseAddress, &length, room)
            }
            count = isDone == 1 ? length : 0
        }
        return result.isEmpty ? nil : result
    }
}
