"""The same site at the root of a host, in a folder of one, with relative links, and opened from the disk."""

import contextlib
import functools
import http.server
import os
import pathlib
import shutil
import socket
import subprocess
import threading
import time

import pytest

from conftest import OUTPUT, ROOT

PROGRAM = ROOT / ".build/debug/sitegen"
STANDINGS = ("root", "folder", "relative", "disk")
# In a folder of a host the site stands under nginx, where that is installed.
PROGRAM_OF_NGINX = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")

# The whole of what a site in a folder of a host needs; the worker keeps the rights of whoever runs the test.
NGINX = """
daemon off; master_process off; pid {state}/pid; error_log {state}/errors;
events {{}}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {state}/body; proxy_temp_path {state}/proxy; fastcgi_temp_path {state}/fastcgi;
  uwsgi_temp_path {state}/uwsgi; scgi_temp_path {state}/scgi;
  server {{ listen 127.0.0.1:{port}; root {host}; error_page 404 /a/b/404.html; }}
}}
"""


class Host(http.server.SimpleHTTPRequestHandler):
    """Shows the site's own page at addresses that lead nowhere, as web hosts are set up to do."""

    not_found = pathlib.Path()

    def send_error(self, code, message=None, explain=None):
        page = self.not_found.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *arguments):
        pass


def build(site: pathlib.Path, address: str) -> None:
    command = [PROGRAM, "build", "--source", ROOT, "--output", site, "--base-url", address, "--quiet"]
    # No search path: pictures take long, and no page shows them.
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PATH": ""})


@contextlib.contextmanager
def nginx(host: pathlib.Path, state: pathlib.Path):
    """The address of a folder of a host that nginx serves."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (state / "settings").write_text(NGINX.format(state=state, host=host, port=port))
    server = subprocess.Popen([PROGRAM_OF_NGINX, "-e", state / "errors", "-c", state / "settings"], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as asking:
                if asking.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/a/b/"
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="module", params=STANDINGS)
def standing(request, output, tmp_path_factory):
    """How the site stands, and its address there."""
    if request.param == "disk":
        yield request.param, output.as_uri() + "/"
        return
    host = tmp_path_factory.mktemp("host")
    if request.param == "folder" and PROGRAM_OF_NGINX:
        with nginx(host, tmp_path_factory.mktemp("nginx")) as address:
            build(host / "a/b", address)
            yield request.param, address
        return
    path = "" if request.param == "root" else "a/b/"
    site = host / path

    class Own(Host):
        not_found = site / "404.html"

    handler = functools.partial(Own, directory=str(host))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        address = f"http://127.0.0.1:{server.server_port}/{path}"
        if request.param == "relative":
            site.parent.mkdir(parents=True, exist_ok=True)
            site.symlink_to(OUTPUT, target_is_directory=True)
        else:
            build(site, address)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield request.param, address
        server.shutdown()


@pytest.fixture
def page(chromium):
    page = chromium.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("requestfailed", lambda request: page.problems.append(f"{request.url}: {request.failure}"))
    page.on(
        "response",
        lambda response: response.status >= 400 and page.problems.append(f"{response.url}: {response.status}"),
    )
    yield page
    page.close()


def named(address: str, standing) -> str:
    """A folder of a host has an index page; one of the disk is asked for it by name."""
    how, base = standing
    return base + address + ("index.html" if how == "disk" else "")


def is_styled(page) -> bool:
    return page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--sg-ink') !== ''")


@pytest.mark.parametrize("address", ["", "articles/comcast-six-places/", "isps/comcast/", "index/2014-03/"])
def test_styles_and_charts_are_there(page, standing, address):
    page.goto(named(address, standing))
    assert is_styled(page)
    pictures = page.locator("figure svg.sg-wide")
    for number in range(pictures.count()):
        box = pictures.nth(number).bounding_box()
        assert box["width"] > 300 and box["height"] > 100
    assert page.problems == []


def test_links_lead_from_page_to_page(page, standing):
    page.goto(named("", standing))
    for name in ("Articles", "Deals", "Data"):
        page.get_by_role("navigation", name="Main").get_by_role("link", name=name, exact=True).click()
        page.wait_for_load_state()
        assert page.url.startswith(standing[1])
        assert is_styled(page)
    page.locator("header.masthead a").first.click()
    page.wait_for_load_state()
    assert page.url.removesuffix("index.html") == standing[1]
    assert page.problems == []


def test_search_finds_and_its_results_lead_on(page, standing):
    page.goto(named("search/", standing))
    page.get_by_role("searchbox").fill("interconection")
    page.get_by_role("button", name="Search").click()
    page.locator(".sg-search-results a").first.click()
    page.wait_for_load_state()
    assert page.url.startswith(standing[1]) and "search" not in page.url
    assert is_styled(page)
    assert page.problems == []


def test_an_address_that_leads_nowhere_shows_a_page_that_leads_on(page, standing):
    if standing[0] in ("disk", "relative"):
        pytest.skip("a site that does not know its own address has relative links, which hold at the root only")
    response = page.goto(standing[1] + "no/such/page/at/all/")
    assert response.status == 404
    assert is_styled(page)
    page.get_by_role("link", name="The front page").click()
    page.wait_for_load_state()
    assert page.url == standing[1]
