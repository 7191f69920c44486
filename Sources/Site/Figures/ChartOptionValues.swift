import Charts
import Datasets
import Diagnostics

/// Options of a chart whose values have forms of their own.
extension ChartDefinition {
    /// `auto`, an interval, or a list of periods.
    static func periodTicks(_ keys: inout KeyedReader) -> PeriodTickSelection {
        guard let value = keys.value("ticks") else { return .auto }
        if value.text == "auto" { return .auto }
        if value.list != nil {
            let texts = keys.locatedTexts("ticks") ?? []
            return .list(texts.map { LocatedText($0.text, at: $0.location) })
        }
        return keys.located("ticks").map(PeriodTickSelection.interval) ?? .auto
    }

    /// `6 months`, `2 years`, `3` periods, for an axis of the grain; nil for anything else.
    static func interval(_ text: String, of grain: Grain) -> PeriodTicks? {
        let words = text.split(separator: " ")
        guard (1...2).contains(words.count), let count = Int(words[0]), (1...10_000).contains(count) else {
            return nil
        }
        guard words.count == 2 else { return .every(count) }
        switch (words[1], grain) {
        case ("period", _), ("periods", _): return .every(count)
        case ("step", .ordinal), ("steps", .ordinal): return .every(count)
        case ("day", .day), ("days", .day): return .every(count)
        case ("week", .day), ("weeks", .day): return .every(count * 7)
        case ("quarter", .quarter), ("quarters", .quarter): return .every(count)
        case ("quarter", .day), ("quarters", .day), ("quarter", .month), ("quarters", .month):
            return .months(count * 3)
        case ("month", .day), ("months", .day), ("month", .month), ("months", .month): return .months(count)
        case ("month", .quarter), ("months", .quarter):
            return count.isMultiple(of: 3) ? .every(count / 3) : nil
        case ("year", _), ("years", _): return grain == .ordinal ? nil : .years(count)
        default: return nil
        }
    }

    /// `auto`, a step, or a list of values.
    static func valueTicks(_ value: StructuredValue, _ keys: inout KeyedReader) -> ValueTicks {
        if value.text == "auto" { return .auto }
        switch value.kind {
        case .integer(let step) where step > 0: return .every(Double(step))
        case .real(let step) where step.isFinite && step > 0: return .every(step)
        case .list(let items):
            let numbers = items.compactMap(\.number)
            if numbers.count == items.count { return .list(numbers) }
        default: break
        }
        keys.report(
            "ticks", at: value.location,
            "'ticks' must be auto, the step between two ticks or a list of values, not \(value.described)")
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
