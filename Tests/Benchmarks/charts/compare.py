#!/usr/bin/env python3
"""Draws the same rank chart here and with vl-convert, and compares the times of one warm chart.

    pip install vl-convert-python
    python3 Tests/Benchmarks/charts/compare.py ../shared/fixtures/rank-17x28.csv

Fails where this library is not a hundred times as fast, takes 1 ms or more a chart, or where 10,000 charts
in one process leave more than 4 MB behind.
"""

import csv
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
COUNT = 10_000


def ours(path):
    scratch = ["--scratch-path", str(ROOT / ".build-release")]
    build = ["swift", "build", "-c", "release", "--product", "chart-benchmark", *scratch]
    subprocess.run(build, cwd=ROOT, check=True, stdout=sys.stderr)
    where = subprocess.run([*build, "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
    program = Path(where.stdout.strip()) / "chart-benchmark"
    run = subprocess.run([program, path, str(COUNT)], check=True, capture_output=True, text=True)
    return json.loads(run.stdout)


def specification(rows):
    line = {"mark": {"type": "line", "point": True, "interpolate": "monotone"}}
    last = max(row["period"] for row in rows)
    names = {
        "transform": [{"filter": f"datum.period == '{last}'"}],
        "mark": {"type": "text", "align": "left", "dx": 8},
        "encoding": {"text": {"field": "entity"}},
    }
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": 760,
        "height": 480,
        "data": {"values": rows},
        "encoding": {
            "x": {"field": "period", "type": "temporal"},
            "y": {"field": "rank", "type": "quantitative", "scale": {"reverse": True}},
            "color": {"field": "entity", "type": "nominal", "legend": None},
        },
        "layer": [line, names],
    }


def theirs(path):
    import vl_convert

    with open(path, newline="") as file:
        rows = list(csv.reader(file))[1:]
    values = [{"entity": r[0], "period": r[1], "rank": float(r[3])} for r in rows if len(r) == 4 and r[3]]
    chart = specification(values)
    times = []
    for _ in range(13):
        start = time.perf_counter()
        picture = vl_convert.vegalite_to_svg(chart)
        times.append((time.perf_counter() - start) * 1000)
    return {"median_ms": statistics.median(times[3:]), "bytes": len(picture.encode())}


def main():
    path = str(Path(sys.argv[1]).resolve())
    here, there = ours(path), theirs(path)
    ratio = there["median_ms"] / here["median_ms"]
    growth = here["resident_kb_after"] - here["resident_kb_before"]
    print(f"Charts      {here['median_ms']:8.3f} ms {here['bytes']:8} bytes")
    print(f"vl-convert  {there['median_ms']:8.3f} ms {there['bytes']:8} bytes")
    print(f"ratio {ratio:.0f}; {COUNT} charts left {growth} kB behind")
    failures = [
        message
        for failed, message in [
            (ratio < 100, "less than a hundred times as fast"),
            (here["median_ms"] >= 1, "1 ms or more a chart"),
            (growth > 4096, "memory grows"),
        ]
        if failed
    ]
    sys.exit("; ".join(failures) if failures else 0)


if __name__ == "__main__":
    main()
