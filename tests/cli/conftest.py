"""A small workspace with one fault, and the command run in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

FILES = {
    "contacts.yaml": "people:\n  ines: {name: Ines Okafor, phone: +1 603 555 0150, shown_as: contact}\n",
    "cases/kestrel/customer.yaml": "name: Kestrel Outfitters\n",
    "cases/kestrel/cards.yaml": "title: Cards declined\nopened: 2026-03-11 02:05\nadvocate: &who ines\n",
    "cases/wren/customer.yaml": "name: Wren Books\n",
    "cases/wren/slow-pages.yaml": "title: Slow pages\nopened: 2026-03-11 03:00\nadvocate: ines\n",
}
"""One fault in all: the anchor in cards.yaml."""

Run = Callable[..., Result]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A folder with two customers, one case each."""
    for name, text in FILES.items():
        path = tmp_path / "team" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "team"


@pytest.fixture
def run(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `casewright` with arguments, in the workspace or a folder of it, with a calm environment."""
    for name in ("SOURCE_DATE_EPOCH", "NO_COLOR", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)

    def invoke(*arguments: str | Path, cwd: str = ".") -> Result:
        monkeypatch.chdir(workspace / cwd)
        return CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="casewright")

    return invoke
