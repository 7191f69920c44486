"""What a reader's connection carries."""

import gzip
import urllib.parse

from test_links import Addresses, own

from conftest import listed

# Of the page with its styles and scripts, as a web host compresses them; pictures come when they are looked at.
HEAVIEST = 100_000
PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"}


def test_no_article_weighs_more_than_a_hundred_kilobytes(output):
    weights = {}
    for page in sorted((output / "articles").rglob("index.html")):
        text = page.read_text(encoding="utf-8")
        paths = {(page.parent / urllib.parse.urlsplit(each).path).resolve() for each in filter(own, Addresses(text).loaded)}
        assets = [path for path in paths if path.is_file() and path.suffix not in PICTURES]
        weights[page.relative_to(output)] = sum(len(gzip.compress(path.read_bytes())) for path in [page, *assets])
    heavy = [f"{page}: {weight} bytes" for page, weight in weights.items() if weight > HEAVIEST]
    assert weights and not heavy, listed(heavy)
