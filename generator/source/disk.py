"""Opens files and lists folders of a workspace without ever following a link or waiting on a device."""

import os
import stat
from pathlib import Path, PurePosixPath

from generator.codes import Code, code
from generator.finding import Finding, Place, Severity
from generator.source.decoding import LIMIT

LINK_REFUSED = code(
    "link-refused",
    Severity.ERROR,
    "A symbolic link in the workspace",
    "Casewright follows no links in `cases/`, `templates/` or beside them: a link can lead out of the workspace, and "
    "what it leads to would end up in a customer's paper. Put the file itself in the place of the link.",
    ignorable=False,
)
NOT_A_FILE = code(
    "not-a-file",
    Severity.ERROR,
    "Something that is neither a file nor a folder, or the wrong one of the two",
    "A pipe, a socket or a device stands where a file belongs, or a folder stands in the place of a file. Casewright "
    "opens only files. Remove it, or put the file in its place.",
    ignorable=False,
)
FILE_UNREADABLE = code(
    "file-unreadable",
    Severity.ERROR,
    "A file or folder that cannot be opened",
    "The system does not let this account read it. Give yourself the right to read it, or ask whoever owns it.",
    ignorable=False,
)

FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
CHUNK = 4096
"""Bytes that are asked for at a time of a file that has grown meanwhile."""
KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}


def entries(root: Path, folder: str) -> tuple[list[os.DirEntry[str]], list[Finding]]:
    """What stands in a folder of the workspace, by name; hidden entries are left out."""
    try:
        with os.scandir(f"{root}/{folder}") as found:
            return sorted((one for one in found if one.name[0] != "."), key=lambda one: one.name), []
    except OSError as error:
        return [], [unreadable(folder, error)]


def odd_entry(entry: os.DirEntry[str], path: str) -> Finding | None:
    """The finding for an entry that is a link, or neither a file nor a folder; None for what may be read."""
    if entry.is_symlink():
        return link(path)
    if entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False):
        return None
    return other(path, entry.stat(follow_symlinks=False).st_mode)


def read_bytes(root: Path, relative: str) -> tuple[bytes, Finding | None]:
    """At most one byte more than a file may hold, or the finding for what cannot or must not be opened."""
    found = link_on_the_way(root, relative)
    if found is not None:
        return b"", found
    try:
        mode = os.lstat(root / relative).st_mode
    except OSError as error:
        return b"", unreadable(relative, error)
    return read_regular(root, relative) if stat.S_ISREG(mode) else (b"", other(relative, mode))


def read_regular(root: Path, relative: str) -> tuple[bytes, Finding | None]:
    """As `read_bytes`, for a file that a listing just showed to be a regular one: only opening it is left to fail."""
    try:
        descriptor = os.open(f"{root}/{relative}", FLAGS)
    except OSError as error:
        return b"", unreadable(relative, error)
    try:
        status = os.fstat(descriptor)
        if stat.S_ISREG(status.st_mode):
            return read_all(descriptor, status.st_size), None
        return b"", other(relative, status.st_mode)
    except OSError as error:
        return b"", unreadable(relative, error)
    finally:
        os.close(descriptor)


def read_all(descriptor: int, size: int) -> bytes:
    """What an open file of about that size holds, up to one byte more than a file may."""
    data = os.read(descriptor, min(size, LIMIT) + 1)
    while more := os.read(descriptor, min(CHUNK, LIMIT + 1 - len(data))):
        data += more
    return data


def link_on_the_way(root: Path, relative: str) -> Finding | None:
    """The finding for the first symbolic link on the way from the root to a path, the path itself included."""
    pure = PurePosixPath(relative)
    if pure.is_absolute() or ".." in pure.parts:
        return link(relative)
    steps = [*reversed(pure.parents), pure][1:]
    return next((link(step.as_posix()) for step in steps if (root / step).is_symlink()), None)


def leads_out(path: str) -> bool:
    """Whether a path that somebody typed is anything but a way down from the folder it is meant in."""
    return path.startswith("/") or "\\" in path or ":" in path or ".." in PurePosixPath(path).parts


def link(path: str) -> Finding:
    """The finding for a symbolic link."""
    message = f'"{printed(path)}" is a symbolic link, which is never followed.'
    return LINK_REFUSED.at(Place(printed(path)), message, "Put the file itself in its place.")


def other(path: str, mode: int) -> Finding:
    """The finding for what is not a file."""
    kind = KINDS.get(stat.S_IFMT(mode), "no file")
    return of_other_kind(NOT_A_FILE, path, f'"{printed(path)}" is {kind} where a file belongs.')


def of_other_kind(code: Code, path: str, message: str) -> Finding:
    """The finding for an entry that does not belong where it stands."""
    return code.at(
        Place(printed(path)), message, "Remove it, or put the file that belongs here in its place."
    )


def unreadable(path: str, error: OSError) -> Finding:
    """The finding for what the system does not let us open."""
    message = f'"{printed(path)}" cannot be opened: {(error.strerror or "no reason given").lower()}.'
    return FILE_UNREADABLE.at(
        Place(printed(path)), message, "Give yourself the right to read it, or remove it."
    )


def printed(path: str) -> str:
    """A path as findings may carry it: a name that is no UTF-8 keeps its readable letters."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
