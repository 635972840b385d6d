"""Proves a printed paper: what its page says stands in it, what it must carry too, and nothing lies off the paper."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from generator.audience.squeeze import squeezed
from generator.build.codes import PDF_CLIPPED, PDF_INCOMPLETE
from generator.documents.carried import Must, carried
from generator.documents.house_sheets import AnySheet
from generator.documents.sheets import Sheet
from generator.finding import Finding, Place
from generator.inspect.pdf_text import pages_of
from generator.model.scalars.moments import Moment
from generator.model.scalars.money import Money
from generator.model.workspace import Workspace
from generator.render import Speech
from generator.source.nodes import Path


def proved(sheet: AnySheet, pdf: bytes, workspace: Workspace) -> list[Finding]:
    """What a finished PDF lacks of what it must carry, and on which of its pages a text lies off the paper."""
    if not pdf:
        return []
    pages = pages_of(pdf)
    text = squeezed("".join(page.text for page in pages))
    off = [number for number, page in enumerate(pages, 1) if page.is_clipped]
    found = list(_lacking(sheet, text, workspace)) if isinstance(sheet, Sheet) else []
    return found + _clipped(sheet, off, workspace)


def _lacking(sheet: Sheet, text: str, workspace: Workspace) -> Iterator[Finding]:
    """What must stand on a paper and does not, as a reader of its language would find it."""
    speech = Speech(sheet.language, sheet.zone, sheet.identity.as_of)
    source = workspace.cases[sheet.identity.case].source
    for must in carried(sheet):
        if not any(squeezed(form) in text for form in forms(must.value, speech)):
            message = f"{sheet.name}.pdf does not carry {must.what}, which it must."
            remedy = "Put it back into the template of this paper, or take the template out of `templates/`."
            yield PDF_INCOMPLETE.at(source.place(_path(must, sheet)), message, remedy)


def _path(must: Must, sheet: Sheet) -> Path:
    """Where it is typed; a customer's copy counts its items otherwise, so there it is the section."""
    return must.path if sheet.identity.inside else must.path[:1]


def forms(value: date | datetime | Moment | Money | str, speech: Speech) -> Iterator[str]:
    """The ways in which a paper may write a value."""
    if isinstance(value, Money):
        yield from speech_amounts(value)
    elif isinstance(value, str):
        yield value
    else:
        day = speech.calendar.local_day(value)
        unsaid = replace(speech.calendar, year=day.year)
        yield from (unsaid.written(day, form) for form in ("brief", "day"))
        yield speech.near_day(value)


def speech_amounts(amount: Money) -> Iterator[str]:
    """The digits of an amount, with its cents and without those that are nought."""
    whole, _, cents = str(amount.value).partition(".")
    yield whole + cents
    if not cents.strip("0"):
        yield whole


def _clipped(sheet: AnySheet, pages: list[int], workspace: Workspace) -> list[Finding]:
    if not pages:
        return []
    where = f"page {pages[0]}" if len(pages) == 1 else f"pages {', '.join(map(str, pages))}"
    message = f"A text lies off the paper on {where} of {sheet.name}.pdf."
    place = Place(sheet.sources(workspace)[0].path)
    return [PDF_CLIPPED.at(place, message, "Break the long word it ends in, or mend the template.")]
