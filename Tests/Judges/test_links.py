"""Every address on a page leads somewhere, also when the site is read from the disk."""

import html.parser
import pathlib
import urllib.parse

import pytest

from conftest import listed

ADDRESSES = {"href", "src", "poster", "data", "action"}


class Addresses(html.parser.HTMLParser):
    """The addresses a page points to, and the names in it that can be pointed at."""

    def __init__(self, text: str):
        super().__init__()
        self.names: set[str] = set()
        self.addresses: list[str] = []
        self.loaded: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.names.add(value)
            elif name == "srcset":
                self.addresses += [part.split()[0] for part in value.split(",")]
            elif name in ADDRESSES and value is not None:
                self.addresses.append(value)
                if tag not in ("a", "area") and dict(attributes).get("rel") not in ("canonical", "license"):
                    self.loaded.append(value)


@pytest.fixture(scope="session")
def read(pages) -> dict[pathlib.Path, Addresses]:
    return {page: Addresses(page.read_text(encoding="utf-8")) for page in pages}


def own(address: str) -> bool:
    """Whether an address is one of the site's own, which relative ones are."""
    parts = urllib.parse.urlsplit(address)
    return not parts.scheme and not parts.netloc


def test_every_internal_address_names_a_file_and_every_anchor_an_element(output, read):
    problems = []
    for page, found in read.items():
        for address in filter(own, found.addresses):
            parts = urllib.parse.urlsplit(address)
            path = urllib.parse.unquote(parts.path)
            target = (page.parent / path).resolve() if path else page
            where = f"{page.relative_to(output)}: {address}"
            if page == output / "404.html" and path.startswith("/"):
                # A host shows this page at any depth, so that its links count from the root.
                if not (output / path.lstrip("/")).exists():
                    problems.append(f"{where} leads to no file")
            elif path.startswith("/"):
                problems.append(f"{where} leads to the root of the disk when the site is read as files")
            elif not target.is_relative_to(output):
                problems.append(f"{where} leads out of the site")
            elif not target.is_file():
                problems.append(f"{where} leads to no file")
            elif parts.fragment and target.suffix == ".html":
                if urllib.parse.unquote(parts.fragment) not in read[target].names:
                    problems.append(f"{where} leads to no element")
    assert not problems, listed(problems)


def test_no_page_loads_anything_from_another_host(output, read):
    problems = [
        f"{page.relative_to(output)}: {address}"
        for page, found in read.items()
        for address in found.loaded
        if not own(address) and not address.startswith("data:")
    ]
    assert not problems, listed(problems)


def test_every_page_can_be_reached_from_the_front_page(output, read):
    reached, waiting = set(), [output / "index.html"]
    while waiting:
        page = waiting.pop()
        if page in reached or page not in read:
            continue
        reached.add(page)
        for address in filter(own, read[page].addresses):
            waiting.append((page.parent / urllib.parse.unquote(urllib.parse.urlsplit(address).path)).resolve())
    # A host shows 404.html at any address that leads nowhere.
    lonely = sorted(str(page.relative_to(output)) for page in read.keys() - reached if page.name != "404.html")
    assert not lonely, listed(lonely)


def test_no_page_is_a_dead_end(output, read):
    closed = [str(page.relative_to(output)) for page, found in read.items() if not list(filter(own, found.addresses))]
    assert not closed, listed(closed)
