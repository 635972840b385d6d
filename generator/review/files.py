"""The files beside the YAML that papers are made from: templates, evidence, seals and logos."""

from collections.abc import Iterator
from filecmp import cmp
from pathlib import Path

from generator.review.remark import Remark

FOLDERS = ("templates", "cases")
"""Where they lie."""
READ = (".yaml", ".yml")
"""What is told of in words of its own, field by field."""


def file_remarks(old: Path, new: Path) -> dict[str, list[Remark]]:
    """What is new, gone or another among the files of two workspaces, by `templates` or the case whose files they are.

    A case is `customer/case`; a file of a customer's folder itself stands under the customer. Links are not followed,
    as no paper is made from one.
    """
    told: dict[str, list[Remark]] = {}
    before, after = (dict(_files(folder)) for folder in (old, new))
    for path in sorted({*before, *after}):
        if says := _said(before.get(path), after.get(path)):
            owner, name = _owner(path)
            told.setdefault(owner, []).append(Remark(f"file {name}", says))
    return told


def _said(old: Path | None, new: Path | None) -> str:
    if old is None or new is None:
        return "added" if old is None else "taken out"
    return "" if cmp(old, new, shallow=False) else "has other content now"


def _owner(path: str) -> tuple[str, str]:
    """Whose a file is, and its path from there."""
    top, _, rest = path.partition("/")
    if top == "templates":
        return top, rest
    parts = rest.split("/")
    depth = 2 if len(parts) > 2 else 1
    return "/".join(parts[:depth]), "/".join(parts[depth:]) or parts[-1]


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    for name in FOLDERS:
        top = root / name
        if top.is_symlink() or not top.is_dir():
            continue
        for path in top.rglob("*"):
            way = path.relative_to(root)
            hidden = any(part.startswith(".") for part in way.parts)
            if path.is_file() and not path.is_symlink() and not hidden and not _is_read(way):
                yield way.as_posix(), path


def _is_read(way: Path) -> bool:
    """Whether a file is a case's or a customer's own YAML."""
    return way.parts[0] == "cases" and len(way.parts) <= 3 and way.suffix in READ
