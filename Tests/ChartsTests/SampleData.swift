import Charts

/// Made-up rankings, the same on every machine.
enum Sample {
    static let names = [
        "Alder Fibre", "Birch Cable", "Cedar Networks", "Dogwood", "Elm Broadband", "Fir", "Gorse Telecom",
        "Hazel & Sons", "Ivy - DSL", "Juniper Rural", "Katsura", "Larch Cable Company", "Maple",
        "Nutmeg Wireless",
        "Oak", "Pine - U", "Quince", "Rowan", "Spruce", "Teak", "Umbrella Pine", "Viburnum", "Willow", "Yew",
    ]

    static func month(_ text: String) -> Period { Grain.month.period(text) ?? Period(0) }

    /// So many entities over so many months from November 2012: values that wander, and their ranks.
    static func series(_ entities: Int, _ periods: Int, seed: UInt64 = 7, names: [String] = names) -> [Series]
    {
        var state = seed
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 33) / Double(UInt64(1) << 31)
        }
        var levels = (0..<entities).map { 4 - Double($0) * 0.13 + next() * 0.1 }
        var points: [[Point]] = Array(repeating: [], count: entities)
        let start = month("2012-11").ordinal
        for period in 0..<periods {
            for entity in 0..<entities { levels[entity] += (next() - 0.48) * 0.14 }
            let printed = levels.map { ($0 * 100).rounded() / 100 }
            let order = printed.indices.sorted {
                printed[$0] == printed[$1] ? $0 < $1 : printed[$0] > printed[$1]
            }
            for (place, entity) in order.enumerated() {
                let hundredths = Int((printed[entity] * 100).rounded())
                let text = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
                points[entity].append(
                    Point(
                        Period(start + period), value: printed[entity], text: text,
                        rank: Rank(Double(place + 1)),
                        row: period * entities + entity + 2))
            }
        }
        return (0..<entities).map { entity in
            let name = entity < names.count ? names[entity] : "Entity \(entity + 1)"
            return Series(
                id: "e\(entity + 1)", name: name, group: ["cable", "dsl", "fibre"][entity % 3],
                link: "/e\(entity + 1)/", points: points[entity])
        }
    }

    static func data(_ entities: Int = 9, _ periods: Int = 16, names: [String] = names) -> ChartData {
        ChartData(
            grain: .month, series: series(entities, periods, names: names),
            noun: Noun("provider", "providers"))
    }

    /// Points dropped, ranks derived and computed, as in a history pieced together from reports.
    static func patchy() -> ChartData {
        var data = data(9, 20)
        for entity in data.series.indices {
            data.series[entity].points = data.series[entity].points.enumerated().compactMap { index, point in
                let key = (entity * 7 + index * 5) % 11
                if key < 3 || (entity == 2 && index > 11) || (entity == 4 && index < 6) { return nil }
                var point = point
                if key == 4 { point.rank?.kind = .derived }
                if key == 5 { point.rank?.kind = .computed }
                return point
            }
        }
        return data
    }

    /// Some entities of each of three kinds, which have a panel each.
    static func panels() -> ChartData {
        var data = data()
        for index in data.series.indices { data.series[index].panel = data.series[index].group }
        return data
    }

    static let events = [
        Event(
            id: "a", title: "Open caches offered", short: "Caches", start: .day(year: 2013, month: 1, day: 9),
            kind: "offer", row: 1),
        Event(
            id: "b", title: "First paid deal", start: .day(year: 2013, month: 6, day: 23), kind: "deal",
            entities: ["e2"], row: 2),
        Event(
            id: "c", title: "Hearing in the capital", start: .month(year: 2013, month: 8), kind: "hearing",
            row: 3),
        Event(
            id: "d", title: "Second paid deal", start: .day(year: 2013, month: 9, day: 2),
            end: .month(year: 2013, month: 11), kind: "deal", entities: ["e4"], row: 4),
    ]

    static func withEvents(_ data: ChartData) -> ChartData {
        var data = data
        data.events = events
        return data
    }
}
