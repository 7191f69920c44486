"""What the outside judges share: the built site, its pages, and the browser."""

import functools
import http.server
import os
import pathlib
import shutil
import threading

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUTPUT = ROOT / "Output"

# One page of each kind, by its address below the site's root.
KINDS = {
    "front page": "",
    "articles": "articles/",
    "article": "articles/verizon-28-april-2014/",
    "deals": "deals/",
    "deal": "deals/comcast-paid/",
    "providers": "isps/",
    "provider": "isps/comcast/",
    "editions": "index/",
    "edition": "index/2014-03/",
    "charts": "charts/",
    "chart": "charts/comcast-february-to-march/",
    "embedded chart": "charts/comcast-february-to-march/embed/",
    "tags": "tags/",
    "tag": "tags/comcast/",
    "data": "data/",
    "method": "method/",
    "sources": "sources/",
    "corrections": "corrections/",
    "about": "about/",
    "search": "search/",
    "not found": "404.html",
}


def missing(judge: str) -> None:
    """A judge that cannot run is a failure in CI and a skipped test elsewhere."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{judge} is not installed, and in CI every judge must run")
    pytest.skip(f"{judge} is not installed")


def listed(problems: list[str], limit: int = 25) -> str:
    """Problems one a line, for the message of a failed test."""
    more = [f"and {len(problems) - limit} more"] if len(problems) > limit else []
    return "\n".join([f"{len(problems)} problems", *problems[:limit], *more])


@pytest.fixture(scope="session")
def output() -> pathlib.Path:
    if not (OUTPUT / "index.html").exists():
        pytest.fail("Output is empty: run 'swift run sitegen build' first")
    return OUTPUT


@pytest.fixture(scope="session")
def pages(output) -> list[pathlib.Path]:
    """Every page of the site, in order of its path."""
    return sorted(output.rglob("*.html"))


@pytest.fixture(scope="session")
def charts(output) -> list[pathlib.Path]:
    """The page of every chart the site draws, tables left out."""
    found = sorted(page for page in (output / "charts").rglob("index.html") if (page.parent / "embed").is_dir())
    return [page for page in found if "<svg" in page.read_text(encoding="utf-8")]


@pytest.fixture(scope="session")
def java() -> str:
    return shutil.which("java") or missing("java")


@pytest.fixture(scope="session")
def served(output):
    """The address of the built site on loopback."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

    handler = functools.partial(Quiet, directory=str(output))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium():
    path = shutil.which("chromium") or shutil.which("chromium-browser") or missing("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium):
    """Opens tabs with what a test asks of them (`viewport`, `color_scheme`), and closes them after it."""
    opened = []

    def opening(**options):
        context = chromium.new_context(**options)
        opened.append(context)
        return context.new_page()

    yield opening
    for context in opened:
        context.close()
