/// What a phrase says of its figure: `nearly`, `more than`, `exactly`.
///
/// A bound is held against the value as it is, without rounding.
package enum Qualifier: String, Sendable, Hashable {
    /// The figure at its own precision; also after `just`, `only` and `merely`.
    case plain
    /// The value is the figure, without rounding: `exactly`, `precisely`.
    case exactly
    /// At most 10 % away, or the figure at its own precision: `about`, `around`, `roughly`, `some`.
    case about
    /// Below the figure by at most 10 % of it: `nearly`, `almost`, `just under`.
    case nearly
    /// Above the figure by at most 10 % of it: `just over`, `slightly more than`.
    case justOver = "just over"
    case moreThan = "more than"
    case atLeast = "at least"
    case lessThan = "less than"
    case atMost = "at most"
}

extension Figure {
    func holds(_ qualifier: Qualifier, for value: MeasuredValue) -> Bool {
        switch qualifier {
        case .plain: agrees(with: value)
        case .exactly: side(of: value) == 0
        case .about: isWithinTenth(value) || agrees(with: value)
        case .nearly: side(of: value) < 0 && isWithinTenth(value)
        case .justOver: side(of: value) > 0 && isWithinTenth(value)
        case .moreThan: side(of: value) > 0
        case .atLeast: side(of: value) >= 0
        case .lessThan: side(of: value) < 0
        case .atMost: side(of: value) <= 0
        }
    }
}
