"""LinkChecker over a served copy of the site with links broken on purpose: it finds those, as `check` does, and no other."""

import functools
import http.server
import pathlib
import re
import shutil
import subprocess
import tempfile
import threading
import urllib.parse

import pytest

from conftest import OUTPUT, ROOT, missing

PROGRAM = ROOT / ".build/debug/sitegen"
BROKEN = 20

SETTINGS = "[checking]\nmaxrequestspersecond=10000\nthreads=8\n"

# A link of an author's to a page of the site: its text, and an address from the root.
LINK = re.compile(r"\]\((/(?:articles|deals|isps|index)/[a-z0-9-]+/)\)")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def end_headers(self):
        # By this header a host tells LinkChecker that it may ask as fast as it likes.
        self.send_header("LinkChecker", "welcome")
        super().end_headers()

    def log_message(self, *arguments):
        pass


def crawled(folder: pathlib.Path, settings: pathlib.Path) -> set[str]:
    """The addresses below a folder, served, that lead nowhere."""
    program = shutil.which("linkchecker") or missing("linkchecker")
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        command = [program, "--config", settings, "--no-status", "--no-warnings", "--no-robots", "--output=csv", address]
        ended = subprocess.run(command, capture_output=True, text=True)
        server.shutdown()
    lines = [line.split(";") for line in ended.stdout.splitlines() if line and not line.startswith("#")]
    assert lines and "url" in lines[0], ended.stderr
    place = lines[0].index("url")
    return {urllib.parse.urlsplit(line[place]).path for line in lines[1:]}


@pytest.fixture(scope="module")
def settings():
    # In a folder that everybody may read: LinkChecker gives up an administrator's rights before it does.
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        path.chmod(0o755)
        (path / "settings").write_text(SETTINGS)
        yield path / "settings"


def page_of(text: pathlib.Path) -> pathlib.Path:
    """Where the page of a Markdown file stands."""
    if text.stem in ("index", "_index"):
        return text.parent / "index.html"
    return text.with_suffix("") / "index.html"


def test_check_and_a_crawl_agree_on_links_that_were_broken(output, settings, tmp_path):
    site, published = tmp_path / "site", tmp_path / "published"
    shutil.copytree(ROOT / "Content", site / "Content")
    shutil.copytree(ROOT / "Templates", site / "Templates")
    shutil.copytree(OUTPUT, published)
    found = [
        (text, match)
        for text in sorted((site / "Content").rglob("*.md"))
        for match in LINK.finditer(text.read_text(encoding="utf-8"))
        if (published / page_of(text.relative_to(site / "Content"))).exists()
    ]
    chosen = found[:: max(1, len(found) // BROKEN)][:BROKEN]
    assert len(chosen) == BROKEN
    broken = {f"/broken/{number}/" for number in range(BROKEN)}
    for number, (text, match) in reversed(list(enumerate(chosen))):
        break_source(text, match, f"/broken/{number}/")
        break_page(published, page_of(text.relative_to(site / "Content")), match[1], f"broken/{number}/")

    ended = subprocess.run([PROGRAM, "check", "--source", site], capture_output=True, text=True)
    told = re.findall(r"^(\S+): error: no page or file of the site has the address '(/broken/\d+/)'", ended.stderr, re.MULTILINE)
    assert ended.returncode == 1
    assert {address for _, address in told} == broken
    assert {place.split(":")[0] for place, _ in told} == {str(text.relative_to(site)) for text, _ in chosen}
    assert crawled(published, settings) == broken


def break_source(text: pathlib.Path, match: re.Match, address: str) -> None:
    whole = text.read_text(encoding="utf-8")
    text.write_text(whole[: match.start(1)] + address + whole[match.end(1) :], encoding="utf-8")


def break_page(published: pathlib.Path, page: pathlib.Path, address: str, broken: str) -> None:
    """The first link in the main part of a page that leads to an address leads to another one."""
    up = "../" * len(page.parent.parts)
    path = published / page
    head, main, rest = path.read_text(encoding="utf-8").partition("<main")
    link = f'href="{relative(address, page)}"'
    assert link in rest, (page, link)
    path.write_text(head + main + rest.replace(link, f'href="{up}{broken}"', 1), encoding="utf-8")


def relative(address: str, page: pathlib.Path) -> str:
    """An address from the root as it is written on a page."""
    here, there = list(page.parent.parts), [*address.strip("/").split("/"), "index.html"]
    while here and len(there) > 1 and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "../" * len(here) + "/".join(there)
