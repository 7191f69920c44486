"""No words of any chart overlap or are cut off, in both layouts and in a narrow and a wide face."""

import pathlib

import pytest

from conftest import listed, missing

MEASURE = (pathlib.Path(__file__).parent / "labels.js").read_text(encoding="utf-8")
WIDTHS = [960, 360]

# Whether the machine has a face: words in it are not as wide as in the face that stands in for it.
INSTALLED = """face => {
    const pen = document.createElement('canvas').getContext('2d')
    const width = family => { pen.font = '40px ' + family; return pen.measureText('Interconnection').width }
    return width("'" + face + "', monospace") !== width('monospace')
}"""


@pytest.mark.parametrize("face", ["Inter", "DejaVu Sans"])
def test_no_words_overlap_and_none_are_cut_off(face, charts, output, tab):
    page = tab()
    if not page.evaluate(INSTALLED, face):
        missing(f"the face {face}")
    problems, judged = [], 0
    for chart in charts:
        page.goto((chart.parent / "embed" / "index.html").as_uri())
        page.add_style_tag(content=f":root{{--sg-font:'{face}'}}")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found = page.evaluate(
                "() => {" + MEASURE + "return [...document.querySelectorAll('svg.sg-chart')]"
                ".filter(svg => svg.checkVisibility()).map(judgeLabels)}"
            )
            judged += sum(each["count"] for each in found)
            problems += [
                f"{chart.parent.relative_to(output)} at {width} px: {problem}"
                for each in found
                for problem in each["problems"]
            ]
    assert judged > 0 and not problems, listed(problems)
