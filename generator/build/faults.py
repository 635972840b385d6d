"""What the PDF engine had to say of a paper, as findings with a place in the file that it comes from."""

from collections.abc import Sequence

from generator.build.codes import GLYPH_MISSING, PDF_DOUBTED, PDF_FAILED, PDF_REFUSED, PDF_TOO_LONG
from generator.documents.house_sheets import AnySheet, HouseSheet
from generator.finding import Finding, Place
from generator.model.workspace import Workspace
from generator.pdf import PdfResult
from generator.source.file import SourceFile


def faults_of(result: PdfResult, sheet: AnySheet, workspace: Workspace) -> list[Finding]:
    """The findings of one printed paper."""
    sources, name = sheet.sources(workspace), f"{sheet.name}.pdf"
    place = Place(sources[0].path)
    found = [_glyph(character, name, sources) for character in result.missing]
    found += _too_long(result, sheet, place)
    if result.refused:
        message = f"{name} asked for something from outside, so it was not printed."
        found.append(
            PDF_REFUSED.at(place, message, "Take the address or the picture out of the text or template.")
        )
    if result.failure:
        remedy = "Read the page instead, and run it again; if it stays, report it with this sentence."
        found.append(PDF_FAILED.at(place, f"{name} was not printed. {result.failure}", remedy))
    for warning in result.warnings:
        message = f"The PDF engine says of {name}: {warning.rstrip('.')}."
        found.append(
            PDF_DOUBTED.at(place, message, "Look at the paper, and mend the template it comes from.")
        )
    return found


def _too_long(result: PdfResult, sheet: AnySheet, place: Place) -> list[Finding]:
    most = sheet.most_pages if isinstance(sheet, HouseSheet) else None
    if most is None or result.pages <= most:
        return []
    room = "one page" if most == 1 else f"{most} pages"
    message = f"{sheet.name}.pdf takes {result.pages} pages, with everything left out that may be; {room} is its room."
    return [
        PDF_TOO_LONG.at(place, message, "Shorten the names and words in it, or print it on larger paper.")
    ]


def _glyph(character: str, name: str, sources: Sequence[SourceFile]) -> Finding:
    message = f"No font here has the letter {spelt(character)}, which stands in {name}."
    remedy = "Install a font that has it; on Debian: sudo apt-get install -y fonts-ipaexfont-gothic fonts-noto-core."
    return GLYPH_MISSING.at(_where(character, sources), message, remedy)


def _where(character: str, sources: Sequence[SourceFile]) -> Place:
    for source in sources:
        for number, line in enumerate(source.text.splitlines(), 1):
            if character in line:
                column = line.index(character) + 1
                return Place(source.path, number, column, number, column + 1)
    return Place(sources[0].path)


def spelt(character: str) -> str:
    """A letter by its number, like U+7530."""
    return f"U+{ord(character):04X}"
