"""The sample workspace, read once, and the moment it is told for."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from generator.model.workspace import Workspace, load_workspace
from generator.source.workspace import read_workspace


@pytest.fixture(scope="session")
def moment() -> datetime:
    """The moment at which the Makefile builds the sample."""
    return datetime(2026, 3, 11, 14, 30, tzinfo=ZoneInfo("America/New_York"))


@pytest.fixture(scope="session")
def sample(repository: Path) -> Workspace:
    """Settings, contacts, customers, cases and stories of the repository itself."""
    return load_workspace(read_workspace(repository))


@pytest.fixture(scope="session")
def texts(repository: Path) -> dict[str, str]:
    """Every file of the sample that people write, by its path in the repository."""
    top = [repository / name for name in ("casewright.yaml", "contacts.yaml", "stories.yaml")]
    written = [path for path in (repository / "cases").rglob("*") if path.suffix in (".yaml", ".log", ".csv")]
    return {path.relative_to(repository).as_posix(): path.read_text("utf-8") for path in [*top, *written]}
