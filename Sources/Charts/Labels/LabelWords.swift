/// What labels say: templates filled with the rank, the name and the value of one place.
struct LabelWords {
    let specification: ChartSpecification
    let data: ChartData
    let standings: Standings
    let layout: Layout

    /// The widest label that a chart of this width has room for.
    let limit: Double
    let lettering: Lettering

    /// The words and, where they begin with the rank, the rank alone.
    func words(
        _ entity: Int, _ column: Int, _ template: LabelTemplate, standard: LabelTemplate, isBold: Bool = false
    ) -> (words: String, rank: String?) {
        let cell = standings[entity, column]
        let series = standings.series[entity]
        let rank = cell.hasRank ? cell.rank.plain : ""
        let parts = template.isStandard ? standard.parts : template.parts
        func filled(_ name: String) -> String {
            var words = ""
            for part in parts {
                switch part {
                case .literal(let text): words += text
                case .rank: words += rank
                case .name: words += name
                case .value: words += value(entity, column)
                }
            }
            while words.last == " " { words.removeLast() }
            while words.first == " " { words.removeFirst() }
            return words
        }
        let lettering = lettering.bold(isBold)
        let name = layout == .small ? series.shortName ?? series.name : series.name
        var words = filled(name)
        // Where it is too wide the name gives way, so that its number can still be read.
        let excess = lettering.reserved(words) - limit
        if excess > 0 {
            words = filled(lettering.shortened(name, to: lettering.reserved(name) - excess))
        }
        let isRankFirst = parts.first == .rank && !rank.isEmpty
        return (lettering.shortened(words, to: limit), isRankFirst ? rank : nil)
    }

    /// The value as it was printed, else in the format asked for.
    func value(_ entity: Int, _ column: Int) -> String {
        guard let point = standings.point(entity, column), let value = point.value, value.isFinite else {
            return ""
        }
        return point.text ?? specification.y.format.text(value)
    }

    static let nameAndRank = LabelTemplate([.name, .literal(" "), .rank])
    static let rankAndName = LabelTemplate([.rank, .literal(" "), .name])
    static let nameAndValue = LabelTemplate([.name, .literal(" "), .value])
    static let valueAndName = LabelTemplate([.value, .literal(" "), .name])
}

extension NumberFormat {
    /// The number in this format, with as many decimals as it needs where the format does not say.
    func text(_ number: Double, decimals: Int? = nil) -> String {
        switch self {
        case .auto: NumberText.text(number, decimals: decimals ?? min(NumberText.decimals(of: number), 3))
        case .decimals(let count): NumberText.text(number, decimals: count)
        case .percent(let count): NumberText.text(number * 100, decimals: count) + "%"
        }
    }
}
