"""Prints what CHANGELOG.md says of a release: `release_notes.py v0.1.0`. Fails where tag, version and changelog differ."""

import re
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]


def notes(tag: str, version: str, changelog: str) -> str:
    """The section of a version; a SystemExit with a sentence where the release is not ready."""
    if not re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", version):
        raise SystemExit(f"generator/__init__.py says {version}, which is a version in the making.")
    if tag != f"v{version}":
        raise SystemExit(f"The tag is {tag}, and generator/__init__.py says {version}.")
    head = rf"^## \[{re.escape(version)}\] - [0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}$"
    found = re.search(head + r"\n(.*?)(?=^## |\Z)", changelog, re.M | re.S)
    if not found or not found[1].strip():
        raise SystemExit(f"CHANGELOG.md says nothing of {version} with its day.")
    return found[1].strip() + "\n"


if __name__ == "__main__":
    found = re.search(r'^__version__ = "(.*)"$', (TOP / "generator/__init__.py").read_text("utf-8"), re.M)
    told = notes(sys.argv[1], found[1] if found else "", (TOP / "CHANGELOG.md").read_text("utf-8"))
    sys.stdout.write(told)
