"""The files an import reads, wherever they lie, and what each of them gave."""

import codecs
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.intake.draft import DraftCase, Left, Unreadable
from generator.intake.formats import drafts_of
from generator.intake.moments import Clock

BIGGEST = 32 * 1024 * 1024
"""Bytes of a source that are read; an export of ten years' tickets has some ten million."""
ENDINGS = (".md", ".markdown", ".json", ".csv", ".tsv")
"""What a file is called that is taken out of a folder."""
MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""The bytes by which a file says its encoding; the longer ones first, since one begins like another."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How sources are read: what times that say too little mean, columns that tickets go by, and a format and an
    encoding where one is wanted."""

    clock: Clock = field(default_factory=Clock)
    columns: Mapping[str, str] = field(default_factory=dict)
    wanted: str | None = None
    encoding: str | None = None


@dataclass
class Intake:
    """The drafts that sources gave, and the sources that gave none with the reason."""

    drafts: list[DraftCase] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


def take_in(paths: Iterable[Path], reading: Reading) -> Intake:
    """Every draft that files, and files in folders, give; in the order of the paths."""
    intake = Intake()
    for path in _files(paths):
        try:
            drafts = drafts_of(
                path.name, _text(path, reading.encoding), reading.clock, reading.columns, reading.wanted
            )
        except Unreadable as why:
            intake.refused.append((path.name, str(why)))
            continue
        if not drafts:
            intake.refused.append((path.name, "No incident was found in it. Say what it is with --format."))
        for draft in drafts or ():
            if draft.title:
                intake.drafts.append(draft)
            else:
                intake.refused += [(path.name, _left(one)) for one in draft.left]
    return intake


def _left(left: Left) -> str:
    """What no draft carries, as a sentence."""
    return f"line {left.line}: {left.why[:1].upper()}{left.why[1:].rstrip('.')}."


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(
                one for one in path.rglob("*") if one.suffix.lower() in ENDINGS and one.is_file()
            )
        else:
            yield path


def _text(path: Path, encoding: str | None) -> str:
    """A file's text. Raises Unreadable where there is none."""
    try:
        with path.open("rb") as file:
            data = file.read(BIGGEST + 1)
    except OSError as error:
        raise Unreadable(f"It could not be read: {error.strerror}.") from None
    if len(data) > BIGGEST:
        raise Unreadable(f"It is larger than {BIGGEST >> 20} MiB. Take it apart first.")
    told = encoding or next((name for mark, name in MARKS.items() if data.startswith(mark)), "utf-8-sig")
    try:
        text = data.decode(told)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = encoding or "UTF-8"
        raise Unreadable(
            f"It is not {what} (line {line}). Say what it is with --encoding, such as cp1252."
        ) from None
    if "\0" in text:
        raise Unreadable(
            "It holds zero bytes, as no text does. Say what it is with --encoding, such as utf-16."
        )
    return text.removeprefix("\ufeff")
