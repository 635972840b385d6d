"""Every situation that a repository can be in, against every command: a sentence, never a traceback or another file."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.repositories.commands import AS_OF, COMMANDS, complaint, marks, run_in, touched
from tests.repositories.situations import ALL

ROOT = Path(__file__).resolve().parents[2]
Counted = Callable[[str, int], None]


@pytest.mark.parametrize("name", ALL)
def test_every_command_answers_and_touches_nothing_else(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, counted: Counted
) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    case = ALL[name](folder)
    for asked, command in COMMANDS.items():
        before = marks(folder)
        result = run_in(case, command, tmp_path / f"out {asked.replace(' ', '-')}", monkeypatch)
        assert complaint(result) == "", asked
        assert touched(case, command, folder, before) == [], asked
        counted("commands in repositories", 1)


@pytest.mark.parametrize("name", ALL)
def test_the_site_is_shown_and_nothing_is_touched(name: str, tmp_path: Path, counted: Counted) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    case = ALL[name](folder)
    before = marks(folder)
    environment = {**os.environ, **case.env, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    serve = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--port", "0", *AS_OF],
        cwd=case.root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert serve.stdout is not None
        assert "http://127.0.0.1" in serve.stdout.readline()
    finally:
        serve.send_signal(signal.SIGINT)
        _, said = serve.communicate(timeout=60)
    assert "Traceback" not in said
    assert marks(folder) == before
    counted("servers in repositories", 1)
