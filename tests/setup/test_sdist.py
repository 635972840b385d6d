"""The source distribution carries what its wheel is made of, the sample, and what tells of both; the wheel made of it is
the checkout's own."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

CARRIED = (
    *(
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "SECURITY.md",
        "Makefile",
        "Dockerfile",
        ".pre-commit-hooks.yaml",
    ),
    *(
        "casewright.yaml",
        "contacts.yaml",
        "stories.yaml",
        "cases/kestrel/customer.yaml",
        "cases/kestrel/logo.png",
    ),
    *(
        "templates/paper.html",
        "schema/case.schema.json",
        "generator/requirements.lock",
        "generator/starter/files/contacts.yaml",
    ),
    *("generator/render/locale/de/LC_MESSAGES/casewright.po", ".github/actions/check/action.yml"),
)


def built(source: Path, kind: str, folder: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def unpacked(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution of the checkout, unpacked."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(built(repository, "sdist", folder / "made")) as archive:
        archive.extractall(folder, filter="data")
    (top,) = folder.glob("casewright-*")
    return top


@pytest.mark.parametrize("path", CARRIED)
def test_it_carries(unpacked: Path, path: str) -> None:
    assert (unpacked / path).is_file()


def test_it_carries_nothing_that_set_up_builds_or_machines_leave_behind(unpacked: Path) -> None:
    names = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*")}
    assert not [name for name in names if name.startswith((".venv", ".git/", "site/index", "dist", "build/"))]
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]


def test_the_wheel_made_of_it_is_that_of_the_checkout(
    repository: Path, unpacked: Path, tmp_path: Path
) -> None:
    wheels = [
        built(source, "wheel", tmp_path / name) for name, source in (("a", repository), ("b", unpacked))
    ]
    one, other = (set(ZipFile(wheel).namelist()) for wheel in wheels)
    assert one == other
    assert wheels[0].read_bytes() == wheels[1].read_bytes(), "times and folders of the files count"


def test_two_builds_are_the_same_bytes(repository: Path, tmp_path: Path) -> None:
    """Whatever the zone, the order of hashing and the rights that new files get."""
    other = {**os.environ, "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    for folder, environment, umask in (("a", dict(os.environ), 0o022), ("b", other, 0o077)):
        command = [sys.executable, "-m", "hatchling", "build", "-d", str(tmp_path / folder)]
        subprocess.run(command, cwd=repository, env=environment, umask=umask, check=True, capture_output=True)
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert [Path(name).suffix for name in names] == [".whl", ".gz"]
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def test_the_sample_in_it_checks_as_the_checkout_does(unpacked: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "generator",
        "check",
        "--as-of",
        "2026-03-11T14:30-04:00",
        "--fail-on",
        "error",
    ]
    ran = subprocess.run(command, cwd=unpacked, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
