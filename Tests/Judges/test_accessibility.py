"""axe-core and Chromium's accessibility tree, on one page of each kind and on pages with charts."""

import re

import pytest

from conftest import KINDS, listed

# How Chromium calls an image in its tree.
IMAGES = {"image", "img", "graphics-document"}

# How many charts the page shows; of the two layouts it shows one.
SHOWN = "[...document.querySelectorAll('svg.sg-chart')].filter(svg => svg.checkVisibility()).length"

# Pages with every kind of chart the site draws.
CHARTS = {
    "charts of the deals": "deals/verizon-paid/",
    "charts of an article": "articles/how-the-list-changed/",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS | CHARTS)
def test_axe_finds_no_violation(kind, scheme, served, tab):
    from axe_playwright_python.sync_playwright import Axe

    page = tab(color_scheme=scheme)
    page.goto(served + (KINDS | CHARTS)[kind])
    violations = Axe().run(page).response["violations"]
    found = [
        f"{violation['id']}: {violation['help']}: {node['html'][:120]} {' '.join(check['message'] for check in node['any'])[:240]}"
        for violation in violations
        for node in violation["nodes"]
    ]
    assert not found, listed(found)


def property_of(node: dict, name: str) -> str:
    return node.get(name, {}).get("value", "")


def read_out(tree: list[dict]) -> list[str]:
    """What is wrong with the images in an accessibility tree."""
    nodes = {node["nodeId"]: node for node in tree if not node["ignored"]}
    problems = []
    for image in nodes.values():
        if property_of(image, "role") not in IMAGES:
            continue
        if not property_of(image, "name"):
            problems.append("an image without a name")
        if not re.search(r"\w+ \w+", property_of(image, "description")):
            problems.append("an image without a description")
        if any(child in nodes for child in image.get("childIds", [])):
            problems.append("an image with more inside it")
    return problems


@pytest.mark.parametrize("width", [1280, 375])
def test_each_chart_is_one_named_and_described_image(width, charts, output, tab):
    """In both layouts, and but for the charts whose names are links."""
    page = tab(viewport={"width": width, "height": 900})
    session = page.context.new_cdp_session(page)
    problems = []
    for chart in charts:
        page.goto(chart.as_uri())
        if page.locator("figure svg a").count():
            continue
        shown = page.evaluate(SHOWN)
        tree = session.send("Accessibility.getFullAXTree")["nodes"]
        images = [node for node in tree if not node["ignored"] and property_of(node, "role") in IMAGES]
        found = read_out(tree)
        if not shown or len(images) != shown:
            found.append(f"{shown} charts show, {len(images)} images are read out")
        problems += [f"{chart.parent.relative_to(output)}: {problem}" for problem in found]
    assert charts and not problems, listed(problems)
