/// A request as it came in, whole: its head, and a body of at most `ConnectionLimits.bodyBytes`.
struct Request: Sendable, Hashable {
    var method: String
    /// As it stands on the request line, not yet decoded.
    var target: String
    var headers: [Header]
    var body: [UInt8] = []

    struct Header: Sendable, Hashable {
        let name: String
        let value: String

        init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// All values of a header, in the order in which they came.
    func values(of name: String) -> [String] {
        headers.filter { $0.name.lowercased() == name }.map(\.value)
    }

    /// The value of a header that came once; nil where it is absent or came twice.
    subscript(name: String) -> String? {
        let values = values(of: name)
        return values.count == 1 ? values[0] : nil
    }
}
