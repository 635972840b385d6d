"""A case's text in, the codes of what the rules find in it out."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.finding import Finding
from generator.rules.everything import find_all
from tests.making import at, make_case

Found = Callable[..., list[Finding]]
Codes = Callable[..., set[str]]


@pytest.fixture
def found(tmp_path: Path) -> Found:
    """What the rules find in a case of Kestrel's, as of a moment."""

    def of(
        text: str, files: Mapping[str, str] | None = None, as_of: str = "2026-03-11T14:30"
    ) -> list[Finding]:
        _, workspace = make_case(tmp_path, text, files)
        return find_all(workspace, at(as_of))

    return of


@pytest.fixture
def codes(found: Found) -> Codes:
    """The codes of what the rules find."""

    def of(text: str, files: Mapping[str, str] | None = None, as_of: str = "2026-03-11T14:30") -> set[str]:
        return {finding.code for finding in found(text, files, as_of)}

    return of
