"""Faults made by hand in the projection and the gate: the fast tests, in one process, notice every one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.proof.leaks.faults import FAULTS, Fault
from tests.sample_build import REPOSITORY

Counted = Callable[[str, int], None]
LEFT_OUT = ("__pycache__", "proof", "golden", "findings", "node_modules", "issued")
DATA = ("templates", "schema", "cases", "contacts.yaml", "casewright.yaml", "stories.yaml")
QUICK = (
    *(f"tests/audience/test_{name}.py" for name in ("projection", "withheld", "faces")),
    "tests/inspect",
    "tests/leaks",
    "tests/build/test_customer_build.py",
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package with its tests, to be faulted; the data beside it is the original."""
    root = tmp_path_factory.mktemp("copy")
    for name in ("generator", "tests"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns(*LEFT_OUT))
    for name in DATA:
        (root / name).symlink_to(REPOSITORY / name)
    shutil.copyfile(REPOSITORY / "pyproject.toml", root / "pyproject.toml")
    return root


def run_quick_tests(root: Path) -> subprocess.CompletedProcess[str]:
    """The fast tests on the copy, until the first that fails."""
    options = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header", "--tb=line")
    command = [sys.executable, "-B", "-m", "pytest", *options, *QUICK]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment["PYTHONPATH"] = str(root)
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def test_without_a_fault_all_is_well(copy: Path) -> None:
    ran = run_quick_tests(copy)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.what for fault in FAULTS])
def test_a_fault_is_noticed(copy: Path, fault: Fault, counted: Counted) -> None:
    path = copy / "generator" / fault.module
    whole = path.read_text(encoding="utf-8")
    assert whole.count(fault.old) == 1, "the fault no longer fits the code; make it anew"
    path.write_text(whole.replace(fault.old, fault.new), encoding="utf-8")
    try:
        ran = run_quick_tests(copy)
    finally:
        path.write_text(whole, encoding="utf-8")
    assert ran.returncode == 1, ran.stdout
    assert "failed" in ran.stdout and "error" not in ran.stdout.splitlines()[-1], ran.stdout
    counted("faults made by hand in the projection and the gate, each noticed by the fast tests", 1)
