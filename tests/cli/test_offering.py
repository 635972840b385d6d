"""What a shell completes: the keys of the workspace at hand, and nothing at all where they cannot be read."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from generator.cli import COMMANDS, main
from generator.cli.offering import WORDS, Offered, offer
from tests.team import make_team

REPOSITORY = Path(__file__).parents[2]
ASKED = {
    "call ": {"engineering"},
    "call engineering --case kestrel/": {"kestrel/cards", "kestrel/mails"},
    "check --case wren/": {"wren/slow-pages"},
    "away ": {"ines", "joel"},
    "new event kestrel/cards --person ": {"ines", "joel", "dana"},
    "new event wren/slow-pages --person ": {"ines", "joel"},
    "new event kestrel/cards --by ": {"us", "customer"},
    "new case w": {"wren/"},
    "who --customer ": {"kestrel", "wren"},
    "tried engineering eng": {"engaged"},
    "tried engineering engaged --case kestrel/cards --person d": {"dana"},
    "new action kestrel/cards x --serves ": {"C1"},
    "new action kestrel/cards --from-finding ": {"W1"},
    "issue agenda kestrel/cards --meeting ": {"m1", "m2"},
    "paper upd": {"update"},
    "paper update wren": {"wren", "wren/slow-pages"},
    "explain promise-p": {"promise-passed"},
    "fix --code promise-p": set(),
    "fix --code text-c": {"text-cut"},
    "new customer finch --timezone Europe/Pr": {"Europe/Prague"},
}


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = make_team(tmp_path_factory.mktemp("team"))
    with (made / "cases/kestrel/cards.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "dry_run: [{meeting: m1, person: ines, findings: [{id: W1, what: It sounds careless.}]}]\n"
        )
    return made


def asked(folder: Path, line: str, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """What a shell offers for a line at whose end somebody presses the tab key."""
    monkeypatch.chdir(folder)
    *words, last = line.split(" ")
    return {one.value for one in ShellComplete(main, {}, "casewright", "_X").get_completions(words, last)}


@pytest.mark.parametrize("line", ASKED)
def test_the_keys_of_this_workspace_are_offered(
    team: Path, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert asked(team, line, monkeypatch) == ASKED[line]


@pytest.mark.parametrize("broken", ["people: [", "\0", "- a list", None])
def test_what_cannot_be_read_offers_nothing_and_says_nothing(
    tmp_path: Path, broken: str | None, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    if broken is not None:
        (tmp_path / "contacts.yaml").write_text(broken, encoding="utf-8")
        (tmp_path / "cases").write_text("no folder", encoding="utf-8")
    for line in ("call ", "away ", "call engineering --case ", "new event x/y --person "):
        assert asked(tmp_path, line, monkeypatch) == set(), line
    assert capfd.readouterr() == ("", "")


def test_every_key_that_a_command_wants_is_offered() -> None:
    """A new option with a metavar that says what it wants cannot be forgotten."""
    wants = {"CASE", "AREA", "PERSON", "CODE", "PAPER", "SUBJECT", "ZONE", "SIDE", "OUTCOME", "RUNG", "WHY"}
    context = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command is not None
        for param in params(command):
            word = (param.metavar or "").strip("[].")
            assert word not in wants or word in WORDS, (name, param.name)
    assert wants <= set(WORDS)


def params(command: click.Command) -> Iterator[click.Parameter]:
    below = command.commands.values() if isinstance(command, click.Group) else ()
    yield from (param for one in below for param in params(one))
    yield from command.params


def test_what_is_offered_is_still_a_text() -> None:
    @click.command()
    @click.option("--case", metavar="CASE")
    def command(case: str) -> None:
        click.echo(case)

    offer(command)
    assert isinstance(command.params[0].type, Offered)
    assert command.params[0].type.convert("kestrel/cards", None, None) == "kestrel/cards"


@pytest.mark.parametrize(
    ("shell", "script"),
    [
        (
            "bash",
            (
                'eval "$(casewright completion bash)"; COMP_WORDS=(casewright call ""); COMP_CWORD=2; '
                '_casewright_completion casewright; echo "${COMPREPLY[@]}"'
            ),
        ),
        ("fish", "casewright completion fish | source; complete -C 'casewright call '"),
    ],
)
def test_a_real_shell_completes_an_area(team: Path, tmp_path: Path, shell: str, script: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} here")
    command = tmp_path / "casewright"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n')
    command.chmod(0o755)
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    ran = subprocess.run(
        [shell, "-c", script], capture_output=True, text=True, cwd=team, env=environment, check=False
    )
    assert ran.stdout.split() == ["engineering", *(["Engineering"] if shell == "fish" else [])], ran.stderr
