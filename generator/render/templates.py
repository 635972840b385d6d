"""Where templates and their assets stand: a team's own folder first, file by file, then ours."""

from functools import lru_cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, TemplateNotFound

from generator.errors import CasewrightError

OURS = "shipped"
"""The name under which templates find the ones that ship."""


@lru_cache(maxsize=1)
def shipped() -> Path:
    """The folder of the templates that ship: inside the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "_templates", package.parent / "templates"):
        if (folder / "paper.html").is_file():
            return folder
    raise CasewrightError(
        "The templates that ship with Casewright are missing. Install it again: pip install --force-reinstall casewright"
    )


class Folder(FileSystemLoader):
    """Loads from one folder and never from outside it, links included."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, object]:  # type: ignore[override]
        folder = Path(self.searchpath[0])
        if not _inside(folder, template):
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


def _inside(folder: Path, name: str) -> bool:
    return (folder / name).resolve().is_relative_to(folder.resolve())


def loader(team: Path | None) -> ChoiceLoader:
    """The loader of all templates; `team` is the workspace's own folder, where it has one.

    `shipped/update.html` is ours, so that a team's `update.html` can extend it and change one block.
    """
    folders = [team] if team is not None else []
    ours = PrefixLoader({OURS: Folder(shipped())})
    return ChoiceLoader([ours, *(Folder(folder) for folder in (*folders, shipped()))])


def asset(name: str, team: Path | None = None) -> bytes:
    """A file beside the templates, the team's own where there is one."""
    if team is not None and (team / name).is_file() and _inside(team, name):
        return (team / name).read_bytes()
    return (shipped() / name).read_bytes()
