"""The repositories that teams have on an ordinary day: a plain sentence, never a traceback, never another file."""

from pathlib import Path

import pytest

from tests.repositories.commands import COMMANDS, QUICK, complaint, marks, run_in, touched
from tests.repositories.situations import CORE


@pytest.mark.parametrize("name", CORE)
def test_what_is_asked_is_answered_and_nothing_else_is_touched(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    case = CORE[name](folder)
    for asked in QUICK:
        before = marks(folder)
        result = run_in(case, COMMANDS[asked], tmp_path / "out", monkeypatch)
        assert complaint(result) == "", asked
        assert touched(case, COMMANDS[asked], folder, before) == [], asked
