"""A small site that is built again and again, and whether what stands there is one of its two whole trees."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.making import CONTACTS, CUSTOMER, HEAD, SETTINGS, write_files
from tests.sample_build import REPOSITORY

MOMENTS = ("2026-03-11T14:30-04:00", "2026-03-12T14:30-04:00")
FILES = {
    "casewright.yaml": SETTINGS,
    "contacts.yaml": CONTACTS,
    "cases/kestrel/customer.yaml": CUSTOMER,
    "cases/kestrel/cards.yaml": HEAD,
}


def command(root: Path, site: Path, moment: str) -> list[str]:
    """The build of a small workspace into a site as of a moment, without PDFs, in one process."""
    options = ["--as-of", moment, "--out", str(site), "--jobs", "1", "--no-pdf"]
    return [sys.executable, "-m", "generator", "build", "-C", str(root), *options]


def environment(**more: str) -> dict[str, str]:
    """The surroundings of a build."""
    return {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1", **more}


def digests(folder: Path) -> Mapping[str, str]:
    """Each file of a tree with the digest of its bytes, folders too."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        if path.is_file()
        else ""
        for path in sorted(folder.rglob("*"))
    }


class Two:
    """A workspace and the two trees that its builds give."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "team"
        write_files(self.root, FILES)
        self.trees = [folder / "first", folder / "second"]
        for tree, moment in zip(self.trees, MOMENTS, strict=True):
            subprocess.run(
                command(self.root, tree, moment), env=environment(), check=True, capture_output=True
            )
        self.whole = [digests(tree) for tree in self.trees]
        assert self.whole[0] != self.whole[1]

    def lay(self, parent: Path, first: bool = True) -> Path:
        """A fresh parent with one of the two trees at `site`."""
        shutil.rmtree(parent, ignore_errors=True)
        parent.mkdir(parents=True)
        return Path(shutil.copytree(self.trees[0 if first else 1], parent / "site"))

    def standing(self, site: Path) -> int:
        """Which of the two whole trees stands at the site; an AssertionError where neither does."""
        found = digests(site)
        assert found in self.whole, sorted(found.items() ^ self.whole[0].items())[:6]
        return self.whole.index(found)
