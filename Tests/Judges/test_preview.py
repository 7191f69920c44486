"""The preview as its user meets it: edits that show, problems that are laid over the page, and a quiet end."""

import os
import signal
import socket
import subprocess
import time

import pytest
from preview import BINARY, SITE, Preview

PAGE = SITE["Content/index.md"]


@pytest.fixture
def preview(tmp_path):
    running = Preview(tmp_path)
    yield running
    running.stop()


def saved(preview, path, text):
    """Saved as editors do it: under another name first, then renamed."""
    file = preview.folder / path
    other = file.with_name(f".{file.name}.tmp")
    other.write_text(text, encoding="utf-8")
    os.replace(other, file)


def test_an_edit_is_told_to_open_pages_once(preview):
    events = preview.events()
    for number in range(1, 4):
        saved(preview, "Content/index.md", PAGE.replace("Snow", f"Snow {number}"))
        assert events.next() == ("built", number + 1)
        assert f"Snow {number} decides".encode() in preview.get("/")[1]
    with pytest.raises(TimeoutError):
        events.next(seconds=1)


def test_the_same_bytes_saved_again_are_no_change(preview):
    events = preview.events()
    for _ in range(3):
        saved(preview, "Content/index.md", PAGE)
        preview.write("Content/index.md", PAGE)
        time.sleep(0.1)
    with pytest.raises(TimeoutError):
        events.next(seconds=1)


def test_a_thousand_files_at_once_end_in_the_newest_state(preview):
    events = preview.events()
    for number in range(1000):
        preview.write(f"Content/notes/note-{number}.md", f"---\ntitle: Note {number}\n---\nText.\n")
    while preview.get("/notes/note-999/")[0] != 200:
        assert events.next()[0] == "built"


def test_a_folder_that_goes_and_comes_again_is_followed(preview):
    events = preview.events()
    (preview.folder / "Content").rename(preview.folder / "Away")
    assert events.next()[0] == "problems"
    assert b"Snow decides" in preview.get("/")[1]
    (preview.folder / "Away").rename(preview.folder / "Content")
    assert events.next()[0] == "built"
    preview.write("Content/deep/er/page.md", "---\ntitle: Deep\n---\nText.\n")
    events.next()
    preview.write("Content/deep/er/page.md", "---\ntitle: Deeper\n---\nText.\n")
    while b"Deeper" not in preview.get("/deep/er/page/")[1]:
        events.next()


def test_a_failed_build_keeps_the_last_good_site_and_says_what_is_wrong(preview):
    events = preview.events()
    preview.write("Content/index.md", PAGE + "\n[dead](/no<where/)\n")
    name, html = events.next()
    assert name == "problems"
    assert "Content/index.md:" in html and "&lt;where" in html and "<where" not in html
    assert b"Snow decides" in preview.get("/")[1]
    assert preview.line("Content/index.md:")
    assert preview.line("The last good build is still served")
    preview.write("Content/index.md", PAGE)
    assert events.next()[0] == "built"


@pytest.mark.parametrize("number, status", [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_it_at_once_and_leaves_nothing(tmp_path, number, status):
    preview = Preview(tmp_path)
    events = preview.events()
    start = time.monotonic()
    assert preview.stop(number) == status
    assert time.monotonic() - start < 2
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", preview.port), timeout=1)
    events.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Content", "Templates"]


def test_a_port_that_is_taken_is_said_and_the_next_one_taken_where_none_was_asked_for(tmp_path):
    first = Preview(tmp_path / "first", "--port", "0")
    second = subprocess.run(
        [BINARY, "preview", "--source", first.folder, "--port", str(first.port)], capture_output=True, text=True, timeout=30
    )
    assert second.returncode == 3
    assert f"cannot listen at 127.0.0.1:{first.port}: another program listens there" in second.stderr
    assert "--port 0" in second.stderr
    next_one = Preview(tmp_path / "second", "--host", "127.0.0.1")
    other = Preview(tmp_path / "third", "--host", "127.0.0.1")
    assert next_one.port >= 8000 and other.port > next_one.port
    for running in (first, next_one, other):
        running.stop()


# In a browser


def test_a_page_is_loaded_again_where_it_was_scrolled_to(preview, tab):
    page = tab()
    page.goto(preview.address + "/")
    page.evaluate("window.scrollTo(0, 900)")
    preview.write("Content/index.md", PAGE.replace("Snow decides", "Rain decides"))
    page.get_by_text("Rain decides").wait_for()
    page.wait_for_function("Math.abs(window.scrollY - 900) < 5")


def test_a_style_sheet_is_exchanged_without_loading_the_page_again(preview, tab):
    page = tab()
    page.goto(preview.address + "/")
    page.wait_for_timeout(300)
    page.evaluate("window.here = true")
    preview.write("Templates/assets/main.css", "body { color: rgb(9, 8, 7) }\n")
    page.wait_for_function("getComputedStyle(document.body).color === 'rgb(9, 8, 7)'")
    assert page.evaluate("window.here")


def test_a_chart_is_exchanged_in_its_place(preview, tab):
    page = tab()
    page.goto(preview.address + "/")
    page.wait_for_timeout(300)
    page.evaluate("window.here = true")
    preview.write("Content/data/heights.csv", SITE["Content/data/heights.csv"].replace("815", "899"))
    page.wait_for_function("document.querySelector('.sg-summary').textContent.includes('899')")
    assert page.evaluate("window.here")


def test_problems_are_laid_over_the_page_until_they_are_mended(preview, tab):
    page = tab()
    page.goto(preview.address + "/")
    preview.write("Content/charts/lines.yaml", "type: lien\nindex: height\ntitle: Height\n")
    page.get_by_text("did you mean 'line'?").wait_for()
    assert page.get_by_text("Content/charts/lines.yaml:1:7").first.is_visible()
    preview.write("Content/charts/lines.yaml", SITE["Content/charts/lines.yaml"])
    page.locator("#sitegen-problems").wait_for(state="detached")


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_workbench_draws_what_is_typed(preview, tab, width, scheme):
    page = tab(viewport={"width": width, "height": 900}, color_scheme=scheme)
    said = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(preview.address + "/_charts/")
    page.get_by_role("link", name="Height of two peaks").click()
    area = page.get_by_label("Changes are drawn as you type")
    area.fill("type: line\nindex: height\ntitle: Metres\nhighlight: [south]\n")
    page.wait_for_function("document.querySelector('.try svg').outerHTML.includes('south')")
    area.fill("type: lien\n")
    page.get_by_text("did you mean 'line'?").wait_for()
    area.fill("type: line\nindex: height\ntitle: Saved\n")
    page.get_by_role("button", name="Save into the file").click()
    page.get_by_text("saved into Content/charts/lines.yaml").wait_for()
    assert "title: Saved" in (preview.folder / "Content/charts/lines.yaml").read_text()
    # What was saved is built, and loads the page again.
    page.get_by_role("heading", name="Saved").wait_for()
    for address in ("/_charts/", "/_charts/lines/", "/_data/", "/_claims/"):
        page.goto(preview.address + address)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address
    page.goto(preview.address + "/_data/")
    page.get_by_role("button", name="Run").click()
    page.get_by_text("4 rows").first.wait_for()
    assert not said
