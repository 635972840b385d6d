"""Takes one value after the other out of the sample, to see that whatever is left can be checked and printed."""

import shutil
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from generator.build.words import html_of, page_of, team_templates, text_of
from generator.checking import check_workspace
from generator.documents.pages import Site
from generator.documents.sheets import Desk
from generator.model.marks import Audience
from tests.sample_build import AS_OF, REPOSITORY, SAMPLE

Way = tuple[str | int, ...]
MOMENT = datetime.fromisoformat(AS_OF)


def as_typed(path: Path) -> Any:
    """A file with every scalar as text; what has no value is left out."""
    return without_empty(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


def without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_empty(entry) for key, entry in value.items() if entry != ""}
    return [without_empty(entry) for entry in value] if isinstance(value, list) else value


def ways(value: Any, above: Way = (), depth: int = 9) -> Iterator[Way]:
    """The way to every key and item of a file, the outermost first."""
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, entry in entries:
        yield (*above, key)
        if len(above) + 1 < depth:
            yield from ways(entry, (*above, key), depth)


def without(value: Any, way: Way) -> Any:
    """The same without what stands at the end of a way."""
    left = deepcopy(value)
    inner = left
    for step in way[:-1]:
        inner = inner[step]
    del inner[way[-1]]
    return left


def copy_of_sample(root: Path) -> Path:
    """The sample's files, to be mutilated."""
    for name in SAMPLE:
        source = REPOSITORY / name
        shutil.copytree(source, root / name) if source.is_dir() else shutil.copyfile(source, root / name)
    return root


def render_case(root: Path, key: str) -> int:
    """Checks the workspace and makes every paper and page that a case stands on; how many texts that were."""
    checked = check_workspace(root, MOMENT)
    desk, team = Desk(checked.workspace, checked.as_of, {}), team_templates(root)
    file = checked.workspace.cases.get(key)
    sheets = [] if file is None else [sheet for audience in Audience for sheet in desk.sheets(file, audience)]
    texts = [html_of(sheet, team) for sheet in sheets]
    texts += [text_of(sheet, team) for sheet in sheets if sheet.paper.as_text]
    names: dict[str, tuple[str, ...]] = {sheet.key: () for sheet in sheets}
    site = Site(desk, checked.findings, {} if file is None else {key: sheets}, names, (key,))
    texts += [page_of(page, checked.workspace.settings, checked.as_of, team) for page in site.pages()]
    assert all(texts)
    return len(texts)


def render_without(root: Path, path: Path, whole: Any, way: Way, key: str) -> None:
    """Writes a file without one value, and makes everything of a case; the failure names the way."""
    path.write_text(
        yaml.safe_dump(without(whole, way), allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    try:
        render_case(root, key)
    except Exception as error:
        error.add_note(f"{path.relative_to(root)} without {way}")
        raise
