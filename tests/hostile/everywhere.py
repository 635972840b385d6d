"""One text in every field of a workspace that takes any text, and what then stands on every page and paper."""

import json
import re
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import html5lib

from generator.build.customer import build_customer
from generator.build.site import Order, build_site
from generator.documents.sheets import Desk
from generator.finding import Finding
from generator.model.workspace import load_workspace
from generator.rules.everything import find_all
from generator.source.workspace import read_workspace
from tests.leaks.folder import AS_OF, Kept
from tests.leaks.sowing import MARK, OURS, sow
from tests.making import write_files
from tests.reading import without_embedded

FREE = re.compile(rf'"The ({MARK}[a-z]{{5}}) sings"')
LINK = re.compile(rf'"https://({MARK}[a-z]{{5}})\.example/"')
KEPT = (
    "casewright.yaml",
    "contacts.yaml",
    "stories.yaml",
    f"cases/{OURS}/customer.yaml",
    f"cases/{OURS}/cards.yaml",
)
OUR_TAGS = {"p", "br", "strong", "em", "code", "a", "ul", "ol", "li", "blockquote"}
OUR_ATTRIBUTES = {("a", "href"), ("a", "title"), ("a", "rel"), ("ol", "start")}
SAFE = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>\"]*", re.IGNORECASE)
READ_OUT = ("alt", "title", "aria-label", "content", "data-organisation", "data-prepared", "data-label")


@cache
def sown() -> Mapping[str, str]:
    """The files of a workspace with every field of the schema in it."""
    files = sow(1, full=True).files()
    return {name: files[name] for name in KEPT}


def fields() -> int:
    """How many fields take any text."""
    return sum(len(FREE.findall(text)) + len(LINK.findall(text)) for text in sown().values())


def with_text(text: str, behind: str | None = None) -> dict[str, str]:
    """The files with a text in each of those fields, and as much of it as an address takes behind each address."""
    typed = json.dumps(text, ensure_ascii=False)
    behind = re.sub(r"[\s<>\"']", "", text) if behind is None else behind
    address = json.dumps(f"https://trap.example/{behind}", ensure_ascii=False)
    return {
        name: LINK.sub(lambda _: address, FREE.sub(lambda _: typed, file)) for name, file in sown().items()
    }


@dataclass(frozen=True)
class Laid:
    """Every HTML file that a workspace gives, by path, and what was wrong with its files."""

    pages: Mapping[str, str]
    faults: tuple[Finding, ...]
    desk: Desk


def laid_out(files: Mapping[str, str]) -> Laid:
    """Our own site and the customer's folder with all drafts, without PDFs."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_files(root, files)
        workspace = load_workspace(read_workspace(root))
        find_all(workspace, AS_OF)
        desk, order = Desk(workspace, AS_OF, {}), Order(root, 1, False, lambda _: None)
        ours, theirs = Kept(), Kept()
        build_site(desk, list(workspace.findings), order, ours)
        if OURS in workspace.customers:
            build_customer(desk, OURS, order, True, theirs)
    made = {**ours, **{f"for-{OURS}/{path}": data for path, data in theirs.items()}}
    pages = {path: data.decode() for path, data in made.items() if path.endswith((".html", ".txt"))}
    return Laid(pages, tuple(workspace.findings), desk)


@dataclass
class Shape:
    """What a page is made of, as an HTML5 parser reads it."""

    tags: Counter[str]
    attributes: set[tuple[str, str]]
    addresses: set[str]
    styles: set[str]
    comments: int
    seen: str


def shape(html: str) -> Shape:
    """The shape of a page; embedded fonts are left out."""
    tree = html5lib.parse(without_embedded(html), namespaceHTMLElements=False)
    elements = [one for one in tree.iter() if isinstance(one.tag, str)]
    pairs = [(one.tag, name, value) for one in elements for name, value in one.attrib.items()]
    return Shape(
        Counter(str(one.tag) for one in elements),
        {(tag, str(name)) for tag, name, _ in pairs},
        {value for _, name, value in pairs if name in ("href", "src", "action", "data", "srcset", "poster")},
        {one.text or "" for one in elements if one.tag == "style"}
        | {value for _, name, value in pairs if name == "style"},
        sum(not isinstance(one.tag, str) for one in tree.iter()),
        "".join(unspaced(text) for text in _read(tree)),
    )


def _read(element: ET.Element) -> Iterator[str]:
    """What a reader gets of an element in order: text, read-out attributes, the address behind a link, list numbers."""
    if not isinstance(element.tag, str) or element.tag in ("style", "svg"):
        return
    number = int(element.get("start", "1")) if element.tag == "ol" else 0
    for name in READ_OUT:
        if name in element.attrib and element.tag != "a":
            yield element.attrib[name]
    yield element.text or ""
    for child in element:
        if number and child.tag == "li":
            yield f"{number}."
            number += 1
        yield from _read(child)
        yield child.tail or ""
    if element.tag == "a":
        text, href = "".join(element.itertext()), element.get("href", "")
        if text not in (href, href.partition(":")[2]):
            yield f"({href}"
            yield f"{element.attrib['title']})" if "title" in element.attrib else ")"


def unspaced(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def letters(text: str) -> str:
    """A text's letters and digits, small."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@dataclass(frozen=True)
