import CCmark
import CCmarkMemory

/// A node of cmark's tree. It is valid only inside the call of `withTree` that made it, and goes with it.
///
/// This file holds every call into C.
@safe
struct CmarkNode: Equatable {
    /// In the order of `cmark_node_type`.
    enum Kind: UInt32 {
        case none, document, blockQuote, list, item, codeBlock, htmlBlock, customBlock, paragraph, heading
        case thematicBreak, text, softBreak, lineBreak, code, htmlInline, customInline, emphasis, strong
        case link, image
    }

    private let pointer: OpaquePointer

    /// cmark ends the process where memory fails; it never makes nothing.
    private init(owning pointer: OpaquePointer) { unsafe self.pointer = pointer }

    private init?(_ pointer: OpaquePointer?) {
        guard let pointer = unsafe pointer else { return nil }
        unsafe self.pointer = pointer
    }

    static func == (left: Self, right: Self) -> Bool { unsafe left.pointer == right.pointer }

    /// Calls `body`, which alone may make nodes, and gives all their memory back behind it.
    static func withMemory<Result>(_ body: () -> Result) -> Result {
        ccmark_memory_begin()
        defer { ccmark_memory_end() }
        return body()
    }

    private static var memory: UnsafeMutablePointer<cmark_mem> {
        unsafe ccmark_memory().assumingMemoryBound(to: cmark_mem.self)
    }

    /// Parses the bytes from `start` on.
    static func parse(_ bytes: [UInt8], from start: Int, smart: Bool) -> CmarkNode {
        // Without source positions cmark does not count the lines within code spans and raw HTML.
        let options = CMARK_OPT_SOURCEPOS | (smart ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT)
        return unsafe bytes.withUnsafeBytes { buffer in
            let text = unsafe UnsafeRawBufferPointer(rebasing: buffer[min(start, buffer.count)...])
            let base = unsafe text.baseAddress?.assumingMemoryBound(to: CChar.self)
            let parser = unsafe cmark_parser_new_with_mem(options, memory)
            if let base = unsafe base { unsafe cmark_parser_feed(parser, base, text.count) }
            return unsafe CmarkNode(owning: cmark_parser_finish(parser))
        }
    }

    /// A node that belongs to no tree yet.
    init(new kind: Kind) {
        let type = cmark_node_type(rawValue: kind.rawValue)
        unsafe self.init(owning: cmark_node_new_with_mem(type, Self.memory))
    }
}

extension CmarkNode {
    var kind: Kind { unsafe Kind(rawValue: cmark_node_get_type(pointer).rawValue) ?? .none }
    var firstChild: CmarkNode? { unsafe CmarkNode(cmark_node_first_child(pointer)) }
    var lastChild: CmarkNode? { unsafe CmarkNode(cmark_node_last_child(pointer)) }
    var next: CmarkNode? { unsafe CmarkNode(cmark_node_next(pointer)) }
    var previous: CmarkNode? { unsafe CmarkNode(cmark_node_previous(pointer)) }
    var parent: CmarkNode? { unsafe CmarkNode(cmark_node_parent(pointer)) }

    /// Lines and columns as cmark counts them: from 1, in the bytes it was given.
    var startLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
    var startColumn: Int { unsafe Int(cmark_node_get_start_column(pointer)) }
    var endLine: Int { unsafe Int(cmark_node_get_end_line(pointer)) }
    var endColumn: Int { unsafe Int(cmark_node_get_end_column(pointer)) }

    /// A place that the module gave the node, for nodes that cmark did not place.
    var mark: Place? {
        guard let data = unsafe cmark_node_get_user_data(pointer) else { return nil }
        let packed = UInt(bitPattern: data)
        return Place(line: Int(packed >> 32), column: Int(packed & 0xFFFF_FFFF))
    }

    func setMark(_ place: Place) {
        let packed = UInt(max(place.line, 0)) << 32 | UInt(max(place.column, 0))
        unsafe _ = cmark_node_set_user_data(pointer, UnsafeMutableRawPointer(bitPattern: packed))
    }

