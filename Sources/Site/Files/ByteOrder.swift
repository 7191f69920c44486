extension String {
    /// Whether it comes first in the order of the bytes of UTF-8, which no locale and no spelling of accents changes.
    func precedesInBytes(_ other: String) -> Bool {
        let (left, right) = (utf8Span.span, other.utf8Span.span)
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
            return left[index] < right[index]
        }
        return left.count < right.count
    }
}
