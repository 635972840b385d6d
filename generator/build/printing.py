"""Sheets to files: the page, the plain text where there is one, and the PDF, printed on every core."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.build.faults import faults_of, spelt
from generator.build.words import html_of, text_of
from generator.documents.sheets import Desk, Sheet
from generator.finding import Finding
from generator.pdf import PdfJob, PdfResult, print_all
from generator.render import standalone


@dataclass(frozen=True, slots=True)
class Printed:
    """One file made of a sheet; `data` is empty where its PDF could not be made, and `findings` say why."""

    sheet: Sheet
    ending: str
    data: bytes
    findings: tuple[Finding, ...] = ()

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{self.sheet.name}.{self.ending}"


def job_of(sheet: Sheet, html: str) -> PdfJob:
    """What the PDF engine is given of a sheet."""
    return PdfJob(sheet.key, html, int(sheet.identity.as_of.timestamp()))


def printed(
    sheets: Iterable[Sheet], desk: Desk, team: Path | None, jobs: int, pdf: bool, told: Callable[[str], None]
) -> Iterator[Printed]:
    """Every file of every sheet, as soon as it is ready; `told` hears the name of each paper that is done.

    Raises PangoMissing, after all pages, where PDFs are wanted and the machine cannot make them.
    """
    pages = [(sheet, html_of(sheet, team)) for sheet in sheets]
    for sheet, html in pages:
        yield Printed(sheet, "html", standalone(html, team).encode())
        if sheet.paper.as_text:
            yield Printed(sheet, "txt", text_of(sheet, team).encode())
    if pdf:
        yield from _pdfs(pages, desk, jobs, told)


def _pdfs(
    pages: list[tuple[Sheet, str]], desk: Desk, jobs: int, told: Callable[[str], None]
) -> Iterator[Printed]:
    queue = {sheet.key: (sheet, job_of(sheet, html)) for sheet, html in pages}
    again: list[PdfJob] = []
    glyphs: dict[str, PdfResult] = {}
    for result in print_all((job for _, job in queue.values()), jobs):
        sheet, job = queue[result.key]
        if result.missing:
            glyphs[result.key] = result
            again.append(_spelt_out(job, result.missing))
        else:
            yield _of_result(sheet, result, desk)
        told(sheet.name)
    for result in print_all(again, jobs):
        sheet, _ = queue[result.key]
        yield _of_result(sheet, replace(result, missing=glyphs[result.key].missing), desk)


def _spelt_out(job: PdfJob, missing: tuple[str, ...]) -> PdfJob:
    """The paper with each letter that no font has written by its number, because a box says nothing."""
    return replace(job, html=job.html.translate({ord(letter): spelt(letter) for letter in missing}))


def _of_result(sheet: Sheet, result: PdfResult, desk: Desk) -> Printed:
    file = desk.workspace.cases[sheet.identity.case]
    data = b"" if result.refused else result.pdf
    return Printed(sheet, "pdf", data, tuple(faults_of(result, sheet, file)))
