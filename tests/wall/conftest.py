"""A small workspace of two customers to print from."""

from pathlib import Path

import pytest

from tests.team import make_team


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """The workspace, freshly written."""
    return make_team(tmp_path / "team")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where to print to; not there yet."""
    return tmp_path / "out"
