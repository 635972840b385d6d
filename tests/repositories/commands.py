"""What is asked of a workspace in each situation, and how it is seen that nothing else was touched."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.repositories.situations import Situation

AS_OF = ("--as-of", "2026-03-11T14:30-04:00")
BASE, OUT = "<base>", "<out>"
"""What stands for the commit of a situation, and for a folder to write into."""
TICKETS = "id,title,opened\nT1,Orders arrive twice,2026-03-09 10:00\n"
FILES = ("casewright.yaml", "contacts.yaml", "cases/")


@dataclass(frozen=True, slots=True)
class Command:
    """A command line; `writes` are the files and folders of the workspace that it may touch."""

    line: tuple[str, ...]
    writes: tuple[str, ...] = ()


PAPER = ("paper", "situation-summary", "kestrel/cards", "--no-pdf", "--out", OUT, *AS_OF)
KNOWN = ("paper", "chronology", "kestrel/cards", "--no-pdf", "--out", OUT, *AS_OF)
GATE = ("gate", f"--base={BASE}", "--no-pdf", "--out", f"{OUT}/gate", *AS_OF)
NEW = ("new", "case", "kestrel/new", "--title", "New", "--advocate", "ines", *AS_OF)
IMPORT = ("import", f"{OUT}/tickets.csv", "--customer", "kestrel", "--advocate", "ines", "--timezone", "UTC")
COMMANDS = {
    "check": Command(("check", "--fail-on", "never", *AS_OF)),
    "check --base": Command(("check", f"--base={BASE}", *AS_OF)),
    "diff": Command(("diff", *AS_OF)),
    "diff BASE": Command(("diff", *AS_OF, "--", BASE)),
    "diff BASE..": Command(("diff", *AS_OF, "--output-format", "json", "--", f"{BASE}..HEAD")),
    "diff BASE...": Command(("diff", *AS_OF, "--output-format", "html", "--", f"{BASE}...HEAD")),
    "paper": Command(PAPER),
    "paper --since": Command((*PAPER, f"--since={BASE}")),
    "paper --since, customer": Command((*PAPER, f"--since={BASE}", "--audience", "customer")),
    "paper --rev": Command((*PAPER, f"--rev={BASE}")),
    "paper --known-by": Command((*KNOWN, "--known-by", "2026-03-10 09:00")),
    "gate": Command(GATE),
    "gate, outside": Command((*GATE, "--from-outside")),
    "new case": Command(NEW, ("cases/kestrel/new.yaml",)),
    "new event": Command(
        ("new", "event", "kestrel/cards", "All is well.", "--by", "us", *AS_OF), ("cases/kestrel/cards.yaml",)
    ),
    "fmt --check": Command(("fmt", "--check")),
    "fmt": Command(("fmt",), FILES),
    "fix --dry-run": Command(("fix", "--dry-run", *AS_OF)),
    "fix": Command(("fix", *AS_OF), FILES),
    "import": Command(IMPORT, ("cases/kestrel/",)),
}
QUICK = ("check", "check --base", "diff BASE", "paper --since", "paper --rev", "new event")
"""Those that plain tests try."""


def run_in(case: Situation, command: Command, out: Path, monkeypatch: pytest.MonkeyPatch) -> Result:
    """Runs a command in the workspace itself, as somebody at work there does."""
    out.mkdir(exist_ok=True)
    (out / "tickets.csv").write_text(TICKETS, encoding="utf-8")
    arguments = [part.replace(BASE, case.base).replace(OUT, str(out)) for part in command.line]
    with monkeypatch.context() as patch:
        for name, value in case.env.items():
            patch.setenv(name, value)
        patch.chdir(case.root)
        return CliRunner().invoke(main, arguments, prog_name="casewright")


def marks(folder: Path) -> dict[str, str]:
    """Each file below a folder, git's own too, with its mode and the digest of its bytes, or where it leads."""
    return {path.relative_to(folder).as_posix(): _mark(path) for path in _files(folder)}


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        linked = [name for name in folders if Path(place, name).is_symlink()]
        yield from (Path(place, name) for name in (*files, *linked))


def _mark(path: Path) -> str:
    if path.is_symlink():
        return f"to {path.readlink()}"
    return f"{path.stat().st_mode:o} {hashlib.sha256(path.read_bytes()).hexdigest()}"


def complaint(result: Result) -> str:
    """Why a command's answer is not one that a person should get; nothing where it is."""
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        return f"it crashed: {result.exception!r}"
    said = result.output + result.stderr
    if result.exit_code not in (0, 1, 2, 3):
        return f"it ended with {result.exit_code}"
    if "Traceback" in said or "fatal:" in said:
        return "it showed what is not for people"
    if result.exit_code in (2, 3) and not result.stderr.rstrip().endswith((".", "`", "?")):
        return f"it ended in no sentence: {result.stderr[-200:]!r}"
    return ""


def touched(case: Situation, command: Command, folder: Path, before: dict[str, str]) -> list[str]:
    """The files that are not as they were, and that the command was not asked to write."""
    after = marks(folder)
    root = case.root.resolve().relative_to(folder.resolve()).as_posix()
    changed = [path for path in {*before, *after} if before.get(path) != after.get(path)]
    return sorted(
        path for path in changed if not path.removeprefix(f"{root}/").startswith(command.writes or ("\0",))
    )
