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
LOOKS = 1000
"""How often a folder is looked at while other builds are switched in; one look takes a millisecond."""


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
    manifest, names = seen_at_once(target)
    if manifest is not None and manifest.claim != claim:
        raise refusal(
            target, f"holds {manifest.claim}, and this is {claim}", "Give each build a folder of its own"
        )
    check_strangers(target, names)


def seen_at_once(target: Path) -> tuple[Manifest | None, list[str]]:
    """The manifest of a folder and what it does not know, both of one build: another may be switched in meanwhile."""
    for _ in range(LOOKS):
        before = target.stat()
        try:
            manifest = read_manifest(target)
            names = sorted(strangers(target, manifest))
        except FileNotFoundError:
            continue
        if os.path.samestat(before, target.stat()):
            return manifest, names
    raise CasewrightError(f"{target} changes faster than it can be read: other builds run. Run this again.")


def check_root(target: Path, root: Path) -> None:
    """Refuses the workspace, a folder around it, and the folders in it that people write in."""
    if root.is_relative_to(target):
        raise refusal(target, "holds the workspace itself", "Name a folder of the site's own")
    for name in SOURCES:
        if target.is_relative_to(root / name):
            raise refusal(
                target, f"is part of {name}/, where people write", "Name a folder of the site's own"
            )


def check_strangers(target: Path, names: list[str]) -> None:
    """Refuses a folder that holds what no build of ours wrote, with the names."""
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
