"""Work that is shared with another process: the same result as without, its errors raised here."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPT = """
import os
from generator.beside import beside
own = os.getpid()
waiting = [beside(lambda: str(os.getpid()).encode(), cores) for cores in (1, 2)]
alone, shared = (int(value()) for value in waiting)
assert alone == own
assert shared != own or os.uname().sysname != "Linux"
assert beside(lambda: b"x" * 5_000_000, 2)() == b"x" * 5_000_000
waiting = beside(lambda: str(1 // 0).encode(), 2)
try:
    waiting()
except ZeroDivisionError:
    print("raised")
"""
CASE = """\
title: Card payments {number}
opened: 2026-03-{day:02} 08:10
advocate: dana
summary: |
{summary}
events:
  - {{at: 2026-03-{day:02} 08:10, what: One till after the other stops.}}
"""
FAULTS = {
    20: "\nlater: soon\n",
    90: "tags: [a\n",
    130: "notes: Ticket #4711\n",
    220: "notes:\n",
    240: "opened: x\n",
}


def test_a_task_is_done_beside_this_process() -> None:
    ran = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert ran.stdout == "raised\n"


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="cores are given to a process on Linux only")
def test_the_findings_of_many_cases_are_the_same_on_one_core(tmp_path: Path) -> None:
    folder = tmp_path / "cases/kestrel"
    folder.mkdir(parents=True)
    (folder / "customer.yaml").write_text("name: Kestrel\n", encoding="utf-8")
    for number in range(250):
        summary = "  The till stopped at noon, and nobody could pay.\n" * 50
        text = CASE.format(number=number, day=number % 28 + 1, summary=summary) + FAULTS.get(number, "")
        (folder / f"till-{number}.yaml").write_text(text, encoding="utf-8")
    core = next(iter(os.sched_getaffinity(0)))
    several, one = checked(tmp_path, None), checked(tmp_path, lambda: os.sched_setaffinity(0, {core}))
    assert several == one
    for number in FAULTS:
        assert f"till-{number}.yaml" in one


def checked(root: Path, first: Callable[[], None] | None) -> str:
    command = [
        sys.executable,
        "-m",
        "generator",
        "check",
        "-C",
        str(root),
        "--as-of",
        "2026-03-30T12:00+00:00",
    ]
    command += ["--output-format", "json"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=first)
    assert ran.returncode == 1 and not ran.stderr
    return ran.stdout
