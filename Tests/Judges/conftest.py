"""What the outside judges share: the built site and the browser."""

import http.server
import os
import pathlib
import threading

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUTPUT = ROOT / "Output"


def missing(judge: str) -> None:
    """A judge that cannot run is a failure in CI and a skipped test elsewhere."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{judge} is not installed, and in CI every judge must run")
    pytest.skip(f"{judge} is not installed")


@pytest.fixture(scope="session")
def output() -> pathlib.Path:
    if not (OUTPUT / "index.html").exists():
        pytest.fail("Output is empty: run 'swift run sitegen build' first")
    return OUTPUT


@pytest.fixture(scope="session")
def served(output):
    """The address of the built site on loopback."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments):
            super().__init__(*arguments, directory=str(output))

        def log_message(self, *arguments):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium():
    path = next((p for p in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if os.path.exists(p)), None)
    if path is None:
        missing("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
