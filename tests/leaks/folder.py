"""A customer's folder and our own site, built in this process into a dictionary."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from generator.build.customer import build_customer
from generator.build.site import Built, Order, build_site
from generator.documents.sheets import Desk
from generator.model.workspace import load_workspace
from generator.source.workspace import read_workspace
from tests.leaks.rig import tokens_in
from tests.leaks.sowing import CASES, OURS, Sown
from tests.leaks.theirs import all_texts, seen_tokens
from tests.making import write_files

AS_OF = datetime(2026, 3, 11, 18, 30, tzinfo=UTC)


class Kept(dict[str, bytes]):
    """A stage that keeps what is written."""

    def write(self, relative: str, data: bytes) -> None:
        """Keeps one file."""
        self[relative] = data


def desk_of(root: Path, files: Mapping[str, str]) -> Desk:
    """The desk over a workspace of these files, which must all be readable."""
    write_files(root, files)
    workspace = load_workspace(read_workspace(root))
    assert not workspace.findings, [f"{found.place}: {found.message}" for found in workspace.findings]
    return Desk(workspace, AS_OF, {})


def for_customer(root: Path, files: Mapping[str, str], pdf: bool = False) -> tuple[Kept, Built]:
    """The folder of our customer with every paper in it, drafts too."""
    stage = Kept()
    order = Order(root, 1, pdf, lambda _: None)
    return stage, build_customer(desk_of(root, files), OURS, order, True, stage)


def for_us(root: Path, files: Mapping[str, str], pdf_of: str | None = None) -> Kept:
    """Our own site, or of one case everything with its PDFs."""
    stage = Kept()
    order = Order(root, 1, pdf_of is not None, lambda _: None, (pdf_of,) if pdf_of else ())
    build_site(desk_of(root, files), [], order, stage)
    return stage


def found_in(folder: Mapping[str, bytes]) -> dict[str, set[str]]:
    """The tokens in each file of a folder, its name included; what every build brings along is left out."""
    return {
        name: tokens_in(name.encode()) | tokens_in(data)
        for name, data in folder.items()
        if not name.startswith("assets/") and not name.endswith((".css", ".js", ".woff2"))
    }


def astray(folder: Mapping[str, bytes], sown: Sown) -> list[tuple[str, str]]:
    """Each token that stands in a customer's folder where they may not read it: the file, the field."""
    seen = {case: seen_tokens(sown, case) for case in sown.cases()}
    everywhere = set().union(*seen.values())
    fields = {text.token: text.field for text in all_texts(sown, CASES[0])}
    # Among a million digits of a drawing some spell a number by chance; only what was sown can have strayed.
    known = set().union(*(tokens_in(text.encode()) for text in sown.files().values()))
    return [
        (name, fields.get(token, token))
        for name, tokens in found_in(folder).items()
        for token in sorted(
            (tokens & known) - seen.get(name.removeprefix("cases/").rpartition("/")[0], everywhere)
        )
    ]
