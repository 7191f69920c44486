extension Index {
    /// One row for each entity and period of which the value or the rank is known.
    var standingsTable: MadeTable {
        let unit = definition.value?.unit
        return MadeTable(
            name: "\(name)_standings",
            columns: [
                .init("period", definition.grain.fieldType), .init("entity", .string), .init("name", .string),
                .init("value", .number, unit: unit), .init("value_text", .string, unit: unit),
                .init("rank", .integer), .init("rank_kind", .string),
                .init("previous_period", definition.grain.fieldType), .init("previous_rank", .integer),
                .init("change", .integer), .init("streak", .integer), .init("list_size", .integer),
                .init("is_tied", .boolean),
            ], rows: standings.map(\.tableRow), key: ["period", "entity"])
    }

    /// One row for each period of which anything is known.
    func editionsTable(in forms: any WordForms) -> MadeTable {
        let grain = definition.grain.fieldType
        var sources: [Period: [RowID]] = [:]
        for standing in standings { sources[standing.period, default: []] += standing.sources }
        return MadeTable(
            name: "\(name)_editions",
            columns: [
                .init("period", grain), .init("label", .string), .init("ordinal", .integer),
                .init("previous", grain), .init("next", grain), .init("list_size", .integer),
                .init("members_known", .integer), .init("values_count", .integer),
                .init("ranks_count", .integer), .init("published_count", .integer),
                .init("derived_count", .integer), .init("computed_count", .integer),
                .init("leader", .string), .init("break_before", .boolean), .init("break_label", .string),
                .init("value_break_before", .boolean), .init("value_break_label", .string),
                .init("is_complete", .boolean),
            ], rows: editions.map { $0.tableRow(sources[$0.period] ?? [], forms) }, key: ["period"])
    }
}

extension Standing {
    /// In the order of the columns of `NAME_standings`.
    fileprivate var tableRow: MadeTable.Row {
        MadeTable.Row(
            values: [
                .text(period.text), .text(entity), .text(name), .init(value), .init(valueText), .init(rank),
                .init(rankKind?.rawValue), .text(period.previous.text), .init(previousRank), .init(change),
                .init(streak), .init(listSize), .init(isTied),
            ], sources: sources)
    }
}

extension Edition {
    /// In the order of the columns of `NAME_editions`.
    fileprivate func tableRow(_ sources: [RowID], _ forms: any WordForms) -> MadeTable.Row {
        MadeTable.Row(
            values: [
                .text(period.text), .text(period.label(in: forms)), .init(ordinal), .init(previous?.text),
                .init(next?.text), .init(listSize), .init(memberCount), .init(valueCount), .init(rankCount),
                .init(publishedCount), .init(derivedCount), .init(computedCount), .init(leader),
                .init(listBreak != nil), .init(listBreak?.label), .init(valueBreak != nil),
                .init(valueBreak?.label), .init(isComplete),
            ], sources: sources)
    }
}

extension Value {
    fileprivate init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }
    fileprivate init(_ number: Double?) { self = number.map { .real($0) } ?? .null }
    fileprivate init(_ text: String?) { self = text.map { .text($0) } ?? .null }
    fileprivate init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }
}

extension Period.Grain {
    fileprivate var fieldType: FieldType {
        switch self {
        case .year: .string
        case .month: .yearmonth
        case .day: .date
        case .quarter, .week: .string
        }
    }
}
