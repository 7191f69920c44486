import Charts
import Datasets
import Diagnostics

/// Options of a chart whose values have forms of their own.
extension ChartDefinition {
    /// `auto`, `6 months`, `2 years`, `3` periods.
    static func periodTicks(_ text: String, _ keys: inout KeyedReader) -> PeriodTicks {
        if text == "auto" { return .auto }
        let words = text.split(separator: " ")
        if let count = words.first.flatMap({ Int($0) }), count > 0 {
            switch words.dropFirst().first.map(String.init) {
            case nil, "period"?, "periods"?, "month"?, "months"?, "day"?, "days"?, "step"?, "steps"?:
                return .every(count)
            case "year"?, "years"?: return .years(count)
            default: break
            }
        }
        keys.report(
            "ticks", at: keys.valueLocation(of: "ticks"), "'\(text)' is no interval of ticks",
            help: "write auto, or a number and a unit: 6 months, 1 year")
        return .auto
    }

    /// `auto`, a number of ticks, or a list of values.
    static func valueTicks(_ value: StructuredValue, _ keys: inout KeyedReader) -> ValueTicks {
        if value.text == "auto" { return .auto }
        switch value.kind {
        case .integer(let count) where (1...50).contains(count): return .count(Int(count))
        case .list(let items):
            let numbers = items.compactMap(\.number)
            if numbers.count == items.count { return .list(numbers) }
        default: break
        }
        keys.report(
            "ticks", at: value.location,
            "'ticks' must be auto, a number of ticks or a list of values, not \(value.described)")
        return .auto
    }

    static func domain(_ value: StructuredValue, _ keys: inout KeyedReader) -> ClosedRange<Double>? {
        if let ends = value.list?.compactMap(\.number), ends.count == 2, ends[0] < ends[1] {
            return ends[0]...ends[1]
        }
        if value.text != "auto" {
            keys.report(
                "domain", at: value.location, "'domain' must be auto or two numbers, the least first",
                help: "write it like [0, 4]")
        }
        return nil
    }

    /// `auto`, `0.00` for decimals, `0.0%` for percents.
    static func numberFormat(_ text: String, _ keys: inout KeyedReader) -> NumberFormat {
        if text == "auto" { return .auto }
        let isPercent = text.hasSuffix("%")
        let digits = isPercent ? text.dropLast() : text[...]
        let decimals = digits.split(separator: ".", omittingEmptySubsequences: false)
        let isFormat =
            (1...2).contains(decimals.count) && decimals[0] == "0"
            && (decimals.count == 1 || (!decimals[1].isEmpty && decimals[1].allSatisfy { $0 == "0" }))
        if isFormat, decimals.count == 1 || decimals[1].count <= 6 {
            let count = decimals.count == 1 ? 0 : decimals[1].count
            return isPercent ? .percent(count) : .decimals(count)
        }
        keys.report(
            "format", at: keys.valueLocation(of: "format"), "'\(text)' is no format of numbers",
            help: "write 0, 0.0 or 0.00 for decimals, 0% or 0.0% for percents")
        return .auto
    }

    /// `wide`, `column`, or width and height in pixels.
    static func size(_ value: StructuredValue, _ keys: inout KeyedReader) -> Size {
        switch value.text {
        case "wide": return .wide
        case "column": return .column
        default: break
        }
        if let sides = value.list?.compactMap(\.number), sides.count == 2,
            sides.allSatisfy({ (120...4_000).contains($0) })
        {
            return .pixels(width: Int(sides[0]), height: Int(sides[1]))
        }
        keys.report("size", at: value.location, "'size' must be wide, column or [width, height] in pixels")
        return .wide
    }

    /// `true` for the chart's own label, `false` for none, or a text with `{rank}`, `{name}` and `{value}`.
    static func label(_ key: String, _ standard: LabelTemplate?, _ keys: inout KeyedReader) -> LabelTemplate?
    {
        guard let value = keys.value(key) else { return standard }
        switch value.kind {
        case .flag(let shows): return shows ? standard : nil
        case .text(let text):
            if let template = LabelTemplate(text) { return template }
            keys.report(
                "label", at: value.location, "'\(text)' is no label",
                help: "use {rank}, {name} and {value} in it")
        default:
            keys.report(
                "label", at: value.location, "'\(key)' must be true, false or a text, not \(value.described)")
        }
        return standard
    }
}

extension StructuredValue {
    /// The number of an integer or a real.
    var number: Double? {
        switch kind {
        case .integer(let number): Double(number)
        case .real(let number): number
        default: nil
        }
    }
}
