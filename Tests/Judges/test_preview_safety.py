"""The preview's server under requests that no browser of its user sends."""

import itertools
import socket
import time

import pytest
from preview import Preview

SENTINEL = b"not for the web"


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    folder = tmp_path_factory.mktemp("safety")
    (folder / "secret.txt").write_bytes(SENTINEL)
    running = Preview(folder / "site")
    yield running
    running.stop()


@pytest.fixture(autouse=True)
def lives(preview):
    """After each test the server still answers."""
    yield
    assert preview.get("/")[0] == 200


def test_no_form_of_path_leads_out_of_the_site(preview):
    steps = ["..", "%2e%2e", "%2E.", ".%2e", "..%00", "%c0%ae%c0%ae", "..%252f..", "....", "..;", "%u002e."]
    slashes = ["/", "//", "%2f", "%2F", "\\", "%5c", "%252f", "/./"]
    ends = ["secret.txt", "etc/passwd", "site/Content/site.yaml", "Content/site.yaml", "proc/self/environ"]
    starts = ["/", "//", "/index.html/", "/_charts/lines/", "/_preview/", "/assets/"]
    answers = {}
    for start, step, slash, end, depth in itertools.product(starts, steps, slashes, ends, (1, 3)):
        target = start + (step + slash) * depth + end
        status, body = preview.get(target)
        answers[status] = answers.get(status, 0) + 1
        assert status in (308, 400, 403, 404), target
        assert SENTINEL not in body and b"root:" not in body and b"title: Two peaks" not in body, target
    assert sum(answers.values()) == 4800


@pytest.mark.parametrize(
    "target", ["/etc/passwd", "//etc/passwd", "/.git/config", "/.sitegen/lock", "http://x/y", "*", "/a\\..\\b"]
)
def test_what_is_not_of_the_site_is_not_found(preview, target):
    assert preview.get(target)[0] in (400, 404)


@pytest.mark.parametrize(
    "host, status",
    [
        ("evil.example", 403),
        ("127.0.0.1.evil", 403),
        ("localhost.evil", 403),
        ("LOCALHOST:1", 200),
        ("[::1]:1", 200),
        ("localhost.", 200),
    ],
)
def test_only_the_machines_own_names_are_answered(preview, host, status):
    assert preview.get("/", host=host)[0] == status


@pytest.mark.parametrize("hosts", [b"", b"Host: localhost\r\nHost: localhost\r\n"])
def test_a_host_is_named_once(preview, hosts):
    assert preview.raw(b"GET / HTTP/1.1\r\nConnection: close\r\n" + hosts + b"\r\n").split()[1] == b"400"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE", "CONNECT", "OPTIONS", "PROPFIND"])
def test_nothing_but_reading(preview, method):
    assert preview.get("/", method=method)[0] in (400, 405)


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"\x00\x01\x02\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nBad header\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"A" * 1_000_000 + b" / HTTP/1.1\r\n\r\n",
        b"GET /" + b"a" * 1_000_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 1_000_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: y\r\n" * 100_000 + b"\r\n",
    ],
)
def test_what_is_no_request_is_refused_and_closed(preview, request_bytes):
    before = preview.memory()
    answer = preview.raw(request_bytes, seconds=8)
    assert answer == b"" or answer.split()[1] in (b"400", b"431", b"505")
    assert answer.count(b"HTTP/1.1 ") <= 1
    assert preview.memory() - before < 50_000


def test_a_body_is_not_read_beyond_its_limit(preview):
    head = b"POST /_data/query HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n\r\n"
    before = preview.memory()
    answer = preview.raw(head + b"x" * 1_000_000, seconds=8)
    assert answer == b"" or answer.split()[1] == b"413"
    assert preview.memory() - before < 50_000


def test_line_ends_in_an_address_are_not_written_into_a_header(preview):
    for target in ("/x%0d%0aSet-Cookie:%20a=b", "/about?x=%0d%0aSet-Cookie:a=b", "/%0d%0a%0d%0a<script>"):
        status, body = preview.get(target)
        assert status in (400, 404) and b"<script>alert" not in body


def test_an_unknown_page_does_not_show_its_address(preview):
    status, body = preview.get("/%3Cscript%3Ealert(1)%3C/script%3E")
    assert status == 404 and b"alert(1)" not in body


@pytest.mark.parametrize("value", ["bytes=-", "bytes=0-99999999999999999999", "bytes=5-1", "bytes=-0", "bytes=" + "0-1," * 1000])
def test_any_range_is_answered(preview, value):
    assert preview.get("/", Range=value)[0] in (200, 206, 416)


def test_slow_clients_are_closed_and_others_served_meanwhile(preview):
    slow = [socket.create_connection(("127.0.0.1", preview.port)) for _ in range(500)]
    for connection in slow:
        connection.sendall(b"GET / HT")
    start = time.monotonic()
    assert preview.get("/")[0] == 200
    assert time.monotonic() - start < 3
    time.sleep(6)
    for connection in slow:
        connection.settimeout(5)
        assert connection.recv(100) == b""
        connection.close()


def test_clients_that_leave_early_leave_nothing_behind(preview):
    preview.get("/")
    before = preview.descriptors()
    for _ in range(2000):
        connection = socket.create_connection(("127.0.0.1", preview.port))
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        connection.close()
    end = time.monotonic() + 20
    while preview.descriptors() > before + 2 and time.monotonic() < end:
        time.sleep(0.1)
    assert preview.descriptors() <= before + 2


def test_the_live_channel_refuses_strangers(preview):
    token = preview.token()
    assert preview.get("/_preview/events")[0] == 403
    assert preview.get("/_preview/events?token=" + "0" * 32)[0] == 403
    assert preview.get(f"/_preview/events?token={token}", Origin="http://evil.example")[0] == 403
    assert preview.get(f"/_preview/events?token={token}", Origin="null")[0] == 403


def test_other_sites_get_nothing_to_include(preview):
    assert preview.get("/", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors")[0] == 403
    answer = preview.raw(f"GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil\r\nConnection: close\r\n\r\n".encode())
    head = answer.partition(b"\r\n\r\n")[0].lower()
    assert b"access-control" not in head
    assert b"cross-origin-resource-policy: same-origin" in head and b"no-store" in head and b"nosniff" in head
