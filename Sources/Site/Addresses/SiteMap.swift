import Diagnostics

/// Every address that the site has, and how one of them is written on a page.
///
/// All links go through here, in Markdown, in templates, in figures and in feeds, so that a sub-folder,
/// relative links and `file://` work alike.
struct SiteMap: Sendable, Equatable {
    private let baseURL: BaseURL?
    private let addresses: Set<SiteAddress>
    /// From a file's path under `Content/` to its address, or to that of the page it makes.
    private let pagesBySource: [String: SiteAddress]
    /// What may stand before the colon of an address that leads out of the site, in lower case.
    private let schemes: Set<String>
    /// From an address that a page once had to the one it has now.
    private let moved: [SiteAddress: SiteAddress]
    /// Whether addresses are written with scheme and host, for texts that are read elsewhere.
    private(set) var writesWholeAddresses = false

    init(
        baseURL: BaseURL?, addresses: Set<SiteAddress>, pagesBySource: [String: SiteAddress],
        schemes: Set<String> = [], moved: [SiteAddress: SiteAddress] = [:]
    ) {
        self.baseURL = baseURL
        self.schemes = schemes
        self.addresses = addresses
        self.pagesBySource = pagesBySource
        self.moved = moved
    }

    /// Of all addresses, and of which files make them: with the same settings, two maps with one digest are equal.
    var digest: SHA256 {
        let all = addresses.lazy.map { SHA256(of: Array($0.text.utf8)) }
        let made = (pagesBySource.map { ($0.key, $0.value) } + moved.map { ($0.key.text, $0.value) })
            .lazy.map { from, to in SHA256(of: Array("\(from)\n\(to.text)".utf8)) }
        return SHA256(ofSet: Array(all) + Array(made))
    }

    /// What a destination as an author wrote it leads to.
    enum Target: Sendable, Hashable {
        /// Another site, a mail address, a telephone number: written as it stands.
        case outside
        case inside(SiteAddress, query: String, fragment: String?)
        case dead(reason: String, help: String?)
        /// An address of a scheme that the site does not allow, such as `javascript:`.
        case refused(scheme: String)
    }

    /// - Parameters:
    ///   - page: the page on which the destination stands; relative destinations count from it
    ///   - source: the Markdown file it stands in, relative to `Content/`; relative destinations that name
    ///     a file count from its folder first
    func target(of destination: String, on page: SiteAddress, source: String? = nil) -> Target {
        if source == nil, Self.isPlain(destination), let address = SiteAddress(destination).flatMap(known) {
            return .inside(address, query: "", fragment: nil)
        }
        if destination.hasPrefix("//") { return .outside }
        if let scheme = scheme(of: destination) {
            return isAllowed(scheme, destination) ? .outside : .refused(scheme: scheme)
        }
        let (beforeFragment, fragment) = split(destination, at: UInt8(ascii: "#"))
        let (rawPath, query) = split(beforeFragment, at: UInt8(ascii: "?"))
        let suffix = query.map { "?" + $0 } ?? ""
        if rawPath.isEmpty { return .inside(page, query: suffix, fragment: fragment) }
        guard let path = percentDecoded(rawPath) else {
            return .dead(reason: "'\(rawPath)' is not well-formed percent-encoding", help: nil)
        }
        if let source, let found = pageOfFile(path, from: source) {
            return .inside(found, query: suffix, fragment: fragment)
        }
        guard let absolute = path.hasPrefix("/") ? path : joined(page.folderParts, path) else {
            return .dead(reason: "'\(path)' leads out of the site", help: nil)
        }
        guard let address = existing(absolute) else {
            return .dead(
                reason: "no page or file of the site has the address '\(absolute)'",
                help: path.hasPrefix("@/")
                    ? "a file is named from Content/: write '\(path.dropFirst())'" : suggestion(for: absolute)
            )
        }
        return .inside(address, query: suffix, fragment: fragment)
    }