    var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }
    var isTightList: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }
    var isOrderedList: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { unsafe Int(cmark_node_get_list_start(pointer)) }

    /// The literal text of text, code and HTML, for as long as `body` runs.
    @inline(__always)
    func withLiteral<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        unsafe Self.withBytes(of: cmark_node_get_literal(pointer), body)
    }

    /// The destination of a link or image, for as long as `body` runs.
    func withDestination<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        unsafe Self.withBytes(of: cmark_node_get_url(pointer), body)
    }

    /// The info string of a fenced block, for as long as `body` runs.
    func withInfo<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        unsafe Self.withBytes(of: cmark_node_get_fence_info(pointer), body)
    }

    /// What a custom node prints before its children, for as long as `body` runs.
    func withOpening<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        unsafe Self.withBytes(of: cmark_node_get_on_enter(pointer), body)
    }

    var literal: [UInt8] { withLiteral(Array.init(copying:)) }
    var destination: [UInt8] { withDestination(Array.init(copying:)) }
    var info: [UInt8] { withInfo(Array.init(copying:)) }
    var title: [UInt8] { unsafe Self.withBytes(of: cmark_node_get_title(pointer), Array.init(copying:)) }

    @inline(__always)
    private static func withBytes<Result>(
        of text: UnsafePointer<CChar>?, _ body: (Span<UInt8>) -> Result
    ) -> Result {
        guard let text = unsafe text else { return body(Span()) }
        let start = unsafe UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
        let buffer = unsafe UnsafeBufferPointer(start: start, count: ccmark_length(text))
        return unsafe body(Span(_unsafeElements: buffer))
    }
}

extension CmarkNode {
    func setLiteral(_ bytes: some Collection<UInt8>) {
        unsafe Self.withString(bytes) { _ = unsafe cmark_node_set_literal(pointer, $0) }
    }

    func setDestination(_ bytes: some Collection<UInt8>) {
        unsafe Self.withString(bytes) { _ = unsafe cmark_node_set_url(pointer, $0) }
    }

    /// What a custom node prints before its children.
    func setOpening(_ bytes: some Collection<UInt8>) {
        unsafe Self.withString(bytes) { _ = unsafe cmark_node_set_on_enter(pointer, $0) }
    }

    /// What a custom node prints after its children.
    func setClosing(_ bytes: some Collection<UInt8>) {
        unsafe Self.withString(bytes) { _ = unsafe cmark_node_set_on_exit(pointer, $0) }
    }

    func setHeadingLevel(_ level: Int) { unsafe _ = cmark_node_set_heading_level(pointer, CInt(level)) }

    func unlink() { unsafe cmark_node_unlink(pointer) }
    func append(_ child: CmarkNode) { unsafe _ = cmark_node_append_child(pointer, child.pointer) }
    func insertBefore(_ sibling: CmarkNode) { unsafe _ = cmark_node_insert_before(pointer, sibling.pointer) }
    func insertAfter(_ sibling: CmarkNode) { unsafe _ = cmark_node_insert_after(pointer, sibling.pointer) }

    /// Puts another node in this one's place; this one stays outside the tree.
    func replace(with node: CmarkNode) { unsafe _ = cmark_node_replace(pointer, node.pointer) }

    /// The node as cmark's HTML renderer writes it, for as long as `body` runs; raw HTML and dangerous addresses
    /// only on demand.
    func withRenderedHTML<Result>(unsafely: Bool, _ body: (Span<UInt8>) -> Result) -> Result {
        let options = unsafely ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT
        let text = unsafe cmark_render_html(pointer, options)
        return unsafe Self.withBytes(of: UnsafePointer(text), body)
    }

    /// Calls `body` with the bytes and a NUL after them; whatever follows a NUL inside is lost to cmark.
    private static func withString(
        _ bytes: some Collection<UInt8>, _ body: (UnsafePointer<CChar>) -> Void
    ) {
        var terminated = [UInt8]()
        terminated.reserveCapacity(bytes.count + 1)
        terminated.append(contentsOf: bytes)
        terminated.append(0)
        unsafe terminated.withUnsafeBytes {
            guard let start = $0.baseAddress else { return }
            unsafe body(start.assumingMemoryBound(to: CChar.self))
        }
    }
}

extension Span<UInt8> {
    /// Where a byte stands next, from an index on; nil where it does not.
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        unsafe withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress,
                let found = unsafe ccmark_find(base + start, bytes.count - start, byte)
            else { return nil }
            return unsafe found - base
        }
    }
}

extension [UInt8] {
    init(copying span: Span<UInt8>) {
        self = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
    }

    mutating func append(copying span: Span<UInt8>) {
        unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
