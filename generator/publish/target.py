"""Which folder a build may take the place of, and whose files it leaves alone."""

import os
from collections.abc import Iterator
from pathlib import Path

from generator.errors import CasewrightError
from generator.publish.claim import MANIFEST, Claim, Manifest, read_manifest
from generator.publish.mounts import is_mount_point

IGNORE_FILE = ".gitignore"
IGNORE_BYTES = b"*\n!.gitignore\n"
"""What keeps a site out of git and its folder in it; every build holds these bytes."""
OF_DESKTOPS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave in any folder that somebody looks at."""
SOURCES = ("cases", "templates")
"""Folders of a workspace that hold what people write."""
NAMED = 5
"""How many strange files a refusal names."""


def check_target(target: Path, claim: Claim, root: Path | None = None) -> None:
    """Refuses a target that is not a build's to replace.

    It may be missing, empty, a fresh clone's (nothing but its `.gitignore`), or a build of the same claim with no
    file that its manifest does not know. `root` is the workspace, which is never a target itself.
    """
    if target.is_symlink():
        raise refusal(target, "is a link to another place", "Name the folder itself")
    if root is not None:
        check_root(target.resolve(), root.resolve())
    if not target.exists():
        return
    if not target.is_dir():
        raise refusal(target, "is a file", "Name a folder")
    if is_mount_point(target):
        raise refusal(
            target, "is a mount point, which cannot be switched in one step", "Name a folder inside it"
        )
    manifest = read_manifest(target)
    if manifest is not None and manifest.claim != claim:
        raise refusal(
            target, f"holds {manifest.claim}, and this is {claim}", "Give each build a folder of its own"
        )
    check_strangers(target, manifest)


def check_root(target: Path, root: Path) -> None:
    """Refuses the workspace, a folder around it, and the folders in it that people write in."""
    if root.is_relative_to(target):
        raise refusal(target, "holds the workspace itself", "Name a folder of the site's own")
    for name in SOURCES:
        if target.is_relative_to(root / name):
            raise refusal(
                target, f"is part of {name}/, where people write", "Name a folder of the site's own"
            )


def check_strangers(target: Path, manifest: Manifest | None) -> None:
    """Refuses a folder that holds what no build of ours wrote, with the names."""
    names = sorted(strangers(target, manifest))
    if not names:
        return
    rest = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    listed = ", ".join(names[:NAMED])
    raise refusal(
        target,
        f"holds what Casewright did not write there: {listed}{rest}",
        "Move that away, or name another folder",
    )


def strangers(target: Path, manifest: Manifest | None) -> Iterator[str]:
    """The paths of files in a folder that its manifest does not know; without one, all but the `.gitignore`."""
    for name in files_in(target):
        if name.rpartition("/")[2] in OF_DESKTOPS:
            continue
        if manifest is None:
            if name != IGNORE_FILE or (target / name).read_bytes() != IGNORE_BYTES:
                yield name
        elif name not in manifest.files and name != MANIFEST:
            yield name


def files_in(folder: Path, above: str = "") -> Iterator[str]:
    """The paths of everything in a folder that is not a folder itself; links are not followed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from files_in(Path(entry.path), f"{above}{entry.name}/")
            else:
                yield above + entry.name


def refusal(target: Path, reason: str, remedy: str) -> CasewrightError:
    """The sentence for a target that is left alone."""
    return CasewrightError(f"{target} {reason}, so nothing was written. {remedy} with --out DIR.")
