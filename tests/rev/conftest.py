"""A small workspace in a repository with two commits: the case as it was, and as it is."""

from pathlib import Path

import pytest

from tests.team import make_committed_team


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """The workspace; `before` is a tag of its first commit, of 10 March at 9."""
    return make_committed_team(tmp_path / "team")
