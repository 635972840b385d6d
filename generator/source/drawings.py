"""SVG drawings, let in only where they hold nothing but shapes of their own."""

import re
from xml.parsers.expat import ExpatError, ParserCreate

SHAPES = frozenset(
    {
        "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "path", "rect", "circle", "ellipse", "line",
        "polyline", "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask",
        "pattern", "style",
    }
)  # fmt: skip
ADDRESSES = frozenset({"href", "src", "xml:base"})
ELSEWHERE = re.compile(r"url\s*\(\s*[\"']?\s*(?!#)|@import|\\", re.IGNORECASE)
"""An address that is not within the drawing itself; a backslash could hide one."""
DEEPEST = 50


class RefersElsewhere(ValueError):
    """A drawing that would fetch, run or embed something; the text says what, as the rest of a sentence."""


def check_drawing(data: bytes) -> None:
    """Raises RefersElsewhere for a drawing that is not whole in itself, ValueError for what is no SVG drawing."""
    parser = ParserCreate(namespace_separator=" ")
    check = _Check()
    parser.StartDoctypeDeclHandler = check.doctype
    parser.ProcessingInstructionHandler = check.instruction
    parser.StartElementHandler = check.start
    parser.EndElementHandler = check.end
    parser.CharacterDataHandler = check.words
    parser.buffer_text = True
    try:
        parser.Parse(data, True)
    except ExpatError as error:
        raise ValueError("is no whole SVG drawing") from error


class _Check:
    """Looks at a drawing piece by piece."""

    def __init__(self) -> None:
        self.open: list[str] = []

    def doctype(self, *_: object) -> None:
        """A document type can name files and grow without end."""
        raise RefersElsewhere("has a document type, which could bring in anything")

    def instruction(self, target: str, _: str) -> None:
        """A style sheet, for example."""
        raise RefersElsewhere(f"has the instruction `{target[:40]}`, which could bring in anything")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """One element with its attributes."""
        space, _, local = name.rpartition(" ")
        if not self.open and (local != "svg" or space != "http://www.w3.org/2000/svg"):
            raise ValueError("is no SVG drawing")
        self.open.append(local)
        if len(self.open) > DEEPEST:
            raise ValueError("is nested too deeply")
        drawn = space == "http://www.w3.org/2000/svg"
        if drawn and local not in SHAPES:
            raise RefersElsewhere(f"holds `{local[:40]}`, which is no shape of its own")
        for key, value in attributes.items():
            self.attribute(key.rpartition(" ")[2], value)

    def attribute(self, key: str, value: str) -> None:
        """One attribute: no address but one within the drawing, nothing that runs."""
        if key.lower().startswith("on"):
            raise RefersElsewhere(f"would run what stands in `{key[:40]}`")
        if (key in ADDRESSES or key == "base") and not value.startswith("#"):
            raise RefersElsewhere(f"refers to `{value[:60]}`")
        if ELSEWHERE.search(value):
            raise RefersElsewhere(f"refers to something else in `{key[:40]}`")

    def end(self, _: str) -> None:
        """The end of an element."""
        self.open.pop()

    def words(self, text: str) -> None:
        """The text of an element; of a style sheet it may name nothing outside."""
        if self.open and self.open[-1] == "style" and ELSEWHERE.search(text):
            raise RefersElsewhere("has a style sheet that refers to something else")
