"""The real `check` on a workspace with one hostile file, and what it cost."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.making import CONTACTS, CUSTOMER, SETTINGS, write_files
from tests.sample_build import AS_OF, REPOSITORY

CASE = "cases/kestrel/cards.yaml"
LAUNCHED = """
import os, sys
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(child, 0)
print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""Starts the command from a process that is small itself: a child counts the memory of whom it was forked from."""


@dataclass(frozen=True)
class Cost:
    """What a run said and cost: `seconds` of processor time, `megabytes` of memory at its largest."""

    exit_code: int
    findings: list[dict[str, Any]]
    stderr: str
    seconds: float
    megabytes: float


def checked(root: Path, bomb: bytes, at: str = CASE) -> Cost:
    """Runs `casewright check` in a process of its own on a workspace that holds these bytes as one of its files."""
    write_files(
        root,
        {"casewright.yaml": SETTINGS, "contacts.yaml": CONTACTS, "cases/kestrel/customer.yaml": CUSTOMER},
    )
    (root / at).write_bytes(bomb)
    command = [
        sys.executable,
        "-m",
        "generator",
        "check",
        "-C",
        str(root),
        "--as-of",
        AS_OF,
        "--output-format",
        "json",
    ]
    small = [sys.executable, "-S", "-E", "-c", LAUNCHED, *command]
    said, complained = root.parent / "stdout", root.parent / "stderr"
    with said.open("wb") as out, complained.open("wb") as err:
        run = subprocess.run(
            small, stdout=out, stderr=err, check=False, env={**os.environ, "PYTHONPATH": str(REPOSITORY)}
        )
    *errors, used = complained.read_text(encoding="utf-8", errors="replace").splitlines()
    seconds, kilobytes = map(float, used.split())
    return Cost(
        run.returncode,
        json.loads(said.read_bytes() or b"[]"),
        "\n".join(errors),
        seconds,
        kilobytes / 1024,
    )
