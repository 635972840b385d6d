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
ELSEWHERE = re.compile(r"(?:url|src)\s*\(\s*[\"']?\s*(?!#)|image-set\s*\(|@import|\\", re.IGNORECASE)
"""An address that is not within the drawing itself; a backslash could hide one."""
WITHIN = re.compile(r"url\s*\(\s*[\"']?\s*#([^\"')\s]+)", re.IGNORECASE)
"""The name of a part of the drawing that something in it is filled, cut or covered with."""
DRAWING, PAGE = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
DEEPEST = 50
MOST_PARTS = 5_000
"""How many parts a drawing may come to, those counted again that it repeats; ten lines can ask for millions."""


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
    if check.parts("", ()) > MOST_PARTS:
        raise ValueError(f"repeats its own parts more than {MOST_PARTS:,} times")


class _Check:
    """Looks at a drawing piece by piece."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.named: list[str] = [""]
        self.parts_of: dict[str, list[str]] = {"": []}
        self.counted: dict[str, int] = {}
        self.style: list[str] = []

    def doctype(self, *_: object) -> None:
        """A document type can name files and grow without end."""
        raise RefersElsewhere("has a document type, which could bring in anything")

    def instruction(self, target: str, _: str) -> None:
        """A style sheet, for example."""
        raise RefersElsewhere(f"has the instruction `{target[:40]}`, which could bring in anything")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """One element with its attributes."""
        space, _, local = name.rpartition(" ")
        if not self.open and (local != "svg" or space != DRAWING):
            raise ValueError("is no SVG drawing")
        self.open.append(local)
        if len(self.open) > DEEPEST:
            raise ValueError("is nested too deeply")
        if space == PAGE or (space == DRAWING and local not in SHAPES):
            raise RefersElsewhere(f"holds `{local[:40]}`, which is no shape of its own")
        self.name(attributes.get("id", self.named[-1]))
        for key, value in attributes.items():
            self.attribute(key.rpartition(" ")[2], value)

    def name(self, name: str) -> None:
        """The name of the element that was opened last, or of the nearest one around it that has any."""
        self.parts_of[self.named[-1]].append("" if name == self.named[-1] else name)
        self.parts_of.setdefault(name, [])
        self.named.append(name)

    def parts(self, name: str, on_the_way: tuple[str, ...]) -> int:
        """How many parts are drawn where the part of a name is, with all that it refers to."""
        if name in on_the_way:
            raise ValueError("refers to itself in a circle")
        if len(on_the_way) > DEEPEST:
            raise ValueError("is nested too deeply")
        if name not in self.counted:
            inner = (
                self.parts(one, (*on_the_way, name)) if one else 1 for one in self.parts_of.get(name, ())
            )
            self.counted[name] = 1 + sum(inner)
        return self.counted[name]

    def attribute(self, key: str, value: str) -> None:
        """One attribute: no address but one within the drawing, nothing that runs."""
        if key.lower().startswith("on"):
            raise RefersElsewhere(f"would run what stands in `{key[:40]}`")
        if (key in ADDRESSES or key == "base") and not value.startswith("#"):
            raise RefersElsewhere(f"refers to `{value[:60]}`")
        if ELSEWHERE.search(value):
            raise RefersElsewhere(f"refers to something else in `{key[:40]}`")
        self.parts_of[self.named[-1]] += [value[1:]] if key in ADDRESSES else WITHIN.findall(value)

    def end(self, _: str) -> None:
        """The end of an element; a style sheet, whole by now, may name nothing outside."""
        self.named.pop()
        if self.open.pop() == "style":
            if ELSEWHERE.search("".join(self.style)):
                raise RefersElsewhere("has a style sheet that refers to something else")
            self.style.clear()

    def words(self, text: str) -> None:
        """The text of an element; that of a style sheet is kept, whatever else stands between its parts."""
        if self.open and self.open[-1] == "style":
            self.style.append(text)
