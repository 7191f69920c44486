/// Which names a request may call this server by. A page of another site that points its own name at the
/// loopback address is refused by this, before anything is looked up.
struct HostPolicy: Sendable {
    /// Names that were asked for with `--host`, in lower case, without a port.
    let listed: Set<String>

    enum Verdict: Sendable, Hashable {
        case allowed
        /// No header, or two.
        case malformed
        case refused
    }

    func verdict(on request: Request) -> Verdict {
        guard let host = request["host"], !host.isEmpty else { return .malformed }
        return allows(host) ? .allowed : .refused
    }

    /// Whether an `Origin` is this server's own: the same scheme and the host that the request names.
    func isOwn(origin: String, of request: Request) -> Bool {
        guard let host = request["host"] else { return false }
        return origin.lowercased() == "http://" + host.lowercased()
    }

    private func allows(_ host: String) -> Bool {
        var name = Self.withoutPort(host.lowercased())
        if name.hasSuffix(".") { name.removeLast() }
        if name == "localhost" || name.hasSuffix(".localhost") { return true }
        if name == "[::1]" || listed.contains(name) { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    private static func withoutPort(_ host: String) -> String {
        guard let colon = host.lastIndex(of: ":") else { return host }
        let port = host[host.index(after: colon)...]
        guard UInt16(port) != nil, !host[..<colon].contains(":") || host[..<colon].hasSuffix("]") else {
            return host
        }
        return String(host[..<colon])
    }
}
