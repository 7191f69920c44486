/// The part of an address made from a title, as GitHub makes anchors: lower case, letters and digits of
/// any script, `-` and `_`; a space becomes `-`, everything else is dropped.
func slug(_ title: String) -> String {
    if isSlug(title, joinedBy: "-") { return title }
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

/// Each part of a folder's path as a part of an address.
func slugged(_ folder: String) -> String {
    if isSlug(folder, joinedBy: "-/") { return folder }
    return folder.split(separator: "/").map { slug(String($0)) }.joined(separator: "/")
}

/// Whether a text is one already, as the names of most files are: lower-case letters and digits of ASCII and `_`,
/// with single ones of some other characters between them.
private func isSlug(_ text: String, joinedBy joints: StaticString) -> Bool {
    var isJoint = true
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            isJoint = false
        default:
            guard !isJoint, joints.description.utf8.contains(byte) else { return false }
            isJoint = true
        }
    }
    return !isJoint
}

/// Without repeated hyphens, and without one at either end.
private func collapsed(_ text: String) -> String {
    text.split(separator: "-", omittingEmptySubsequences: true).joined(separator: "-")
}
