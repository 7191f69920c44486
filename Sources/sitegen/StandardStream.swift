import Glibc

/// Standard output for results, standard error for everything else.
enum StandardStream: Int32 {
    case output = 1
    case error = 2

    /// The text and a line end. A reader that went away is no error of ours.
    func print(_ text: String) {
        write(Array((text + "\n").utf8))
    }

    func write(_ bytes: [UInt8]) {
        var offset = 0
        while offset < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(rawValue, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            offset += count
        }
    }

    var isTerminal: Bool { isatty(rawValue) == 1 }
}
