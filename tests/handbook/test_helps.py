"""Every example in the help of a command runs, in a copy of the sample."""

import re
import shlex
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import COMMANDS, main
from tests.sample_build import copy_sample, git

FILES = {
    "incidents.json": '{"incidents": [{"name": "Logins fail", "created_at": "2026-01-09T07:40:00Z"}]}',
    "incidents/one.json": '{"incidents": [{"name": "Logins fail", "created_at": "2026-01-09T07:40:00Z"}]}',
    "tickets.csv": "Short text,created\nLogins fail,2026-01-09 07:40\n",
}
"""What the examples of `import` read."""
ELSEWHERE = ("serve", "verify", "diff ../before", "--host github")
"""Examples that wait, or that want a printed PDF, another folder or a host; tests of their own run these."""
FINDINGS = {"check": 1, "issue": 1}
"""Commands that may end with findings, or with a list of what the customer would see for the first time."""
SLOW = ("build", "paper", "call", "gate")
"""Commands that take `--no-pdf`."""


def examples() -> Iterator[str]:
    """Every line of the helps that a reader may type."""
    for name in COMMANDS:
        yield from _of([name], import_module(COMMANDS[name].module).command)


def _of(path: list[str], command: click.Command) -> Iterator[str]:
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            yield from _of([*path, name], command.commands[name])
    text = CliRunner().invoke(main, [*path, "--help"], catch_exceptions=False).output
    found: list[str] = re.findall(r"(?m)^ +(casewright .*?)(?: >.*)?$", text)
    yield from found


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in git, with the names that the examples give its commit."""
    root = tmp_path_factory.mktemp("helps") / "sample"
    copy_sample(root)
    for name in ("branch -f main", "tag v1", "update-ref refs/remotes/origin/main HEAD"):
        git(root, *name.split())
    for name, text in FILES.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    "example", sorted({one for one in examples() if not any(word in one for word in ELSEWHERE)})
)
def test_an_example_runs(
    example: str, committed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = tmp_path / "work"
    shutil.copytree(committed, work, symlinks=True)
    monkeypatch.chdir(work)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773253800")
    typed = [word.replace("/tmp", str(tmp_path / "out")) for word in shlex.split(example)[1:]]
    if typed[0] in SLOW and "--no-pdf" not in typed and typed[:2] != ["call", "engineering"]:
        typed.append("--no-pdf")
    if typed[:2] == ["contacts", "import"]:
        CliRunner().invoke(main, ["contacts", "export", "--out", "contacts.csv"], catch_exceptions=False)
    result = CliRunner().invoke(main, typed, prog_name="casewright", catch_exceptions=False)
    assert result.exit_code in (0, FINDINGS.get(typed[0], 0)), result.output
