"""Drives the program through a specification's examples, as the CommonMark project's own runner does:
Markdown on standard input, HTML on standard output, one process an example.

    python3 Tests/Judges/specifications.py [--program .build/debug/sitegen]

Prints how many examples of each section pass, and which do not; fails where another one does not.
"""

import argparse
import collections
import json
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = ROOT.parent / "shared" / "fixtures"

# What is rendered otherwise than a specification says, by number, each with its reason.
COMMONMARK = {
    354: "libcmark 0.30.2 follows 0.30, in which symbols beside '*' are no punctuation",
    625: "libcmark 0.30.2 follows 0.30, in which '<!-->' is no comment",
    626: "libcmark 0.30.2 follows 0.30, in which '<!--->' is no comment",
}
TAGS = "shown without the tag filter, which is always on: '<style>' and its like are shown as text"
ADDRESSES = "shown without bare addresses, which are always links"
GFM = {
    **dict.fromkeys((140, 141, 142, 145, 147), TAGS),
    **dict.fromkeys((610, 614, 616, 619, 620), ADDRESSES),
}

SPECIFICATIONS = {
    "commonmark": (FIXTURES / "commonmark" / "spec-0.31.2.examples.json", COMMONMARK),
    "gfm": (FIXTURES / "gfm" / "spec-gfm-0.29.examples.json", GFM),
}


def failures(program, flavour, examples):
    command = [str(program), "markdown", "--flavour", flavour, "--unsafe"]
    for example in examples:
        html = subprocess.run(command, input=example["markdown"].encode(), capture_output=True, check=False)
        if html.stdout.decode() != example["html"]:
            yield example


def report(flavour, examples, failed, known):
    """The results by section as lines of text."""
    total = collections.Counter(example["section"] for example in examples)
    wrong = collections.Counter(example["section"] for example in failed)
    yield f"{flavour}: {len(examples) - len(failed)} of {len(examples)}"
    for section, count in total.items():
        yield f"  {section}: {count - wrong[section]} of {count}"
    for example in failed:
        number = example["example"]
        yield f"  {number}: {known.get(number, 'NOT KNOWN')}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=ROOT / ".build" / "debug" / "sitegen")
    program = parser.parse_args().program
    unexpected = False
    for flavour, (path, known) in SPECIFICATIONS.items():
        examples = json.loads(path.read_text())
        failed = list(failures(program, flavour, examples))
        print("\n".join(report(flavour, examples, failed, known)))
        unexpected |= {example["example"] for example in failed} != known.keys()
    return int(unexpected)


if __name__ == "__main__":
    raise SystemExit(main())
