"""Proves a printed paper: what it must carry stands in its text, and all of that can be seen."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from html import unescape
from itertools import pairwise

from generator.audience.squeeze import Squeezed, squeezed
from generator.build.codes import PDF_CLIPPED, PDF_HEADLESS, PDF_INCOMPLETE, PDF_UNSEEN
from generator.build.faults import spelt
from generator.documents.carried import Must, Value, carried
from generator.documents.house_sheets import AnySheet
from generator.finding import Finding, Place
from generator.inspect.pdf_text import PageRead, pages_of
from generator.markup import to_line
from generator.model.scalars.moments import Moment
from generator.model.scalars.money import Money
from generator.model.workspace import Workspace
from generator.pdf import PdfResult
from generator.render import Speech

HEADLESS_REMEDY = (
    "Set its head in a `thead`, shown as `table-header-group`, and let no row fill a whole page."
)
UNSEEN_REMEDY = "Give it a colour that stands out and a size that can be read, with nothing lying on it."
OVERPRINTED_REMEDY = "Give each of the two a place of its own."
TAG = re.compile("<[^>]*>")
Forms = tuple[str, ...]
"""The ways in which a paper may write a value, squeezed."""


def proved(sheet: AnySheet, result: PdfResult, workspace: Workspace) -> list[Finding]:
    """What a finished PDF lacks of what it must carry, and on which of its pages a text or a table cannot be read."""
    if not result.pdf or result.refused:
        return []
    pages = pages_of(result.pdf)
    found = lacking(sheet, pages, workspace, result.missing)
    return [*found, *_unreadable(sheet, pages, result, workspace)]


class PaperText:
    """The text of a printed paper, to be searched for what it must carry."""

    def __init__(self, pages: Sequence[PageRead]) -> None:
        self.pages = [page.text for page in pages]
        self.readings = [Squeezed("\n".join(self.pages))]
        if any(page.pieces for page in pages):
            self.readings.append(Squeezed("\n".join(page.pieces or page.text for page in pages)))

    def times(self, forms: Forms) -> int:
        """How often a value stands there in any of its forms, as words of their own."""
        return max(_times(forms, reading) for reading in self.readings) or int(self._is_split(forms))

    def _is_split(self, forms: Forms) -> bool:
        """Whether one of the forms begins at the end of a page and goes on at the head of the next."""
        sides = [squeezed(page) for page in self.pages]
        return any(
            form[:cut] in one and form[cut:] in other
            for form in forms
            for one, other in pairwise(sides)
            for cut in _cuts(form, one)
        )


def _times(forms: Forms, text: Squeezed) -> int:
    found = (span for form in forms for span in text.spans(form) if _is_apart(span, text.text))
    return len({start for start, _ in found})


def _is_apart(span: tuple[int, int], text: str) -> bool:
    """Whether nothing goes on with it before or behind: 1,200 does not carry 200, nor March the day of 3 Mar."""
    start, end = span
    before, behind = text[max(start - 2, 0) : start][::-1], text[end : end + 2]
    return not _grows(before, text[start]) and not _grows(behind, text[end - 1])


def _grows(beside: str, rim: str) -> bool:
    """Whether what stands beside a text, the nearest first, is of one word or one number with its outermost letter."""
    if rim.isdigit():
        return beside[:1].isdigit() or (beside[:1] in (".", ",") and beside[1:2].isdigit())
    return beside[:1].isalpha()


def _cuts(form: str, page: str) -> range:
    """Where a text may have been cut that begins on a page: behind the longest beginning of it, or shortly before."""
    low, high = 0, len(form)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if form[:middle] in page else (low, middle - 1)
    return range(max(low - 8, 1), min(low + 1, len(form)))


def lacking(
    sheet: AnySheet, pages: Sequence[PageRead], workspace: Workspace, unlettered: Iterable[str] = ()
) -> Iterator[Finding]:
    """What must stand on a paper and does not, or not as often as it must, as a reader of its language finds it.

    `unlettered` are the letters that no font has, which stand there by their numbers.
    """
    text = PaperText(pages)
    wanted: dict[Forms, list[Must]] = defaultdict(list)
    for must in carried(sheet):
        wanted[forms_of(must, unlettered)].append(must)
    for forms, musts in wanted.items():
        times = text.times(forms) if forms else len(musts)
        if times < len(musts):
            message = f"{sheet.name}.pdf {_without(musts, times)}"
            remedy = "Put it back into the template of this paper, or take the template out of `templates/`."
            yield PDF_INCOMPLETE.at(_place(musts[0], workspace), message, remedy)


def _without(musts: list[Must], times: int) -> str:
    """The end of the sentence that says what is lacking."""
    names = list(dict.fromkeys(must.what for must in musts))
    told = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    if not times:
        return f"does not carry {told}, which it must."
    return f"carries only {times} of the {len(musts)} that it must: {told}."


def _place(must: Must, workspace: Workspace) -> Place:
    return must.sheet.sources(workspace)[0].place(must.typed_at)


def forms_of(must: Must, unlettered: Iterable[str]) -> Forms:
    """The ways in which a paper may write what it must carry; none where nothing of it is a letter or a digit."""
    sheet = must.sheet
    spoken = Speech(sheet.language, sheet.zone, sheet.identity.as_of)
    by_number = {ord(letter): spelt(letter) for letter in unlettered}
    written = (squeezed(form.translate(by_number)) for form in _written(must.value, spoken))
    return tuple(dict.fromkeys(form for form in written if form))


def _written(value: Value, speech: Speech) -> Iterator[str]:
    if isinstance(value, Money):
        yield speech.money(value)
    elif isinstance(value, str):
        yield unescape(TAG.sub(" ", to_line(value)))
        yield value
    elif isinstance(value, date | datetime | Moment):
        yield from (speech.day(value, form) for form in ("brief", "day"))
        yield speech.near_day(value)


def _unreadable(
    sheet: AnySheet, pages: Sequence[PageRead], result: PdfResult, workspace: Workspace
) -> Iterator[Finding]:
    """The pages on which a text lies off the paper or cannot be seen, or a table goes on without its head."""
    place, name = Place(sheet.sources(workspace)[0].path), f"{sheet.name}.pdf"
    if clipped := [number for number, page in enumerate(pages, 1) if page.sight.is_clipped]:
        message = f"A text lies off the paper, or is cut off by its box, on {_pages(clipped)} of {name}."
        yield PDF_CLIPPED.at(place, message, "Break the long word it ends in, or mend the template.")
    for words, what, remedy in (
        ([page.sight.unseen for page in pages], "that nobody can see", UNSEEN_REMEDY),
        ([page.sight.overprinted for page in pages], "that another is printed over", OVERPRINTED_REMEDY),
    ):
        if numbers := [number for number, one in enumerate(words, 1) if one]:
            first = words[numbers[0] - 1]
            message = f"A text {what} stands on {_pages(numbers)} of {name}: `{first}`."
            yield PDF_UNSEEN.at(place, message, remedy)
    if result.headless:
        message = f"A table goes on without its head on {_pages(list(result.headless))} of {name}."
        yield PDF_HEADLESS.at(place, message, HEADLESS_REMEDY)


def _pages(numbers: list[int]) -> str:
    return f"page {numbers[0]}" if len(numbers) == 1 else f"pages {', '.join(map(str, numbers))}"
