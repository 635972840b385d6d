"""A small workspace in a repository of its own, with one fault that was there before any change."""

from pathlib import Path

import pytest

from tests.gate.repository import commit, git
from tests.team import FILES, make_team

OLD_FAULT = FILES["cases/kestrel/cards.yaml"].replace("serves: [C1]", "serves: [C9]")


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """The workspace, committed on `main`; the cards case serves a cause that is not there."""
    root = make_team(tmp_path / "team", {"cases/kestrel/cards.yaml": OLD_FAULT})
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "Begin")
    return root
