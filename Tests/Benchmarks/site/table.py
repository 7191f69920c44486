"""The table of what was measured beside what was wanted."""


class Rows:
    def __init__(self):
        self.rows = []
        self.costs = []

    def add(self, what, wanted, measured, holds):
        self.rows.append((what, wanted, measured, "yes" if holds else "no"))
        print(f"{what}: {measured} (wanted: {wanted})", flush=True)

    def add_corpus(self, count, full, unchanged, one_changed):
        own = full["sitegen"]
        text_bytes = 6_900
        self.costs.append((count, own))
        what = f"{count:,} pages"
        self.add(f"{what}, from nothing", "at most 300 MiB for 10,000", cost(own), count > 10_000 or own.memory <= 300)
        if "Hugo" in full:
            wall, processor = ratios(full["Hugo"], own)
            times = f"{cost(full['Hugo'])}: {wall:.1f} times by the clock, {processor:.1f} of processors"
            self.add(f"{what}, Hugo", "10 times as long, better 20", times, min(wall, processor) >= 10)
        if "cmark" in full:
            wall, processor = ratios(own, full["cmark"])
            times = f"{cost(full['cmark'])}: sitegen takes {wall:.1f} times by the clock, {processor:.1f} of processors"
            self.add(f"{what}, cmark on the text alone", "at most 2.5 times that long", times, wall <= 2.5)
        beyond = own.memory * 1024 - count * text_bytes / 1024
        self.add(
            f"{what}, memory a page beyond its text",
            "under 20 KiB",
            f"{beyond / count:.0f} KiB",
            beyond / count < 20,
        )
        if count == 10_000:
            self.add(f"{what}, nothing changed", "under 150 ms", cost(unchanged), unchanged.wall < 0.15)
            self.add(f"{what}, one article changed", "under 250 ms", cost(one_changed), one_changed.wall < 0.25)

    def add_growth(self):
        each = [cost.processor / count for count, cost in self.costs]
        if len(each) < 2:
            return
        shown = ", ".join(f"{one * 1000:.2f} ms" for one in each)
        holds = max(each[1:]) <= each[0] * 1.15
        self.add("processor time a page, as sites grow", "linear within 15 %", shown, holds)

    def add_data(self, read, loaded):
        self.add("CSV, read and held to its schema", "60 MB/s", f"{read:.0f} MB/s", read >= 60)
        self.add("CSV, into SQL", "15 MB/s", f"{loaded:.0f} MB/s", loaded >= 15)

    def add_own_site(self, seconds):
        self.add("this site from nothing, but for PNGs", "under 300 ms", f"{seconds * 1000:.0f} ms", seconds < 0.3)

    def add_start(self, run):
        self.add("`sitegen --version`", "under 10 ms", f"{run.wall * 1000:.1f} ms", run.wall < 0.01)

    @property
    def markdown(self):
        lines = ["| what | wanted | measured | met |", "| --- | --- | --- | --- |"]
        return "\n".join(lines + [f"| {' | '.join(row)} |" for row in self.rows])


def cost(run):
    return f"{run.wall:.2f} s, {run.processor:.2f} s of processors, {run.memory:.0f} MiB"


def ratios(one, other):
    return one.wall / other.wall, one.processor / other.processor
