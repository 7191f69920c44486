"""Every address on a page leads somewhere, also when the site is read from the disk."""

import html.parser
import pathlib
import re
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


# From each kind of page to the kinds that every page of it leads to, by where they stand; the menu and the foot apart.
BEHIND_A_FIGURE = ["data/", "method/", "sources/", "corrections/"]
LEADS = {
    "articles/*/": ["articles/*/", "index/*/", "tags/*/", *BEHIND_A_FIGURE],
    "deals/*/": ["deals/", "deals/*/", *BEHIND_A_FIGURE],
    "isps/*/": ["isps/", "isps/*/", "index/*/", *BEHIND_A_FIGURE],
    "index/*/": ["index/", "index/*/", "isps/*/", *BEHIND_A_FIGURE],
    "deals/": ["deals/*/", *BEHIND_A_FIGURE],
    "isps/": ["isps/*/", *BEHIND_A_FIGURE],
    "index/": ["index/*/", "isps/*/", *BEHIND_A_FIGURE],
    "sources/": ["index/*/", "deals/*/", "data/", "method/", "corrections/"],
    "data/": ["method/", "sources/", "corrections/"],
    "method/": ["data/", "sources/", "corrections/"],
    "corrections/": ["data/", "method/", "sources/"],
    "tags/*/": ["articles/*/"],
}


def main_of(page: pathlib.Path) -> str:
    text = page.read_text(encoding="utf-8")
    return text[text.index("<main") : text.index("</main>")]


def prose_of(article: pathlib.Path) -> str:
    """What the authors wrote: without figures, and without what stands below the text."""
    text = main_of(article).partition('<section class="references"')[0]
    return re.sub("<figure.*?</figure>", "", text, flags=re.DOTALL)


def led_to(page: pathlib.Path, main: str | None = None) -> set[pathlib.Path]:
    """The other pages that the main part of a page leads to, or a piece of it."""
    main = main_of(page) if main is None else main
    paths = (urllib.parse.unquote(urllib.parse.urlsplit(each).path) for each in filter(own, Addresses(main).addresses))
    return {(page.parent / path).resolve() for path in paths if path} - {page}


@pytest.mark.parametrize("kind", LEADS)
def test_a_page_leads_on_to_what_belongs_to_it(kind, output):
    pages = list(output.glob(kind + "index.html"))
    targets = {target: set(output.glob(target + "index.html")) for target in LEADS[kind]}
    closed = [
        f"{page.relative_to(output)} leads to no {target}"
        for page in pages
        for target, found in targets.items()
        if not led_to(page) & found
    ]
    assert pages and not closed, listed(closed)


def test_deals_editions_and_providers_lead_to_the_articles_about_them(output):
    articles = set(output.glob("articles/*/index.html"))
    about = {page for article in articles for page in led_to(article, prose_of(article)) - articles}
    kinds = ("deals", "index", "isps")
    told = [page for kind in kinds for page in output.glob(f"{kind}/*/index.html") if page in about]
    silent = [str(page.relative_to(output)) for page in told if not led_to(page) & articles]
    assert told and not silent, listed(silent)
