"""The JSON-LD of every page is JSON, and says of an article and of a data set what their readers require."""

import html.parser
import json

REQUIRED = {
    "Article": ["headline", "author", "publisher", "inLanguage", "isPartOf"],
    "Dataset": ["name", "description", "license", "creator", "distribution"],
}


class Scripts(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.texts, self.inside = [], False

    def handle_starttag(self, tag, attributes):
        self.inside = tag == "script" and ("type", "application/ld+json") in attributes
        if self.inside:
            self.texts.append("")

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.texts[-1] += data


def items(path):
    scripts = Scripts()
    scripts.feed(path.read_text(encoding="utf-8"))
    return [json.loads(text) for text in scripts.texts]


def test_every_item_has_what_its_type_requires(output):
    problems = []
    for path in sorted(output.rglob("*.html")):
        for item in items(path):
            if item.get("@context") != "https://schema.org" or item.get("@type") not in REQUIRED:
                problems.append(f"{path}: {item.get('@type')} is not known")
                continue
            problems += [f"{path}: no {name}" for name in REQUIRED[item["@type"]] if not item.get(name)]
            if item["@type"] == "Dataset" and not 1 <= len(item["description"]) <= 5000:
                problems.append(f"{path}: a description of {len(item['description'])} characters")
    assert problems == []


def test_articles_and_data_have_their_items(output):
    articles = [path for path in (output / "articles").glob("*/index.html")]
    assert articles and all([item["@type"] for item in items(path)] == ["Article"] for path in articles)
    assert [item["@type"] for item in items(output / "data" / "index.html")] == ["Dataset"]
    charts = [path for path in (output / "charts").rglob("index.html") if (path.parent / "data.csv").exists()]
    assert charts and all([item["@type"] for item in items(path)] == ["Dataset"] for path in charts)
