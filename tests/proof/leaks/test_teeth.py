"""Faults made by hand in the projection and the gate: the fast tests, in one process, notice every one."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.proof.leaks.copied import copy_of_package
from tests.proof.leaks.faults import FAULTS, PROJECTION, Fault

Counted = Callable[[str, int], None]
OF_PROJECTION = tuple(
    f"tests/audience/test_{name}.py" for name in ("sections", "projection", "withheld", "faces")
)
OF_GATE = ("tests/inspect", "tests/leaks", "tests/build/test_customer_build.py")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package with its tests and data, to be faulted."""
    return copy_of_package(tmp_path_factory.mktemp("copy"))


def run_tests(root: Path, tests: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    """Some tests on the copy, until the first that fails."""
    options = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header", "--tb=line")
    command = [sys.executable, "-B", "-m", "pytest", *options, *tests]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment["PYTHONPATH"] = str(root)
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def noticed(root: Path, module: str) -> subprocess.CompletedProcess[str]:
    """The fast tests on the copy, those first that are nearest to a module, until something fails."""
    near, far = (OF_PROJECTION, OF_GATE) if module in PROJECTION else (OF_GATE, OF_PROJECTION)
    ran = run_tests(root, near)
    return ran if ran.returncode else run_tests(root, far)


def test_without_a_fault_all_is_well(copy: Path) -> None:
    ran = run_tests(copy, (*OF_PROJECTION, *OF_GATE))
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.what for fault in FAULTS])
def test_a_fault_is_noticed(copy: Path, fault: Fault, counted: Counted) -> None:
    path = copy / "generator" / fault.module
    whole = path.read_text(encoding="utf-8")
    assert whole.count(fault.old) == 1, "the fault no longer fits the code; make it anew"
    path.write_text(whole.replace(fault.old, fault.new), encoding="utf-8")
    try:
        ran = noticed(copy, fault.module)
    finally:
        path.write_text(whole, encoding="utf-8")
    assert ran.returncode == 1, ran.stdout
    assert "failed" in ran.stdout and "error" not in ran.stdout.splitlines()[-1], ran.stdout
    counted("faults made by hand in the projection and the gate, each noticed by the fast tests", 1)
