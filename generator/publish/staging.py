"""A build on its way: a hidden folder beside the target that takes its place whole, or goes away."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath

from generator.errors import CasewrightError
from generator.publish import leftovers
from generator.publish.bytes_on_disk import make_folders, settle, write_new
from generator.publish.claim import MANIFEST, Claim, Manifest, Recorded
from generator.publish.surroundings import told
from generator.publish.switch import switch, turn
from generator.publish.target import IGNORE_BYTES, IGNORE_FILE, check_target


@dataclass(slots=True)
class Staging:
    """A build that is being written; nothing of it is seen at the target before `publish`.

    `beside` are the hidden folders that stood there when it began, `alone` whether no other build ran then.
    """

    target: Path
    claim: Claim
    folder: Path
    beside: set[Path]
    alone: bool
    root: Path | None = None
    files: dict[str, Recorded] = field(default_factory=dict)

    def write(self, relative: str, data: bytes) -> None:
        """Writes one file of the build, its folders with it. The path is relative, with forward slashes.

        A path that leaves the folder is refused, and a second file of one name too, also where the disk takes
        capital and small letters for the same.
        """
        if relative in (MANIFEST, IGNORE_FILE):
            raise CasewrightError(f"No page may be called {relative}, which every build needs for itself.")
        self._write(relative, data)
        self.files[relative] = Recorded(sha256(data).hexdigest(), len(data))

    def _write(self, relative: str, data: bytes) -> None:
        path = self.folder / inside(relative)
        with told(self.target.parent):
            make_folders(path.parent, self.folder)
            try:
                write_new(path, data)
            except FileExistsError:
                raise CasewrightError(
                    f"Two files of the build would both be {relative}, on this disk at least. Rename one of the two "
                    "cases, customers or papers that they come from."
                ) from None

    def publish(self) -> None:
        """Puts the finished build in the target's place, and sweeps away what earlier builds left behind."""
        self._write(IGNORE_FILE, IGNORE_BYTES)
        known = Recorded(sha256(IGNORE_BYTES).hexdigest(), len(IGNORE_BYTES))
        self._write(MANIFEST, Manifest(self.claim, {**self.files, IGNORE_FILE: known}).to_bytes())
        with told(self.target.parent):
            settle(self.folder)
            aside = leftovers.aside(self.folder)
            with turn(self.target.parent):
                # Somebody may have put a file or another build there while this one was written.
                check_target(self.target, self.claim, self.root)
                before = switch(self.folder, self.target, aside)
            self._sweep(before)

    def _sweep(self, before: Path | None) -> None:
        """Removes trees that were already of before when this build began; the one just replaced stays.

        Where builds overlap such a tree may have been replaced a blink ago, so there it must have rested too.
        """
        now = leftovers.hidden_beside(self.target)
        own = {self.folder} | ({before} if before else set())
        alone = self.alone and not any(leftovers.strays(self.beside, now, own))
        rested = None if alone else self.target.stat().st_ctime - leftovers.REST
        leftovers.sweep(self.beside & now, rested)


@contextmanager
def staging(target: Path, claim: Claim, root: Path | None = None) -> Iterator[Staging]:
    """A build of a claim for a target: checks the target before anything is made, cleans up if it comes to nothing.

    `root` is the workspace, which a build never replaces. A target that is not to be replaced, and a disk that
    refuses, are told as errors of the surroundings; the target is as it was then.
    """
    target = placed(target)
    with told(target.parent):
        leftovers.recover(target)
        check_target(target, claim, root)
        make_folders(target.parent, None)
        beside = leftovers.hidden_beside(target)
        alone = not leftovers.living(beside)
        folder, descriptor = leftovers.claimed(target)
    own = folder.stat()
    try:
        yield Staging(target, claim, folder, beside, alone, root)
    finally:
        discard(folder, own)
        leftovers.release(descriptor)


def discard(folder: Path, own: os.stat_result) -> None:
    """Removes a stage that came to nothing; once switched, its name is that of the tree before, which stays."""
    with suppress(FileNotFoundError):
        if os.path.samestat(folder.stat(), own):
            shutil.rmtree(folder, ignore_errors=True)


def placed(target: Path) -> Path:
    """The target with an absolute parent; its own last name stays, so that a link is seen as one."""
    if target.name in ("", ".."):
        return target.resolve()
    return target.parent.resolve() / target.name


def inside(relative: str) -> PurePosixPath:
    """A path within the folder as parts; one that leaves it, or is not plain, is refused."""
    path = PurePosixPath(relative)
    plain = relative.isprintable() and "\\" not in relative and str(path) == relative
    if not plain or path.is_absolute() or ".." in path.parts or relative == ".":
        raise CasewrightError(
            f"{relative!r} is no path inside a site. Rename the case or customer it comes from."
        )
    return path
