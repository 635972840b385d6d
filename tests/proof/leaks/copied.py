"""A copy of the package with its tests and data, for proofs that put faults into it."""

import shutil
from pathlib import Path

from tests.sample_build import REPOSITORY

LEFT_OUT = ("__pycache__", "proof", "golden", "findings", "node_modules")
FOLDERS = ("generator", "tests", "templates", "schema", "cases")
FILES = ("contacts.yaml", "casewright.yaml", "stories.yaml", "pyproject.toml")


def copy_of_package(root: Path) -> Path:
    """The copy, in a folder that is there."""
    for name in FOLDERS:
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns(*LEFT_OUT))
    for name in FILES:
        shutil.copyfile(REPOSITORY / name, root / name)
    return root
