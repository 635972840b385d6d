"""The files an import reads, wherever they lie, and what each of them gave."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.intake.draft import DraftCase
from generator.intake.formats import drafts_of
from generator.intake.moments import Clock

BIGGEST = 32 * 1024 * 1024
"""Bytes of a source that are read; an export of ten years' tickets has some ten million."""
ENDINGS = (".md", ".markdown", ".json", ".csv", ".tsv")
"""What a file is called that is taken out of a folder."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How sources are read: the zone of times that name none, columns that tickets go by, a format where one is wanted."""

    clock: Clock = field(default_factory=Clock)
    columns: Mapping[str, str] = field(default_factory=dict)
    wanted: str | None = None


@dataclass
class Intake:
    """The drafts that sources gave, and the sources that gave none with the reason."""

    drafts: list[DraftCase] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


def take_in(paths: Iterable[Path], reading: Reading) -> Intake:
    """Every draft that files, and files in folders, give; in the order of the paths."""
    intake = Intake()
    for path in _files(paths):
        text, why = _text(path)
        drafts = (
            drafts_of(path.name, text, reading.clock, reading.columns, reading.wanted)
            if text is not None
            else None
        )
        if drafts:
            intake.drafts += [draft for draft in drafts if draft.title]
            intake.refused += [
                (path.name, f"line {one.line}: {one.why}")
                for draft in drafts
                if not draft.title
                for one in draft.left
            ]
        else:
            intake.refused.append(
                (path.name, why or "No incident was found in it. Say what it is with --format.")
            )
    return intake


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(
                one for one in path.rglob("*") if one.suffix.lower() in ENDINGS and one.is_file()
            )
        else:
            yield path


def _text(path: Path) -> tuple[str | None, str]:
    """A file's text, or why there is none."""
    try:
        with path.open("rb") as file:
            data = file.read(BIGGEST + 1)
    except OSError as error:
        return None, f"It could not be read: {error.strerror}."
    if len(data) > BIGGEST:
        return None, f"It is larger than {BIGGEST >> 20} MiB. Take it apart first."
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, f"It is not UTF-8 (line {line}). Save it as UTF-8 first."
