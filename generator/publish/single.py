"""One file put in its place whole, for a paper that is made on its own."""

from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from generator.errors import CasewrightError
from generator.publish.bytes_on_disk import keep, make_folders, write_new
from generator.publish.leftovers import SUFFIX
from generator.publish.surroundings import OUT, told
from generator.source.disk import link_on_the_way


def write_file(path: Path, data: bytes, elsewhere: str = OUT) -> None:
    """Writes a file, or replaces it, by one rename: a reader finds the old bytes or the new, never a part.

    Its folders are made. A link at the path, or a folder, is refused and left alone. `elsewhere` is what a refusal says
    besides: how to have it written in another place.
    """
    with told(path.parent, elsewhere):
        refuse_taken(path, elsewhere)
        make_folders(path.parent, None)
        fresh = path.with_name(f".{token_hex(8)}{SUFFIX}")
        try:
            write_new(fresh, data)
            keep(fresh)
            fresh.replace(path)
        except BaseException:
            with suppress(OSError):
                fresh.unlink()
            raise


def write_within(root: Path, relative: str, data: bytes) -> None:
    """Writes a file of the workspace in a folder, as `write_file` does; no link on the way there is followed.

    A pull request may hold a link in the place of a folder, and whoever runs a command there would write elsewhere.
    """
    found = link_on_the_way(root, relative)
    if found is not None:
        raise CasewrightError(
            f"{found.place.path} is a link to another place, so nothing was written. {found.remedy}"
        )
    write_file(root / relative, data, elsewhere="")


def refuse_taken(path: Path, elsewhere: str = OUT) -> None:
    """Refuses a path at which something stands that is no plain file."""
    if path.is_symlink():
        taken = "a link to another place"
    elif path.exists() and not path.is_file():
        taken = "no plain file"
    else:
        return
    raise CasewrightError(f"{path} is {taken}, so nothing was written. Take it away{elsewhere}.")
