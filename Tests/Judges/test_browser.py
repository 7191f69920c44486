"""What a reader's browser makes of one page of each kind."""

import pytest

from conftest import KINDS, listed

PHONE = {"width": 375, "height": 740}


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_scrolls_sideways_on_a_phone(kind, served, tab):
    page = tab(viewport=PHONE)
    page.goto(served + KINDS[kind])
    width = page.evaluate("document.scrollingElement.scrollWidth")
    assert width <= PHONE["width"], f"{kind} is {width} px wide"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_no_other_host_for_anything(kind, served, tab):
    page, asked = tab(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served + KINDS[kind], wait_until="networkidle")
    foreign = [address for address in asked if not address.startswith((served, "data:"))]
    assert len(asked) > 1 and not foreign, listed(foreign)


# The page for what is not found is shown at any address, so its links count from the host's root.
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "not found"])
def test_a_page_opened_from_the_disk_has_its_styles(kind, output, tab):
    page, failed = tab(), []
    page.on("requestfailed", lambda request: failed.append(request.url))
    address = KINDS[kind]
    page.goto((output / address / ("" if address.endswith(".html") else "index.html")).as_uri())
    rules = page.evaluate("[...document.styleSheets].map(sheet => sheet.ownerNode.sheet !== null)")
    ink = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--measure')")
    assert not failed, listed(failed)
    assert len(rules) >= 2 and all(rules) and ink.strip(), "the page has no styles"


@pytest.mark.parametrize("kind", KINDS)
def test_the_keyboard_comes_first_to_the_content_and_shows_where_it_is(kind, served, tab):
    page = tab()
    page.goto(served + KINDS[kind])
    if page.locator(".skip").count() == 0:
        assert kind == "embedded chart"
        return
    page.keyboard.press("Tab")
    focused = page.evaluate("""() => {
        const element = document.activeElement, box = element.getBoundingClientRect();
        return {to: element.getAttribute('href'), seen: box.top >= 0 && box.width > 0,
                outline: getComputedStyle(element).outlineStyle};
    }""")
    assert focused == {"to": "#main", "seen": True, "outline": "solid"}


# What moves on a page while it loads, by the browser's own measure; a reader's own keys and clicks do not count.
SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({type: 'layout-shift', buffered: true});
"""


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("address", ["articles/how-the-list-changed/", "isps/comcast/", "search/?q=Bright+House"])
def test_nothing_moves_while_a_page_loads(address, width, served, tab):
    page = tab(viewport={"width": width, "height": 800})
    page.add_init_script(SHIFTS)
    page.goto(served + address, wait_until="networkidle")
    if "search" in address:
        page.wait_for_selector(".sg-search-results li")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(200)
    assert page.evaluate("window.shifted") == 0
