/// One number as it is written, and the numbers that it stands for.
package struct Figure: Sendable, Hashable {
    package enum Form: Sendable, Hashable { case cardinal, ordinal, fraction, multiple }

    enum Measure: Sendable, Hashable {
        /// The number, and the power of ten of the last digit that is shown.
        case decimal(ExactDecimal, unit: Int)
        /// A third, two and a half: from 2 to 999 parts of a whole.
        case fraction(numerator: Int, denominator: Int)
    }

    package let form: Form
    let measure: Measure
    /// As the author wrote it.
    package let written: String

    /// Whether it is a part and a whole: `two in three`, `2 out of 3`.
    var isShare: Bool { form == .fraction && (written.contains(" in ") || written.contains(" out of ")) }

    /// The number itself, for sentences.
    package var text: String {
        switch measure {
        case .decimal(let number, let unit): number.text(unit: unit)
        case .fraction(let numerator, let denominator): "\(numerator)/\(denominator)"
        }
    }

    /// The number to the nearest double.
    package var number: Double {
        switch measure {
        case .decimal(let number, _): number.double
        case .fraction(let numerator, let denominator): Double(numerator) / Double(denominator)
        }
    }
}

extension Figure {
    /// Whether a value, at the precision of this figure, is this figure.
    ///
    /// | figure | agrees with |
    /// | --- | --- |
    /// | cardinal | a value that, rounded half away from zero to the last digit shown, gives it |
    /// | ordinal | the whole number itself |
    /// | half, thirds, quarters | values at most 1/24 away, where the next of them begins |
    /// | other fractions | values at most 1/(2d(d+1)) away, half the way to the next unit fraction |
    /// | multiple (twice, three times) | a value that rounds to it and is within 10 % of it |
    ///
    /// Where a value lies so near to a half that binary arithmetic cannot tell, both neighbours agree.
    func agrees(with value: MeasuredValue) -> Bool {
        switch measure {
        case .fraction: return abs(value.double - number) <= fractionTolerance + 1e-12
        case .decimal(let figure, let unit):
            switch form {
            case .ordinal: return value.exact == figure
            case .multiple: return value.rounds(to: figure, unit: unit) && isWithinTenth(value)
            case .cardinal, .fraction: return value.rounds(to: figure, unit: unit)
            }
        }
    }

    /// Whether the value is at most a tenth of this figure away from it.
    func isWithinTenth(_ value: MeasuredValue) -> Bool {
        abs(value.double - number) <= abs(number) * 0.1 * (1 + 1e-9)
    }

    /// Below, at or above this figure: −1, 0 or 1. The value is taken as it is, not rounded.
    func side(of value: MeasuredValue) -> Int {
        switch measure {
        case .decimal(let figure, _): return value.exact == figure ? 0 : value.exact < figure ? -1 : 1
        case .fraction:
            let distance = value.double - number
            return abs(distance) <= 1e-11 * max(1, abs(number)) ? 0 : distance < 0 ? -1 : 1
        }
    }

    private var fractionTolerance: Double {
        guard case .fraction(_, let denominator) = measure else { return 0 }
        let parts = Double(denominator)
        return denominator <= 4 ? 1 / 24 : 1 / (2 * parts * (parts + 1))
    }
}
