"""What the PDF engine had to say of a paper, as findings with a place in its case's file."""

from generator.codes import code
from generator.documents.sheets import Sheet
from generator.finding import Finding, Place, Severity
from generator.model.workspace import CaseFile
from generator.pdf import PdfResult

GLYPH_MISSING = code(
    "glyph-missing",
    Severity.WARNING,
    "A letter that no font on this machine has",
    "Papers are set in Fira Sans, which has Latin, Vietnamese, Greek and Cyrillic letters; any other letter comes from "
    "a font of the machine. Where there is none, the paper shows the letter's number, like U+7530, and never a box. "
    "On Debian, fonts-ipaexfont-gothic has Japanese and fonts-noto-core most others.",
)
PDF_REFUSED = code(
    "pdf-refused",
    Severity.ERROR,
    "A paper that asked for something from outside",
    "A paper holds everything it shows. One that asks for a file or an address is not printed, because it could carry "
    "something into the paper, or tell somebody that it is read.",
    ignorable=False,
)
PDF_FAILED = code(
    "pdf-failed",
    Severity.ERROR,
    "A paper that could not be printed",
    "The page of the paper is there, its PDF is not. Other papers are not touched by it.",
)
PDF_DOUBTED = code(
    "pdf-doubted",
    Severity.WARNING,
    "A paper that the PDF engine warned of",
    "The paper is printed, but the engine could not do everything that the style sheet asked for. Look at it before "
    "it goes out. A team's own templates are the usual reason.",
)


def faults_of(result: PdfResult, sheet: Sheet, file: CaseFile) -> list[Finding]:
    """The findings of one printed paper."""
    place, name = Place(file.source.path), f"{sheet.name}.pdf"
    found = [_glyph(character, name, file) for character in result.missing]
    if result.refused:
        message = f"{name} asked for {len(result.refused)} things from outside."
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
