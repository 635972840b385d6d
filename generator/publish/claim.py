"""What a build holds, and the manifest that says so: which files, for whom, of which customer."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from generator.errors import CasewrightError

MANIFEST = "casewright-build.json"
SCHEMA = 1
"""The version of the manifest's own form; a later one is left alone."""


@dataclass(frozen=True, slots=True)
class Claim:
    """For whom a build is: `audience` is internal or customer; a customer's build names the customer's key."""

    audience: str
    customer: str | None = None

    def __str__(self) -> str:
        return f"the papers of {self.customer}" if self.customer else f"the {self.audience} site"


@dataclass(frozen=True, slots=True)
class Recorded:
    """One file of a build: the SHA-256 of its bytes in hex, and their number."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """A build as its manifest tells it; `files` by path in the folder, the manifest itself left out."""

    claim: Claim
    files: Mapping[str, Recorded] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """The manifest as JSON, the same bytes for the same files."""
        files = {name: asdict(recorded) for name, recorded in sorted(self.files.items())}
        data = {"casewright_build": SCHEMA, **asdict(self.claim), "files": files}
        return (json.dumps(data, indent=1) + "\n").encode()


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a build, or None where there is none; one that cannot be read is an error that says so."""
    path = folder / MANIFEST
    try:
        return manifest_of(json.loads(path.read_bytes()))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise CasewrightError(
            f"{path} is not a manifest that this Casewright can read, so it is not clear whose files {folder} holds. "
            "Move that folder away, or give another one with --out."
        ) from error


def manifest_of(data: Any) -> Manifest:
    """A manifest from its JSON; whatever is not of this form raises one of the errors of reading."""
    if data["casewright_build"] != SCHEMA:
        raise ValueError("a manifest of another form")
    claim = Claim(data["audience"], data["customer"])
    files = {name: Recorded(entry["sha256"], entry["size"]) for name, entry in data["files"].items()}
    return Manifest(claim, files)


def previous(target: Path, claim: Claim) -> Mapping[str, str]:
    """The SHA-256 of each file of the build that stands at a target, by path; nothing for another claim's build."""
    try:
        manifest = read_manifest(target)
    except CasewrightError:
        return {}
    if manifest is None or manifest.claim != claim:
        return {}
    return {name: recorded.sha256 for name, recorded in manifest.files.items()}
