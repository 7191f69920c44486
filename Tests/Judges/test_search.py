"""The site's search, in a browser: from a folder on disk and from a host, without a network."""

import pytest

SCHEMES = ("light", "dark")


@pytest.fixture(params=["file", "http"])
def search_page(request, output, served):
    """The address of the search page, opened from disk and over HTTP."""
    if not (output / "search/index.html").exists():
        pytest.skip("the site has no search")
    return (output / "search/index.html").as_uri() if request.param == "file" else served + "search/index.html"


@pytest.fixture(params=SCHEMES)
def page(request, chromium):
    page = chromium.new_page(color_scheme=request.param, viewport={"width": 375, "height": 700})
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    yield page
    assert page.problems == []
    page.close()


def search(page, words: str) -> list[str]:
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("button", name="Search").click()
    page.wait_for_function("document.querySelector('[role=status]').textContent.includes('“')")
    page.wait_for_function("document.querySelector('.sg-search-results li') !== null")
    return page.locator(".sg-search-results li").all_inner_texts()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("interconnection", "interconnection"),
        ("Bright House", "bright house"),
        ("interconection", "interconnection"),
        ("agreements", "agreement"),
    ],
)
def test_finds_words_and_misspelt_ones(page, search_page, typed, found):
    page.goto(search_page)
    results = search(page, typed)
    assert found in results[0].lower()


def test_nothing_is_loaded_before_a_reader_types(page, search_page):
    loaded = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(search_page)
    page.wait_for_timeout(300)
    assert not [url for url in loaded if "/index." in url and url.endswith(".js")]
    search(page, "Comcast")
    assert [url for url in loaded if "/index." in url and url.endswith(".js")]


def test_results_are_reached_by_keyboard_and_lead_to_their_section(page, search_page):
    page.goto(search_page + "?q=interconnection")
    page.wait_for_selector(".sg-search-results a")
    page.get_by_role("searchbox").focus()
    page.keyboard.press("ArrowDown")
    target = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)
    anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert not anchor or page.evaluate("name => document.getElementById(name) !== null", anchor)


def test_the_page_fits_a_phone(page, search_page):
    page.goto(search_page)
    search(page, "paid interconnection")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


def test_without_scripts_the_page_says_what_to_do(chromium, search_page):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(search_page)
    assert "JavaScript" in page.locator("main").inner_text()
    context.close()
