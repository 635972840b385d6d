"""A small workspace in a repository with two commits: the case as it was, and as it is."""

from pathlib import Path

import pytest

from tests.team import make_team
from tests.telling_git import change, commit, git

CARDS = "cases/kestrel/cards.yaml"


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """The workspace; `before` is a tag of its first commit, of 10 March at 9."""
    root = make_team(tmp_path / "team")
    git(root, "init", "-q", "-b", "main")
    commit(root, "2026-03-10T09:00:00-04:00")
    git(root, "tag", "before")
    change(root, CARDS, "due: 2026-03-13", "due: 2026-03-15")
    change(root, CARDS, "Joel thinks it was two of them.", "Joel is sure that it was two of them.")
    commit(root, "2026-03-11T10:00:00-04:00")
    return root
