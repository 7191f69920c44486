"""The examples of the CommonMark and GitHub specifications, each in a process of its own."""

import json

import pytest
from specifications import ROOT, SPECIFICATIONS, failures

PROGRAM = ROOT / ".build" / "debug" / "sitegen"


@pytest.mark.parametrize("flavour", SPECIFICATIONS)
def test_only_known_examples_differ(flavour):
    path, known = SPECIFICATIONS[flavour]
    if not path.exists():
        pytest.skip("the fixtures are not beside the repository")
    failed = failures(PROGRAM, flavour, json.loads(path.read_text()))
    assert {example["example"] for example in failed} == known.keys()
