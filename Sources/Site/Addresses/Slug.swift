/// The part of an address made from a title, as GitHub makes anchors: lower case, letters and digits of
/// any script, `-` and `_`; a space becomes `-`, everything else is dropped.
func slug(_ title: String) -> String {
    var result = ""
    for scalar in title.unicodeScalars {
        switch scalar {
        case " ", "/", "\t": result.append("-")
        case "-", "_": result.unicodeScalars.append(scalar)
        default:
            let properties = scalar.properties
            let isWordPart =
                properties.isAlphabetic || properties.numericType != nil
                || properties.generalCategory == .nonspacingMark
            if isWordPart { result.append(properties.lowercaseMapping) }
        }
    }
    return collapsed(result)
}

/// Without repeated hyphens, and without one at either end.
private func collapsed(_ text: String) -> String {
    text.split(separator: "-", omittingEmptySubsequences: true).joined(separator: "-")
}
