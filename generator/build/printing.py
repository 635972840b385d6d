"""Sheets to files: the page, the plain text where there is one, what goes beside it, and the PDF, on every core."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.build.faults import faults_of, spelt
from generator.build.proving import proved
from generator.build.words import html_of, mail_of, text_of
from generator.documents.house_sheets import AnySheet, HouseSheet
from generator.documents.sheets import Desk
from generator.finding import Finding
from generator.pdf import PdfJob, PdfResult, print_all
from generator.render import data_address, standalone


@dataclass(frozen=True, slots=True)
class Printed:
    """One file made of a sheet; `data` is empty where its PDF could not be made, and `findings` say why."""

    sheet: AnySheet
    name: str
    data: bytes
    findings: tuple[Finding, ...] = ()


Pages = list[tuple[AnySheet, str]]
"""Sheets, each with its page."""


def job_of(sheet: AnySheet, html: str) -> PdfJob:
    """What the PDF engine is given of a sheet."""
    logos = sheet.context.get("logos", ())
    pictures = frozenset(data_address(logo) for logo, _ in logos)
    return PdfJob(sheet.key, html, int(sheet.identity.as_of.timestamp()), pictures)


def printed(
    sheets: Iterable[AnySheet],
    desk: Desk,
    team: Path | None,
    jobs: int,
    pdf: bool,
    told: Callable[[str], None],
) -> Iterator[Printed]:
    """Every file of every sheet, as soon as it is ready; `told` hears the name of each paper that is done.

    A PDF that is longer than its paper may be is printed again with less detail; its page keeps all of it. One that
    leaves its last page nearly empty is set closer, if that saves the page. Raises PangoMissing, after all pages,
    where PDFs are wanted and the machine cannot make them.
    """
    pages: Pages = [(sheet, html_of(sheet, team)) for sheet in sheets]
    for sheet, html in pages:
        for name, make in leaves_of(sheet, partial(str, html), team).items():
            yield Printed(sheet, name, make())
    pages = [_for_print(sheet, html, team) for sheet, html in pages]
    wide: dict[str, PdfResult] = {}
    while pdf and pages:
        again: list[AnySheet] = []
        for sheet, result in _results(pages, jobs):
            other = _otherwise(sheet, result, wide)
            if other is not None:
                again.append(other)
            else:
                yield _of_result(sheet, _shorter(result, wide.get(sheet.key)), desk)
                told(sheet.name)
        pages = [(sheet, html_of(sheet, team)) for sheet in again]


def leaves_of(sheet: AnySheet, html: Callable[[], str], team: Path | None) -> dict[str, Callable[[], bytes]]:
    """What makes each file of a sheet but its PDF, by its name; `html` makes its page."""
    made: dict[str, Callable[[], bytes]] = {f"{sheet.name}.html": lambda: standalone(html(), team).encode()}
    if sheet.paper.as_text:
        made[f"{sheet.name}.txt"] = lambda: text_of(sheet, team).encode()
    if isinstance(sheet, HouseSheet):
        if sheet.paper.as_mail:
            made[f"{sheet.name}.mail.html"] = lambda: mail_of(sheet, team).encode()
        made |= {name: partial(bytes, data) for name, data in sheet.attachments.items()}
    return made


def _for_print(sheet: AnySheet, html: str, team: Path | None) -> tuple[AnySheet, str]:
    """A sheet and its page as they are printed first."""
    first = sheet.for_print() if isinstance(sheet, HouseSheet) else sheet
    return first, html if first is sheet else html_of(first, team)


def _otherwise(sheet: AnySheet, result: PdfResult, wide: dict[str, PdfResult]) -> AnySheet | None:
    """The sheet as it is printed again: with less detail, or set closer, once; None where it is as it should be.

    `wide` holds what came of each sheet before it was set closer.
    """
    smaller = _smaller(sheet, result)
    if smaller is None and result.short and sheet.key not in wide:
        wide[sheet.key] = result
        return _closer(sheet, result.short)
    return smaller


def _closer(sheet: AnySheet, short: Sequence[str]) -> AnySheet:
    """The sheet set closer; of a pack the parts whose ends are named."""
    parts: tuple[AnySheet, ...] = sheet.context.get("parts", ())
    closer = tuple(
        _closer(part, ()) if f"end-{number}" in short else part for number, part in enumerate(parts, 1)
    )
    return replace(sheet, context={**sheet.context, **({"parts": closer} if parts else {"closer": True})})


def _smaller(sheet: AnySheet, result: PdfResult) -> AnySheet | None:
    """The sheet with less detail, where its PDF is too long and there is detail left to leave out."""
    if isinstance(sheet, HouseSheet) and sheet.most_pages and result.pages > sheet.most_pages:
        return sheet.smaller()
    return None


def _shorter(result: PdfResult, wide: PdfResult | None) -> PdfResult:
    """Of a paper set closer and set wide the one that takes fewer pages; where both take as many, the wide one."""
    return wide if wide is not None and wide.written <= result.written else result


def _results(pages: Pages, jobs: int) -> Iterator[tuple[AnySheet, PdfResult]]:
    """The PDF of every page; one with letters that no font has is printed again with these spelt out."""
    queue = {sheet.key: (sheet, job_of(sheet, html)) for sheet, html in pages}
    again: list[PdfJob] = []
    glyphs: dict[str, PdfResult] = {}
    for result in print_all((job for _, job in queue.values()), jobs):
        sheet, job = queue[result.key]
        if result.missing:
            glyphs[result.key] = result
            again.append(_spelt_out(job, result.missing))
        else:
            yield sheet, result
    for result in print_all(again, jobs):
        sheet, _ = queue[result.key]
        yield sheet, replace(result, missing=glyphs[result.key].missing)


def _spelt_out(job: PdfJob, missing: tuple[str, ...]) -> PdfJob:
    """The paper with each letter that no font has written by its number, because a box says nothing."""
    return replace(job, html=job.html.translate({ord(letter): spelt(letter) for letter in missing}))


def _of_result(sheet: AnySheet, result: PdfResult, desk: Desk) -> Printed:
    data = b"" if result.refused else result.pdf
    faults = [*faults_of(result, sheet, desk.workspace), *proved(sheet, result, desk.workspace)]
    return Printed(sheet, f"{sheet.name}.pdf", data, tuple(faults))
