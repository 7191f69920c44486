/// The anchors of one text: GitHub's names for headings and those that authors give, each given once.
struct AnchorNames {
    private var taken: Set<String> = []
    /// How many headings have asked for a name, so that 5,000 equal ones take linear time.
    private var requests: [String: Int] = [:]
    private var given: [String: Place] = [:]

    /// Keeps a name that the author gave for what stands at this place, unless something before it has it.
    mutating func reserve(_ name: String, at place: Place) {
        guard given[name] == nil else { return }
        given[name] = place
        taken.insert(name)
    }

    /// Where an author's name was given first.
    func place(of name: String) -> Place? { given[name] }

    /// A name that nothing else has: `text`, `text-1`, `text-2` and so on.
    mutating func name(for text: [UInt8]) -> String {
        let base = Self.slug(text)
        var number = requests[base, default: 0]
        var name = number == 0 ? base : "\(base)-\(number)"
        while taken.contains(name) {
            number += 1
            name = "\(base)-\(number)"
        }
        requests[base] = number + 1
        taken.insert(name)
        return name
    }

    /// The text in lower case, its words joined by hyphens, everything but letters, digits, marks, hyphens
    /// and underscores left out; `section` where nothing is left.
    static func slug(_ text: [UInt8]) -> String {
        var result = String.UnicodeScalarView()
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", "-", "_": result.append(scalar)
            case "A"..."Z": result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            case " ", "\t", "\n": result.append("-")
            case _ where scalar.isASCII: continue
            default:
                guard isWord(scalar) else { continue }
                result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return result.isEmpty ? "section" : String(result)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
            .connectorPunctuation:
            true
        default: false
        }
    }
}
