"""Which paper a finished file says it is, read from its metadata."""

import re
from dataclasses import dataclass
from datetime import datetime
from html.parser import HTMLParser
from io import BytesIO

import pikepdf

NAME = "casewright"
HEAD = 1024 * 1024
"""Bytes of a page that its head lies within."""
FORMS = {
    "case": r"[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*",
    "paper": r"[a-z-]{1,40}",
    "audience": "customer|internal",
    "version": r"[0-9]{1,9}",
    "fingerprint": "[0-9a-f]{12}",
    "as-of": r"[0-9T:+-]{19,32}",
    "draft": "yes|no",
}
MEETING = {"meeting": r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}"}
"""What the stamp of an agenda or a pack says beside that."""


HOUSE_FORMS = {
    "paper": FORMS["paper"],
    "of": r"[a-z0-9][a-z0-9-]*",
    "audience": "internal",
    "fingerprint": FORMS["fingerprint"],
    "as-of": FORMS["as-of"],
}


@dataclass(frozen=True, slots=True)
class HouseStamp:
    """What a house paper says of itself: which it is, of what, and as of when (aware)."""

    paper: str
    of: str
    fingerprint: str
    as_of: datetime


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a paper says of itself; `as_of` is aware, `meeting` the id of the one that an agenda or a pack is of."""

    case: str
    paper: str
    audience: str
    version: int
    fingerprint: str
    as_of: datetime
    draft: bool
    meeting: str | None = None


def stamp_of(data: bytes) -> Stamp | None:
    """The stamp of a PDF or an HTML file; None where it has none that we could have written."""
    found = _said(data, FORMS) or _said(data, FORMS | MEETING)
    return _stamp(found) if found else None


def house_stamp_of(data: bytes) -> HouseStamp | None:
    """The stamp of a house paper, a PDF or an HTML file; None where it has none that we could have written."""
    found = _said(data, HOUSE_FORMS)
    as_of = _moment(found["as-of"]) if found else None
    if found is None or as_of is None:
        return None
    return HouseStamp(found["paper"], found["of"], found["fingerprint"], as_of)


def _said(data: bytes, forms: dict[str, str]) -> dict[str, str] | None:
    """The parts of a stamp, where it has these parts and no others, each in its form."""
    text = _of_pdf(data) if data.startswith(b"%PDF") else _of_html(data)
    pairs = [part.partition("=") for part in (text or "").split("; ")]
    found = {key: value for key, _, value in pairs}
    if len(pairs) != len(forms) or found.keys() != forms.keys():
        return None
    return found if all(re.fullmatch(form, found[key], re.ASCII) for key, form in forms.items()) else None


def _moment(text: str) -> datetime | None:
    try:
        as_of = datetime.fromisoformat(text)
    except ValueError:
        return None
    return as_of if as_of.tzinfo is not None else None


def _stamp(found: dict[str, str]) -> Stamp | None:
    as_of = _moment(found["as-of"])
    if as_of is None:
        return None
    version, draft = int(found["version"]), found["draft"] == "yes"
    return Stamp(
        found["case"],
        found["paper"],
        found["audience"],
        version,
        found["fingerprint"],
        as_of,
        draft,
        found.get("meeting"),
    )


def _of_pdf(data: bytes) -> str | None:
    try:
        with pikepdf.open(BytesIO(data)) as document:
            value = document.docinfo.get(f"/{NAME}")
    except (pikepdf.PdfError, ValueError):
        return None
    return str(value) if isinstance(value, pikepdf.String) else None


def _of_html(data: bytes) -> str | None:
    reader = _Meta()
    reader.feed(data[:HEAD].decode("utf-8", "replace"))
    return reader.found


class _Meta(HTMLParser):
    """Finds the stamp in the head of a page; what stands in its body is not looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.found: str | None = None
        self.in_body = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps the first stamp."""
        given = dict(attrs)
        self.in_body = self.in_body or tag == "body"
        if tag == "meta" and given.get("name") == NAME and self.found is None and not self.in_body:
            self.found = given.get("content")
