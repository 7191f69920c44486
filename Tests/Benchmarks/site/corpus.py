"""A made-up site of any size, the same for the same seed: Markdown that sitegen and Hugo both read.

Four sections; each page has two tags out of 32 and about 6.8 kB of prose, lists, links, code and quotes.
"""

import random
import shutil
from pathlib import Path

HERE = Path(__file__).resolve().parent
SECTIONS = ["notes", "essays", "reports", "guides"]
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu al en ir or un".split()
TARGET = 6_800  # bytes of a page

# Both list 20 pages a page, put 20 entries in a feed, and make one for each section and tag.
OURS = """title: Corpus
base_url: https://example.org/
language: en
author: Nobody
paginate: 20
feeds: { limit: 20 }
publish: { cards: false }
"""
THEIRS = """title = "Corpus"
baseURL = "https://example.org/"
locale = "en"
[pagination]
pagerSize = 20
[services.rss]
limit = 20
[markup.highlight]
codeFences = false
[taxonomies]
tag = "tags"
"""


def words(source, count):
    return " ".join("".join(source.choices(SYLLABLES, k=source.randint(1, 4))) for _ in range(count))


def sentence(source, addresses):
    text = words(source, source.randint(7, 16)).capitalize()
    kind = source.random()
    if kind < 0.15:
        text += f" *{words(source, 2)}*"
    elif kind < 0.25:
        text += f" **{words(source, 2)}**"
    elif kind < 0.35:
        text += f" [{words(source, 2)}]({source.choice(addresses)})"
    elif kind < 0.4:
        text += f" `{words(source, 1)}()`"
    return text + "."


def paragraph(source, addresses):
    return " ".join(sentence(source, addresses) for _ in range(source.randint(3, 6)))


def block(source, addresses):
    kind = source.random()
    if kind < 0.1:
        return "\n".join(f"- {sentence(source, addresses)}" for _ in range(5))
    if kind < 0.15:
        return "\n".join(f"{n}. {sentence(source, addresses)}" for n in range(1, 5))
    if kind < 0.2:
        return "> " + paragraph(source, addresses)
    if kind < 0.25:
        lines = "\n".join(f"let {words(source, 1)} = {words(source, 1)}({n})" for n in range(6))
        return f"```swift\n{lines}\n```"
    if kind < 0.35:
        return f"## {words(source, 4).capitalize()}"
    return paragraph(source, addresses)


def body(source, addresses):
    blocks, size = [], 0
    while size < TARGET:
        blocks.append(block(source, addresses))
        size += len(blocks[-1]) + 2
    return "\n\n".join(blocks) + "\n"


def pages(count, seed=1):
    """Pairs of a path and a text: front matter, and Markdown."""
    source = random.Random(seed)
    paths = [f"{SECTIONS[n % 4]}/page-{n:06}" for n in range(count)]
    tags = [f"tag-{n:02}" for n in range(32)]
    for number, path in enumerate(paths):
        near = [f"/{paths[source.randrange(count)]}/" for _ in range(3)]
        date = f"{2000 + number % 24}-{number // 24 % 12 + 1:02}-{number // 288 % 28 + 1:02}"
        chosen = ", ".join(source.sample(tags, 2))
        title = words(source, 5).capitalize()
        matter = f"---\ntitle: {title}\ndate: {date}\ntags: [{chosen}]\n---\n"
        yield path, matter, body(source, [*near, "https://example.com/a/b", "https://example.net/?q=1"])


def write(folder, count, seed=1):
    """The site for both programs, and the Markdown in one file for `cmark`; returns the three paths."""
    ours, theirs, text = folder / "ours", folder / "theirs", folder / "all.md"
    contents = [ours / "Content", theirs / "content"]
    for content in contents:
        for section in SECTIONS:
            (content / section).mkdir(parents=True)
    with open(text, "w") as together:
        for path, matter, markdown in pages(count, seed):
            for content in contents:
                (content / f"{path}.md").write_text(matter + markdown)
            together.write(markdown + "\n")
    (contents[0] / "site.yaml").write_text(OURS)
    (contents[0] / "index.md").write_text("---\ntitle: Corpus\n---\nWords.\n")
    (contents[1] / "_index.md").write_text("---\ntitle: Corpus\n---\nWords.\n")
    (theirs / "hugo.toml").write_text(THEIRS)
    shutil.copytree(HERE / "ours", ours / "Templates")
    shutil.copytree(HERE / "theirs", theirs / "layouts")
    return ours, theirs, text


PROVIDERS = ["alder", "birch", "cedar", "dogwood", "elm", "fir", "gum", "hazel"]
PACKAGE = """name: speeds
resources:
  - name: speeds
    path: speeds.csv
    schema:
      fields:
        - { name: id, type: integer, constraints: { required: true } }
        - { name: day, type: date }
        - { name: provider, type: string, constraints: { enum: [%s] } }
        - { name: mbps, type: number, constraints: { minimum: 0 } }
        - { name: rank, type: integer, constraints: { minimum: 1, maximum: 16 } }
        - { name: note, type: string }
      primaryKey: [id]
"""


def write_table(folder, size=60_000_000, seed=1):
    """A site around one table of about so many bytes, with a schema; returns how many it has."""
    source = random.Random(seed)
    data = folder / "Content" / "data"
    data.mkdir(parents=True)
    (folder / "Content" / "site.yaml").write_text("title: Table\n")
    (folder / "Content" / "index.md").write_text("---\ntitle: Table\n---\nWords.\n")
    (data / "datapackage.yaml").write_text(PACKAGE % ", ".join(PROVIDERS))
    written = 0
    with open(data / "speeds.csv", "w") as file:
        written += file.write("id,day,provider,mbps,rank,note\n")
        for n in range(1, 5_000_000):
            if written >= size:
                break
            day = f"{2000 + n % 24}-{n % 12 + 1:02}-{n % 28 + 1:02}"
            note = f"some words about row {n} here"
            row = f"{n},{day},{PROVIDERS[n % 8]},{source.random() * 10:.2f},{n % 16 + 1},{note}\n"
            written += file.write(row)
    return written
