"""Each finding's code has a folder of broken input here, with the exact report that it gets."""

import runpy
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from generator.checking import check_workspace
from generator.report import FORMATS, Report

HERE = Path(__file__).parent
FOLDERS = sorted(path.parent for path in HERE.glob("*/expected.txt"))
CHECKED = [folder for folder in FOLDERS if not (folder / "command").exists()]
PRINTED = [folder for folder in FOLDERS if (folder / "command").exists()]
"""Those that only a finished paper has; `command` holds what makes it."""
AS_OF = "2026-03-11T14:30-04:00"
BY_COMMAND = ("promise-passed", "person-unknown", "text-cut", "number-undiallable", "severity-missing")
"""Those that the real command is run on too."""


@pytest.fixture
def workspace(folder: Path, tmp_path: Path) -> Path:
    """The broken input, copied to where `make.py` may add what git does not hold well."""
    target = tmp_path / "workspace"
    shutil.copytree(folder / "workspace", target) if (folder / "workspace").exists() else target.mkdir()
    if (folder / "make.py").exists():
        runpy.run_path(str(folder / "make.py"))["make"](target)
    return target


def as_of(folder: Path) -> str:
    """The moment that a folder asks for."""
    asked = folder / "as-of"
    return asked.read_text(encoding="utf-8").strip() if asked.exists() else AS_OF


@pytest.mark.parametrize("folder", CHECKED, ids=lambda folder: folder.name)
def test_broken_input_gets_exactly_this_report(
    folder: Path, workspace: Path, request: pytest.FixtureRequest
) -> None:
    checked = check_workspace(workspace, datetime.fromisoformat(as_of(folder)))
    report = FORMATS["full"](Report(checked.findings, checked.texts)) + "\n"
    golden = folder / "expected.txt"
    if request.config.getoption("--update-goldens"):
        golden.write_text(report, encoding="utf-8")
    assert report == golden.read_text(encoding="utf-8")
    assert folder.name in {finding.code for finding in checked.findings}


@pytest.mark.parametrize("folder", [HERE / name for name in BY_COMMAND], ids=lambda folder: folder.name)
def test_the_command_prints_the_same(folder: Path, workspace: Path) -> None:
    command = [sys.executable, "-m", "generator", "check", "-C", str(workspace), "--as-of", as_of(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=HERE.parents[1])
    assert ran.stdout == (folder / "expected.txt").read_text(encoding="utf-8")
    assert ran.stderr == ""


@pytest.mark.parametrize("folder", PRINTED, ids=lambda folder: folder.name)
def test_a_paper_gets_exactly_this_report(
    folder: Path, workspace: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    asked = (folder / "command").read_text(encoding="utf-8").split()
    command = [
        sys.executable,
        "-m",
        "generator",
        *asked,
        "-C",
        str(workspace),
        "--out",
        str(tmp_path / "out"),
    ]
    ran = subprocess.run(
        [*command, "--as-of", as_of(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=HERE.parents[1],
    )
    golden = folder / "expected.txt"
    if request.config.getoption("--update-goldens"):
        golden.write_text(ran.stderr, encoding="utf-8")
    assert ran.stderr == golden.read_text(encoding="utf-8")
    assert f"[{folder.name}]" in ran.stderr
    if (folder / "printed-all-the-same").exists():
        assert ran.returncode == 0
        assert list((tmp_path / "out").glob("*.html"))
    else:
        assert (ran.returncode, ran.stdout) == (1, "")
        assert not (tmp_path / "out").exists()


def test_every_code_has_a_folder() -> None:
    command = [sys.executable, "-m", "generator", "explain"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=HERE.parents[1])
    codes = {line.split()[0] for line in ran.stdout.splitlines()}
    assert len(codes) > 150
    assert codes == {folder.name for folder in FOLDERS}
