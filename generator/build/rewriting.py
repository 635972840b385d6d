"""A file of the workspace with changes made to it, as the bytes to write; refused where it would have a new fault."""

from collections.abc import Iterable
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.edit import Change, edited
from generator.errors import CasewrightError
from generator.model.base import Record
from generator.model.key_order import order_of
from generator.model.loading import load
from generator.source.disk import read_bytes
from generator.source.file import SourceFile
from generator.source.reader import read_text


def rewritten(
    root: Path, source: SourceFile, changes: Iterable[Change], record: type[Record], zone: ZoneInfo
) -> bytes:
    """The bytes of a file of the workspace in a folder with changes made, to be written by whoever asked.

    `source` is the file as it was read when the changes were decided, `record` what it holds, `zone` where its moments
    are read. Raises CasewrightError where the file was changed since, where there is no sure place for a change, and
    where what it holds would have a fault that it had not.
    """
    data = as_read(root, source)
    changed = edited(source.path, data, changes, order_of(record).keys)
    known = {(one.code, one.message) for one in load(record, read_text(source.path, data)[0], zone)[1]}
    new = load(record, read_text(source.path, changed)[0], zone)[1]
    fault = next((one for one in new if (one.code, one.message) not in known), None)
    if fault is not None:
        raise CasewrightError(f"{source.path} was left as it is: {fault.message} {fault.remedy}")
    return changed


def as_read(root: Path, source: SourceFile) -> bytes:
    """The bytes of a file, which must still hold the text that was read. Raises CasewrightError where they do not."""
    data, finding = read_bytes(root, source.path)
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    if finding is not None or text.splitlines() != source.text.splitlines():
        raise CasewrightError(f"{source.path} was changed while this ran. Run it again.")
    return data
