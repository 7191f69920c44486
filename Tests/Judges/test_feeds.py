"""Feeds, calendars and the site map of the site as they are published, read by other people's readers."""

import json
import pathlib
import subprocess
import urllib.parse
import xml.etree.ElementTree as xml

import pytest

from conftest import ROOT, listed

BASE = "https://ledger.example.org/a/b/"
PROGRAM = ROOT / ".build/debug/sitegen"


@pytest.fixture(scope="session")
def published(tmp_path_factory) -> pathlib.Path:
    """The site built for an address of its own, which feeds need."""
    if not PROGRAM.exists():
        pytest.fail("there is no program: run 'swift build' first")
    folder = tmp_path_factory.mktemp("published") / "site"
    command = [PROGRAM, "build", "--source", ROOT, "--output", folder, "--base-url", BASE, "--quiet"]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def test_feedparser_reads_every_atom_feed_without_a_flag(published):
    import feedparser

    feeds = sorted(published.rglob("feed.xml"))
    assert feeds
    problems = []
    for path in feeds:
        feed = feedparser.parse(path.read_bytes())
        if feed.bozo or feed.version != "atom10":
            problems.append(f"{path}: {feed.get('bozo_exception', feed.version)}")
        for entry in feed.entries:
            if not (entry.id.startswith(BASE) and entry.link.startswith(BASE) and entry.updated_parsed):
                problems.append(f"{path}: {entry.id}")
            content = entry.content[0].value
            if "<svg" in content or 'href="/' in content or 'src="/' in content or 'href="#' in content:
                problems.append(f"{path}: {entry.id}: not fit for other places")
    assert not problems, listed(problems)


def test_json_feeds_have_what_the_format_requires(published):
    feeds = sorted(published.rglob("feed.json"))
    assert feeds
    for path in feeds:
        feed = json.loads(path.read_text())
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"] and feed["feed_url"] == BASE + str(path.relative_to(published))
        assert len({item["id"] for item in feed["items"]}) == len(feed["items"]) <= 20
        assert all(item["content_html"] and item["date_published"] for item in feed["items"])


def test_calendars_are_read_by_icalendar(published):
    import icalendar

    calendars = sorted(published.rglob("*.ics"))
    assert calendars
    for path in calendars:
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        events = calendar.walk("VEVENT")
        assert events and len({str(event["UID"]) for event in events}) == len(events)
        assert all(event.start < event.end for event in events)
        assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))


def test_the_site_map_names_pages_that_are_there(published):
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    root = xml.parse(published / "sitemap.xml").getroot()
    addresses = [element.text for element in root.findall("s:url/s:loc", names)]
    assert addresses and len(set(addresses)) == len(addresses)
    for address in addresses:
        assert address.startswith(BASE)
        path = urllib.parse.unquote(address.removeprefix(BASE))
        assert (published / path / "index.html").exists() or (published / path).is_file(), address
    assert {element.tag.split("}")[1] for element in root.iter()} <= {"urlset", "url", "loc", "lastmod"}


def test_the_manifest_tells_the_truth(published):
    import hashlib

    files = json.loads((published / "manifest.json").read_text())["files"]
    for file in files:
        content = (published / file["path"]).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file["bytes"], file["sha256"])
    there = {str(path.relative_to(published)) for path in published.rglob("*") if path.is_file()}
    assert there == {file["path"] for file in files} | {"manifest.json"}
