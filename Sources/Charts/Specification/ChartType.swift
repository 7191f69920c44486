/// What a chart draws.
public enum ChartType: String, Sendable, Hashable, CaseIterable {
    /// A bump chart: places in a ranking over time.
    case rank
    /// Two or three periods side by side, names and values at both ends.
    case slope
    /// Values over time.
    case line
    /// Events in lanes by kind.
    case timeline
    /// A line of the height of the text, without words.
    case sparkline
    /// Entities by periods, the rank as number and shade.
    case rankHeatmap = "rank_heatmap"
    /// A leaderboard of one period.
    case bar
    /// Each entity counted from its own event, over the cohort's median and quartiles.
    case effect
}
