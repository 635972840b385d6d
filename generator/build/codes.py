"""The codes of what goes wrong in printing, apart from it so that `explain` need not import the printer."""

from generator.codes import code
from generator.finding import Severity

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
PDF_TOO_LONG = code(
    "pdf-too-long",
    Severity.WARNING,
    "A paper that is longer than it may be",
    "Some papers are made to hang on a wall or to lie in a hand, such as who-to-call, which is one page. What does not "
    "fit is left out in a fixed order, and the paper says so. Where even that is not enough it is printed whole on more "
    "pages, because a rung that is not printed is worse than a second page.",
)
PDF_DOUBTED = code(
    "pdf-doubted",
    Severity.WARNING,
    "A paper that the PDF engine warned of",
    "The paper is printed, but the engine could not do everything that the style sheet asked for. Look at it before "
    "it goes out. A team's own templates are the usual reason.",
)
PDF_INCOMPLETE = code(
    "pdf-incomplete",
    Severity.ERROR,
    "A paper that lacks what it must carry",
    "A finished paper is read again: the dates, owners, amounts and promises that its kind must carry have to stand in "
    "the text of its PDF, as often as there are such. One that lacks any is printed, and this says what it lacks. A "
    "team's own template is the usual reason.",
    ignorable=False,
)
PDF_CLIPPED = code(
    "pdf-clipped",
    Severity.WARNING,
    "A text that is cut off",
    "Every text of a finished paper has to lie on its page and in its box. A word that nothing can break, or a template "
    "that sets a width, may push one over the edge of the paper, where a printer loses it; a box with `overflow: hidden` "
    "cuts off what has no room in it.",
)
PDF_UNSEEN = code(
    "pdf-unseen",
    Severity.WARNING,
    "A text that nobody can see",
    "A text may stand in a PDF and on none of its pages: in the colour of what lies under it, transparent, in a type too "
    "small to read, or with a picture, a surface or another text over it. A reader of the paper never has it, while "
    "whoever searches or copies its text does.",
)
PDF_HEADLESS = code(
    "pdf-headless-table",
    Severity.WARNING,
    "A table that goes on without its head",
    "A table that is longer than a page says on each page what stands in its columns. It does where its head is a "
    "`thead`; a style that shows that as something else, or a head among the rows, keeps it from being repeated, and so "
    "does a row that fills a page of its own.",
)
