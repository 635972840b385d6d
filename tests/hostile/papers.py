"""Papers that hold a way to fetch, by a field or by a template, and what their PDFs may hold."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf

from generator.build.words import html_of
from generator.documents.house_sheets import AnySheet, house_sheets
from generator.documents.sheets import Desk
from generator.model.marks import Audience
from generator.model.workspace import load_workspace
from generator.pdf import PdfJob
from generator.render.templates import shipped
from generator.source.workspace import read_workspace
from tests.hostile.everywhere import with_text
from tests.leaks.folder import AS_OF
from tests.leaks.sowing import OURS
from tests.making import write_files

ALLOWED_URI = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>]+", re.IGNORECASE)
FORBIDDEN = (
    "/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/EmbeddedFile", "/EmbeddedFiles", "/AF", "/Filespec",
    "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/RichMedia", "/Movie", "/Sound", "/XFA", "/AcroForm", "/F",
)  # fmt: skip


def sheets_of(root: Path, text: str) -> list[AnySheet]:
    """Every paper for every audience of a case with a text in each field that takes any, and every house paper."""
    write_files(root, with_text(text))
    workspace = load_workspace(read_workspace(root))
    assert not workspace.findings, [f"{found.place}: {found.message}" for found in workspace.findings]
    desk = Desk(workspace, AS_OF, {})
    file = workspace.cases[f"{OURS}/cards"]
    sheets = [sheet for audience in Audience for sheet in desk.sheets(file, audience)]
    return [*sheets, *house_sheets(desk)]


def by_template(team: Path, body: str, style: str) -> None:
    """A team's own templates: each of ours that makes a whole page, with a way to fetch in its body and its style sheet."""
    team.mkdir(exist_ok=True)
    whole = 0
    for path in sorted(shipped().glob("*.html")):
        ours = path.read_text(encoding="utf-8")
        if "</head>" in ours:
            end = "</main>" if "</main>" in ours else "</body>"
            assert ours.count("</head>") == ours.count(end) == 1, path.name
            ours = ours.replace(end, "{% raw %}" + body + "{% endraw %}" + end)
            ours = ours.replace("</head>", "<style>{% raw %}" + style + "{% endraw %}</style></head>")
            (team / path.name).write_text(ours, encoding="utf-8")
            whole += 1
    assert whole, "no template of ours makes a whole page"


def job(sheet: AnySheet, key: str, team: Path | None = None) -> PdfJob:
    """What the engine is given of a sheet."""
    return PdfJob(key, html_of(sheet, team), int(AS_OF.timestamp()))


def objects(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of a PDF, nested ones too."""
    waiting: list[pikepdf.Object] = [pdf.trailer, *pdf.objects]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting += [part for part in one if isinstance(part, pikepdf.Object) and not part.is_indirect]
        elif isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            yield one
            waiting += [
                part for part in _values(one) if isinstance(part, pikepdf.Object) and not part.is_indirect
            ]


def _values(one: pikepdf.Object) -> Iterator[object]:
    for name in one.keys():  # noqa: SIM118 - a stream is no mapping
        yield one[name]


def harmful_in(data: bytes) -> list[str]:
    """Whatever a PDF holds that acts, carries a file, or leads to where no link may."""
    found = []
    with pikepdf.open(BytesIO(data)) as pdf:
        for one in objects(pdf):
            names = [name for name in one.keys() if name in FORBIDDEN]  # noqa: SIM118
            kinds = [
                str(one[name])
                for name in ("/S", "/Type", "/Subtype")
                if name in one and str(one[name]) in FORBIDDEN
            ]
            found += [*_unless_flags(one, names), *kinds]
            if "/URI" in one and not ALLOWED_URI.fullmatch(str(one["/URI"])):
                found.append(f"/URI {one['/URI']}")
    return found


def _unless_flags(one: pikepdf.Object, names: list[str]) -> list[str]:
    """`/F` of an annotation is a number of flags; of a stream or a file specification it is a file."""
    return [name for name in names if not (name == "/F" and isinstance(one["/F"], int))]