class Innocent:
    """The workspace with plain words in its fields: what its pages are made of, and how often each shows a field.

    `exact` counts where a page shows a text letter by letter, `read` where it shows it as Markdown too.
    """

    shapes: Mapping[str, Shape]
    exact: Mapping[str, int]
    read: Mapping[str, int]


PROBE = "**a plain word** of mine"
FENCED = "``` a plain word ``` of mine"


@cache
def innocent() -> Innocent:
    """What every page is like when nobody means harm; a place is exact where neither mark of Markdown is taken for one."""
    shapes, fenced = (
        {
            path: shape(page)
            for path, page in laid_out(with_text(probe, "x")).pages.items()
            if path.endswith("html")
        }
        for probe in (PROBE, FENCED)
    )
    exact = {
        path: min(one.seen.count(unspaced(PROBE)), fenced[path].seen.count(unspaced(FENCED)))
        for path, one in shapes.items()
    }
    read = {path: letters(one.seen).count(letters(PROBE)) for path, one in shapes.items()}
    return Innocent(shapes, exact, read)


LEAST = 4
"""How much of a long text a label in a drawing shows at least before it is cut short."""


def cut_short(seen: str, text: str) -> int:
    """How often a text stands cut short with an ellipsis, as a label in a drawing does that has no room for it."""
    heads = (seen[max(end - len(text), 0) : end] for end, letter in enumerate(seen) if letter == "…")
    return sum(any(head.endswith(text[:many]) for many in range(LEAST, len(text))) for head in heads)


def active(page: Shape, plain: Shape) -> list[str]:
    """Whatever of a page is not what an innocent one is made of, nor what Markdown may make."""
    found = [f"<{tag}>" for tag in page.tags if tag not in plain.tags and tag not in OUR_TAGS]
    found += [
        f"<{tag}> more" for tag in plain.tags if tag not in OUR_TAGS and page.tags[tag] > plain.tags[tag] > 0
    ]
    found += [f"{tag} {name}=" for tag, name in page.attributes - plain.attributes - OUR_ATTRIBUTES]
    found += [one for one in page.addresses - plain.addresses if not SAFE.fullmatch(one)]
    found += [f"style {one[:40]}" for one in page.styles - plain.styles]
    return found + ["a comment"] * (page.comments - plain.comments)


RELATIVE = re.compile(r"[a-z0-9./#-]+")


@cache
def faulty() -> tuple[Shape, ...]:
    """What pages are like when nobody means harm and the files hold faults, of which findings are printed."""
    laid = (laid_out(with_text(text, "x")).pages for text in ("", "a\ab"))
    return tuple(shape(page) for pages in laid for path, page in pages.items() if path.endswith("html"))


def active_among(page: Shape) -> list[str]:
    """The same of a page of a workspace that holds faults, which has other parts: against all innocent pages at once."""
    plain = [*innocent().shapes.values(), *faulty()]
    tags, attributes = (
        {tag for one in plain for tag in one.tags},
        set().union(*(one.attributes for one in plain)),
    )
    styles = set().union(*(one.styles for one in plain))
    found = [f"<{tag}>" for tag in page.tags if tag not in tags | OUR_TAGS]
    found += [f"{tag} {name}=" for tag, name in page.attributes - attributes - OUR_ATTRIBUTES]
    found += [one for one in page.addresses if not SAFE.fullmatch(one) and not RELATIVE.fullmatch(one)]
    return found + [f"style {one[:40]}" for one in page.styles - styles]


@dataclass(frozen=True)
class Tried:
    """What came of one text: what it made of pages, which pages lost it, and how many pages and places it reached."""

    active: list[str]
    lost: list[str]
    pages: int
    places: int
    refused: bool


def attempt(text: str) -> Tried:
    """Types a text into every field, lays everything out, and reads it as a browser does."""
    laid, plain = laid_out(with_text(text)), innocent()
    if laid.faults:
        assert all(fault.place.path and fault.place.line >= 1 for fault in laid.faults)
    shapes = {path: shape(page) for path, page in laid.pages.items() if path.endswith("html")}
    bad, lost, places = [], [], 0
    for path, one in shapes.items():
        if laid.faults:
            bad += [f"{path}: {what}" for what in active_among(one)]
            continue
        bad += [f"{path}: {what}" for what in active(one, plain.shapes[path])]
        places += plain.read[path]
        cut = cut_short(one.seen, unspaced(text))
        if one.seen.count(unspaced(text)) + cut < plain.exact[path]:
            lost.append(f"{path}: {one.seen.count(unspaced(text))} of {plain.exact[path]} as typed")
        if letters(text) and letters(one.seen).count(letters(text)) + cut < plain.read[path]:
            lost.append(f"{path}: {letters(one.seen).count(letters(text))} of {plain.read[path]} to be read")
    return Tried(bad, lost, len(shapes), places, bool(laid.faults))