    /// Whether a destination is a path from the root and nothing else, as most are in templates.
    private static func isPlain(_ destination: String) -> Bool {
        let bytes = destination.utf8Span.span
        guard bytes.count > 0, bytes[0] == UInt8(ascii: "/") else { return false }
        for place in bytes.indices {
            switch bytes[place] {
            case UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "%"): return false
            default: continue
            }
        }
        return true
    }

    /// The address as it must be written on a page.
    ///
    /// Hosts show `404.html` at any depth, so that its links count from the host's root also on a site that
    /// does not know its own address.
    func written(_ address: SiteAddress, on page: SiteAddress) -> String {
        if let baseURL { return writesWholeAddresses ? baseURL.absolute(address) : rooted(address) }
        if page == .notFound { return rooted(address) }
        return Self.relative(address.file, from: page.file)
    }

    /// From one file to another, byte by byte, because a page has a hundred links and more.
    private static func relative(_ file: SitePath, from page: SitePath) -> String {
        let slash = UInt8(ascii: "/")
        let (target, start) = (file.text.utf8Span.span, page.text.utf8Span.span)
        /// How many bytes the folders take that both stand in.
        var shared = 0
        var place = 0
        while place < target.count, place < start.count, target[place] == start[place] {
            if target[place] == slash { shared = place + 1 }
            place += 1
        }
        var way = ""
        for place in shared..<start.count where start[place] == slash { way += "../" }
        let down = Substring(file.text.utf8.dropFirst(shared))
        // A first part with a colon would be read as a scheme.
        if way.isEmpty, down.utf8.prefix(while: { $0 != slash }).contains(UInt8(ascii: ":")) { way = "./" }
        return way + percentEncoded(String(down))
    }

    /// The whole address where the site has a base URL.
    func absolute(_ address: SiteAddress) -> String? { baseURL?.absolute(address) }

    /// The address from the root of the host; without a base URL the site counts as standing there.
    func rooted(_ address: SiteAddress) -> String {
        (baseURL?.path ?? "/") + percentEncoded(String(address.text.dropFirst()))
    }

    /// The same map for texts that are read elsewhere, where the site knows its own address.
    var whole: SiteMap {
        var map = self
        map.writesWholeAddresses = baseURL != nil
        return map
    }

    func contains(_ address: SiteAddress) -> Bool { addresses.contains(address) }

    /// Pictures may stand in the page itself, but for SVG, which is a document with scripts.
    private func isAllowed(_ scheme: String, _ destination: String) -> Bool {
        if scheme != "data" { return schemes.contains(scheme) }
        let pictures = ["png", "gif", "jpeg", "webp", "avif"]
        return pictures.contains { destination.lowercased().hasPrefix("data:image/\($0);") }
    }

    private func existing(_ path: String) -> SiteAddress? {
        if let exact = SiteAddress(path).flatMap(known) { return exact }
        var candidates = [path]
        if !path.hasSuffix("/") { candidates.append(path + "/") }
        if path.hasSuffix("/index.html") { candidates.append(String(path.dropLast("index.html".count))) }
        let found = candidates.compactMap(SiteAddress.init)
        return found.lazy.compactMap(known).first ?? found.lazy.compactMap { moved[$0] }.first
    }

    /// The address as the site has it: pages keep many, and each text is held only once.
    private func known(_ address: SiteAddress) -> SiteAddress? {
        addresses.firstIndex(of: address).map { addresses[$0] }
    }

    private func pageOfFile(_ path: String, from source: String) -> SiteAddress? {
        if path.hasPrefix("/") {
            return path.hasSuffix(".md") ? pagesBySource[String(path.dropFirst())] : nil
        }
        guard let joined = joined(source.split(separator: "/").dropLast(), path) else { return nil }
        return pagesBySource[String(joined.dropFirst())]
    }

    /// The path counted from a folder with its `.` and `..` parts taken; nil where it would leave the root.
    private func joined(_ folder: [Substring], _ path: String) -> String? {
        var parts = folder.map(String.init)
        let added = path.split(separator: "/", omittingEmptySubsequences: false)
        var endsInFolder = false
        for part in added {
            endsInFolder = false
            switch part {
            case "", ".": endsInFolder = true
            case "..":
                guard parts.popLast() != nil else { return nil }
                endsInFolder = true
            default: parts.append(String(part))
            }
        }
        let joined = "/" + parts.joined(separator: "/")
        return endsInFolder && !parts.isEmpty ? joined + "/" : joined
    }

    private func suggestion(for path: String) -> String? {
        guard let near = nearMiss(path, among: addresses.map(\.text)) else { return nil }
        return "did you mean '\(near)'?"
    }

    private func split(_ text: String, at separator: UInt8) -> (String, String?) {
        guard let index = text.utf8.firstIndex(of: separator) else { return (text, nil) }
        return (String(text[..<index]), String(text[text.utf8.index(after: index)...]))
    }
}

/// The scheme of an address, in lower case, or nil for one without.
func scheme(of address: String) -> String? {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = address.utf8[..<colon]
    guard let first = scheme.first, isLetter(first) else { return nil }
    let isScheme = scheme.allSatisfy { byte in
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.".utf8.contains(byte)
    }
    return isScheme ? String(address[..<colon]).lowercased() : nil
}

private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}
