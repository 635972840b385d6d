"""What the PDF engine had to say of a paper, as findings with a place in its case's file."""

from generator.build.codes import GLYPH_MISSING, PDF_DOUBTED, PDF_FAILED, PDF_REFUSED
from generator.documents.sheets import Sheet
from generator.finding import Finding, Place
from generator.model.workspace import CaseFile
from generator.pdf import PdfResult


def faults_of(result: PdfResult, sheet: Sheet, file: CaseFile) -> list[Finding]:
    """The findings of one printed paper."""
    place, name = Place(file.source.path), f"{sheet.name}.pdf"
    found = [_glyph(character, name, file) for character in result.missing]
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


def _glyph(character: str, name: str, file: CaseFile) -> Finding:
    message = f"No font here has the letter {spelt(character)}, which stands in {name}."
    remedy = "Install a font that has it; on Debian: sudo apt-get install -y fonts-ipaexfont-gothic fonts-noto-core."
    return GLYPH_MISSING.at(_where(character, file), message, remedy)


def _where(character: str, file: CaseFile) -> Place:
    for source in (file.source, file.owner.source):
        for number, line in enumerate(source.text.splitlines(), 1):
            if character in line:
                column = line.index(character) + 1
                return Place(source.path, number, column, number, column + 1)
    return Place(file.source.path)


def spelt(character: str) -> str:
    """A letter by its number, like U+7530."""
    return f"U+{ord(character):04X}"
