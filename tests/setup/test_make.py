"""What the Makefile and the CI promise: the sample's fixed moment, and no test left out in silence."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SKIPPING = """
import pytest

def test_that_runs(): pass

@pytest.mark.skip(reason="nobody knows why")
def test_that_is_skipped(): pass
"""


def test_the_sample_is_built_for_a_fixed_moment(repository: Path) -> None:
    make = shutil.which("make") or pytest.skip("no make here (Debian: make)")
    shown = subprocess.run(
        [make, "--no-print-directory", "-n", "site"],
        cwd=repository,
        check=True,
        capture_output=True,
        text=True,
    )
    assert shown.stdout.strip().endswith('casewright build --as-of "2026-03-11T14:30-04:00"')


@pytest.mark.parametrize("source", [SKIPPING, "import pytest\npytest.importorskip('no_such_module')\n"])
@pytest.mark.parametrize(("ci", "status"), [("", {0, 5}), ("true", {1, 2})])
def test_a_skipped_test_fails_only_in_ci(
    repository: Path, tmp_path: Path, source: str, ci: str, status: set[int]
) -> None:
    shutil.copy(repository / "tests/conftest.py", tmp_path)
    (tmp_path / "test_skipping.py").write_text(source, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    ended = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, "CI": ci}, check=False, capture_output=True
    )
    assert ended.returncode in status, ended.stdout.decode()
