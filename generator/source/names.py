"""What files and folders of a workspace may be called, and which ones are none of Casewright's business."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.codes import code
from generator.finding import Finding, Place, Severity
from generator.source.disk import printed

BAD_NAME = code(
    "bad-name",
    Severity.ERROR,
    "A name that cannot be a key",
    "The names of customers' folders and of case files are keys: they stand in addresses and in the names of papers, "
    "and customers read them. A key is made of small letters a to z, digits and hyphens, and begins with a letter or "
    "a digit: `cases/kestrel/card-outage.yaml`. Rename it.",
    ignorable=False,
)
SAME_NAME = code(
    "same-name",
    Severity.ERROR,
    "Two names that many disks take for one",
    "On most Macs and on Windows `Outage.yaml` and `outage.yaml` are the same file, so a clone of this workspace there "
    "holds only one of the two. Rename one.",
    ignorable=False,
)
FILE_ENDING = code(
    "file-ending",
    Severity.ERROR,
    "A YAML file whose name does not end with .yaml",
    "Casewright reads files that end with `.yaml`, so that nobody has to look for a case under two names. A file with "
    "another ending is not read. Rename it.",
    ignorable=False,
)

KEY = re.compile(r"[a-z0-9][a-z0-9-]*")
USABLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
"""Names that are no keys, but safe in an address: such a case is read all the same, beside its finding."""
BACKUP = re.compile(r".*~|#.*#|.*\.(?:bak|orig|rej|tmp|swp)")
OTHER_ENDING = re.compile(r"(.+?)\.(?:yml|yaml\.txt|yml\.txt|yaml)", re.IGNORECASE)


def is_backup(name: str) -> bool:
    """Whether a file is what an editor or a merge left behind."""
    return BACKUP.fullmatch(name) is not None


def bad_name(path: str, name: str) -> Finding | None:
    """The finding for a customer's or a case's name that is no key, or None."""
    if KEY.fullmatch(name):
        return None
    message = f'"{printed(name)}" cannot be a key.'
    remedy = "Rename it with small letters a to z, digits and hyphens"
    better = re.sub(r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", name).casefold()).strip("-")
    remedy += f', for example "{better}".' if KEY.fullmatch(better) else "."
    return BAD_NAME.at(Place(printed(path)), message, remedy)


def wrong_ending(path: str) -> Finding | None:
    """The finding for a YAML file with another ending than `.yaml`, or None for every other file."""
    found = OTHER_ENDING.fullmatch(path)
    if found is None or path.endswith(".yaml"):
        return None
    message = "Files end with .yaml; this one does not, so it was not read."
    return FILE_ENDING.at(Place(printed(path)), message, f'Rename it to "{printed(found[1])}.yaml".')


def folded(name: str) -> str:
    """A name as a disk compares it that does not tell capital letters apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def twins(folder: str, names: Iterable[str]) -> Iterator[Finding]:
    """A finding for each name that many disks take for one before it; each name is told once."""
    first: dict[str, str] = {}
    for name in sorted(names):
        other = first.setdefault(folded(name), name)
        if other != name:
            message = f'Many disks take "{printed(name)}" and "{printed(other)}" for one name.'
            path = f"{folder}/{name}"
            yield SAME_NAME.at(Place(printed(path)), message, "Rename one of the two.")
