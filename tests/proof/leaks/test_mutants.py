"""Every mutant that mutmut makes of the projection and of the gate is killed in one process, or changes nothing.

What changes nothing is listed one by one, with the reason, in EQUIVALENT.md beside this file.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.proof.leaks.copied import copy_of_package

MODULES = (
    "generator/audience/project.py",
    "generator/audience/readers.py",
    "generator/audience/sections/actions.py",
    "generator/audience/sections/causes.py",
    "generator/audience/sections/chronology.py",
    "generator/audience/sections/close_out.py",
    "generator/audience/sections/criteria.py",
    "generator/audience/sections/get_well.py",
    "generator/audience/sections/meetings.py",
    "generator/audience/sections/recommendations.py",
    "generator/audience/visibility.py",
    "generator/audience/faces.py",
    "generator/inspect/gate.py",
    "generator/inspect/runs.py",
)
TESTS = (
    *(f"tests/audience/test_{name}.py" for name in ("sections", "projection", "types", "withheld", "faces")),
    *(f"tests/inspect/test_{name}.py" for name in ("runs", "gate")),
)
SETTINGS = f"""
[tool.mutmut]
source_paths = ["generator"]
only_mutate = {json.dumps(MODULES)}
also_copy = ["templates", "cases", "schema", "contacts.yaml", "casewright.yaml", "stories.yaml"]
pytest_add_cli_args_test_selection = {json.dumps(TESTS)}
pytest_add_cli_args = ["-p", "no:cacheprovider", "-p", "no:xdist", "-k", "not pdf"]
"""
KILLED = (1, 3)
Change = tuple[str, str, str]
"""The module, a line of it, and what the mutant has in that line's place."""


def mutmut(root: Path, *arguments: str) -> str:
    """What mutmut prints when it is run in a copy of the package."""
    command = [sys.executable, "-m", "mutmut", *arguments]
    ran = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout[-2_000:] + ran.stderr[-2_000:]
    return ran.stdout


def ends(root: Path) -> dict[str, int | None]:
    """How the tests ended for each mutant; 0 is a mutant that lives."""
    kept = (root / "mutants" / f"{name}.meta" for name in MODULES)
    return {
        key: end
        for path in kept
        for key, end in json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"].items()
    }


def change(root: Path, mutant: str) -> Change:
    """What a mutant changes."""
    shown = mutmut(root, "show", mutant)
    (module,) = re.findall(r"^--- (\S+)$", shown, re.MULTILINE)
    (before,) = re.findall(r"^-(?!-)(.*)$", shown, re.MULTILINE)
    (after,) = re.findall(r"^\+(?!\+)(.*)$", shown, re.MULTILINE)
    return module, before.strip(), after.strip()


def listed() -> set[Change]:
    """What EQUIVALENT.md lists."""
    text = Path(__file__).with_name("EQUIVALENT.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(.+?)` \| `(.+?)` \| `(.+?)` \| .{20,} \|$", text, re.MULTILINE)
    return {(f"generator/{module}", before, after) for module, before, after in rows}


def test_no_mutant_lives_that_changes_anything(tmp_path: Path, counted: Callable[[str, int], None]) -> None:
    if find_spec("mutmut") is None:
        pytest.skip("no mutmut here (`make proof` installs it)")
    root = copy_of_package(tmp_path)
    with (root / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(SETTINGS)
    mutmut(root, "run", "--max-children", "2")
    ended = ends(root)
    assert len(ended) > 900
    assert {key: end for key, end in ended.items() if end not in (0, *KILLED)} == {}
    alive = {change(root, key) for key, end in ended.items() if end == 0}
    assert alive - listed() == set(), "no test notices these"
    assert listed() - alive == set(), "these are noticed, or are no longer made"
    counted("mutants of the projection and the gate, by mutmut", len(ended))
    counted("of these killed in one process", len(ended) - len(alive))
    counted("of these that change nothing, each listed with the reason", len(alive))
