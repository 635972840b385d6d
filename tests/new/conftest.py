"""A small workspace of two customers to add to."""

from pathlib import Path

import pytest

from tests.team import make_team


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """The workspace, freshly written."""
    return make_team(tmp_path / "team")
