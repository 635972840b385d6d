"""A change from outside the team, in a folder where the team's own settings and templates hold."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.review.brought import began_from
from generator.revisions import revision, workspace_at

HOUSE = ("casewright.yaml", "templates")
"""What of a workspace says how it is checked and printed, and what a stranger's change has no say in."""


@contextmanager
def with_house_of(root: Path, base: str) -> Iterator[Path]:
    """A folder with the committed workspace, its settings and templates as they were before it parted from `base`.

    Links are left out, so that nothing of this machine is read through one. It is gone at the end. Raises
    CasewrightError where git cannot give it.
    """
    with (
        workspace_at(root, revision(root, "HEAD")) as change,
        workspace_at(root, began_from(root, base)) as house,
    ):
        for name in HOUSE:
            _put(house / name, change / name)
        yield change


def _put(ours: Path, theirs: Path) -> None:
    """Puts a file or folder of ours in the place of theirs; where we have none, theirs goes."""
    if theirs.is_dir():
        shutil.rmtree(theirs)
    else:
        theirs.unlink(missing_ok=True)
    if ours.exists():
        ours.rename(theirs)
