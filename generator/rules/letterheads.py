"""The letterhead: logos that can be embedded, and a colour that can be read on white."""

from collections.abc import Iterator
from datetime import datetime
from math import floor

from generator.codes import Code, code
from generator.finding import Finding, Severity
from generator.model.workspace import Workspace
from generator.source.file import SourceFile
from generator.source.logos import Logo, LogoFault

LOGO_OUTSIDE = code(
    "logo-outside",
    Severity.ERROR,
    "A logo that lies outside the workspace",
    "A path that begins with a slash, climbs with `..` or goes through a link could bring any file of the machine into "
    "a customer's paper. A logo lies in the workspace.",
    ignorable=False,
)
LOGO_MISSING = code(
    "logo-missing",
    Severity.ERROR,
    "A logo that is not there",
    "The path of a logo begins in the folder that holds casewright.yaml. Without it papers go out with the name alone.",
)
LOGO_UNUSABLE = code(
    "logo-unusable",
    Severity.ERROR,
    "A logo that cannot be printed",
    "A logo is a PNG, a JPEG or an SVG drawing of at most 500 KB, because every paper carries it whole. Of a PNG and a "
    "JPEG only the picture is taken; who made it and where stays at home.",
)
LOGO_ELSEWHERE = code(
    "logo-refers-elsewhere",
    Severity.ERROR,
    "A drawing that refers to something else",
    "An SVG drawing can fetch files and addresses, run scripts and hold other documents. One in a letterhead holds "
    "shapes of its own and nothing else, or it could bring something into a paper and tell somebody that it is read.",
    ignorable=False,
)
COLOUR_PALE = code(
    "colour-pale",
    Severity.WARNING,
    "A colour that is hard to read on white",
    "Headings, labels and links are set in the letterhead's colour. Below a contrast of 4.5 to 1 (WCAG 2.2, level AA) many "
    "people cannot read them, and a grey print loses them.",
)
CODES: dict[LogoFault, Code] = {
    "outside": LOGO_OUTSIDE,
    "missing": LOGO_MISSING,
    "unusable": LOGO_UNUSABLE,
    "elsewhere": LOGO_ELSEWHERE,
}
REMEDIES: dict[LogoFault, str] = {
    "outside": "Put the picture into the workspace and write its path from there.",
    "missing": "Put the picture there, or write the path that it has.",
    "unusable": "Save it as a PNG, or as an SVG drawing, of at most 500 KB.",
    "elsewhere": "Save it as a plain SVG with text as outlines and pictures left out, or as a PNG.",
}
LEAST_CONTRAST = 4.5


def find(workspace: Workspace, as_of: datetime) -> Iterator[Finding]:  # noqa: ARG001 - every rule's signature
    """What is wrong with the letterheads of a workspace."""
    yield from _of_logo(workspace, workspace.settings.logo, workspace.settings_source)
    for file in workspace.customers.values():
        yield from _of_logo(workspace, file.customer.logo, file.source)
    colour = workspace.settings.colours.structure
    if contrast(colour) < LEAST_CONTRAST:
        # Rounded down, so that what is just too pale is not told as enough.
        shown = f"{floor(contrast(colour) * 100) / 100:.2f}".rstrip("0").rstrip(".")
        message = f"{colour} has a contrast of {shown} to 1 with white; 4.5 to 1 can be read."
        place = workspace.settings_source.place(("colours", "structure"))
        yield COLOUR_PALE.at(place, message, "Choose a darker tone of it.")


def _of_logo(workspace: Workspace, path: str | None, source: SourceFile) -> Iterator[Finding]:
    logo: Logo | None = workspace.logos.get(path) if path else None
    if logo is not None and logo.fault is not None:
        message = f"The logo `{path}` {logo.why}."
        yield CODES[logo.fault].at(source.place(("logo",)), message, REMEDIES[logo.fault])


def contrast(colour: str) -> float:
    """How much a colour (#rrggbb) stands out from white: 1 for white itself, 21 for black (WCAG 2.2, 1.4.3)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
