"""One paper through WeasyPrint, in this process; its log is part of the result."""

import logging
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from typing import NamedTuple, Protocol

from generator.pdf import fonts
from generator.pdf.job import PdfJob, PdfResult

MISSING = re.compile(r'^\.notdef glyph rendered for Unicode string unsupported by fonts: "(.*)"', re.DOTALL)

END = re.compile("end(-[0-9]+)?")
"""The id of the mark behind the last line of a paper, or of a part of a pack, whose own id has `part` for `end`."""
SHORT = 0.3
"""A last page whose text ends within this share of its height, from its upper edge, is nearly empty."""


class _Page(Protocol):
    """What is asked of a page: where on it, in pixels, each anchor stands."""

    height: float
    anchors: dict[str, tuple[float, float, float, float]]


class _Span(NamedTuple):
    """The first and the last page of a paper or part, from 0, and the share of the last page above its end."""

    first: int
    last: int
    end: float


class _Log(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[_Log]:
    log, logger = _Log(), logging.getLogger("weasyprint")
    logger.addHandler(log)
    try:
        yield log
    finally:
        logger.removeHandler(log)


def prepare(font_configuration: str) -> None:
    """Imports the engine with our fonts in place (see `fonts`); OSError where Pango is missing."""
    os.environ["FONTCONFIG_FILE"] = font_configuration
    with redirect_stdout(None):  # Where a library is missing, the engine prints advice of its own there.
        import weasyprint  # noqa: F401


def to_pdf(job: PdfJob) -> PdfResult:
    """Prints a paper as tagged PDF (PDF/UA-1). Call `prepare` first; the process's SOURCE_DATE_EPOCH becomes the job's."""
    import weasyprint

    from generator.pdf.fetcher import Refusing
    from generator.pdf.heads import headless, mend_tables

    os.environ["SOURCE_DATE_EPOCH"] = str(job.as_of)
    fetcher = Refusing(job.pictures)
    with _listening() as log:
        document = weasyprint.HTML(string=job.html, url_fetcher=fetcher).render(pdf_variant="pdf/ua-1")
        pdf = document.write_pdf(finisher=mend_tables, pdf_variant="pdf/ua-1", custom_metadata=True)
    missing = [found.group(1) for line in log.lines if (found := MISSING.match(line))]
    spans = _spans(document.pages)
    families = {font.family for font in document.fonts.values()}
    return PdfResult(
        job.key,
        b"" if fetcher.refused else pdf,
        len(document.pages),
        "The paper tried to load something from outside itself." if fetcher.refused else "",
        tuple(fetcher.refused),
        tuple(dict.fromkeys(missing)),
        tuple(sorted(families - {fonts.FAMILY})),
        tuple(dict.fromkeys(line for line in log.lines if not MISSING.match(line))),
        headless(document.pages),
        sum(span.last - span.first + 1 for span in spans.values()),
        tuple(name for name, span in spans.items() if span.last > span.first and span.end < SHORT),
    )


def _spans(pages: Sequence[_Page]) -> dict[str, _Span]:
    """Where a paper, or each part of a pack, begins and ends, by the id at its end."""
    begun = {name: number for number, page in reversed([*enumerate(pages)]) for name in page.anchors}
    spans = {
        name: _Span(begun.get(name.replace("end", "part"), 0), number, at / page.height)
        for number, page in enumerate(pages)
        for name, (_, at, *_) in page.anchors.items()
        if END.fullmatch(name)
    }
    return {name: span for name, span in spans.items() if name != "end" or len(spans) == 1}
