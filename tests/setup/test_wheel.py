"""The wheel carries what a checkout has: the package, its templates, the schemas and the sample."""

import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator import __version__

PLACES = {
    "templates": "generator/_templates",
    "schema": "generator/_schema",
    "docs/handbook": "generator/_handbook",
    "generator/starter/files": "generator/starter/files",
}
CALL = """
import sys
sys.path.insert(0, sys.argv.pop(1))
import generator
print(generator.__file__, flush=True)
from generator.cli import main
main()
"""
"""Runs the command from the folder named first."""


@pytest.fixture(scope="module")
def built(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=repository, check=True, capture_output=True)
    (made,) = folder.glob("casewright-*.whl")
    return made


@pytest.fixture(scope="module")
def wheel(built: Path) -> set[str]:
    """The names of all files in the wheel."""
    with ZipFile(built) as archive:
        return set(archive.namelist())


def files_below(top: Path) -> list[Path]:
    return [top] if top.is_file() else [path for path in top.rglob("*") if path.is_file()]


@pytest.mark.parametrize(("source", "place"), PLACES.items(), ids=PLACES)
def test_the_wheel_holds(repository: Path, wheel: set[str], source: str, place: str) -> None:
    top = repository / source
    found = files_below(top)
    assert found, f"{source} is empty"
    names = {f"{place}/{path.relative_to(top).as_posix()}".removesuffix("/.") for path in found}
    assert names <= wheel


def test_the_wheel_holds_nothing_of_the_tests(wheel: set[str]) -> None:
    assert {name.split("/")[0].partition("-")[0] for name in wheel} == {"generator", "casewright"}


KINDS = {
    "py", "html", "css", "js", "txt", "json", "yaml", "yml", "md", "png", "svg", "woff2", "po", "lock", "dot-gitignore",
    "LICENSE", "METADATA", "RECORD", "WHEEL",
}  # fmt: skip
"""What the names of the files in the wheel end with."""


def test_the_wheel_holds_no_other_kind_of_file_and_nothing_secret(built: Path, wheel: set[str]) -> None:
    assert {name.rpartition("/")[2].rpartition(".")[2] for name in wheel} <= KINDS
    with ZipFile(built) as archive:
        texts = b"".join(map(archive.read, wheel))
    assert not re.search(rb"-----BEGIN [A-Z ]*PRIVATE KEY|/(?:home|root|work|Users)/\w+/", texts)


def test_the_wheel_says_what_it_is_under_and_carries_every_licence(built: Path, wheel: set[str]) -> None:
    (metadata,) = [name for name in wheel if name.endswith("METADATA")]
    with ZipFile(built) as archive:
        told = archive.read(metadata).decode()
    assert f"\nVersion: {__version__}\n" in told and "\nRequires-Python: >=3.11\n" in told
    assert "\nLicense-Expression: Apache-2.0 AND OFL-1.1\n" in told
    named = re.findall(r"^License-File: (.*)$", told, re.M)
    assert len(named) == 2
    assert {metadata.replace("METADATA", f"licenses/{name}") for name in named} <= wheel
    assert "# Casewright" in told.partition("\n\n")[2]


def test_what_is_installed_of_it_makes_checks_and_builds_a_workspace(built: Path, tmp_path: Path) -> None:
    """Without the checkout: the libraries are those of the environment, the package that of the wheel alone."""
    place, work = tmp_path / "installed", tmp_path / "casework"
    with ZipFile(built) as archive:
        archive.extractall(place)
    for command in (["init", str(work)], ["check", "-C", str(work)], ["build", "-C", str(work), "--no-pdf"]):
        run = [sys.executable, "-P", "-c", CALL, str(place), *command, "--as-of", "2026-03-11T14:30Z"]
        ran = subprocess.run(run, capture_output=True, text=True, cwd=tmp_path)
        assert ran.returncode == 0, ran.stderr
        assert ran.stdout.splitlines()[0] == str(place / "generator" / "__init__.py")
    assert (work / "site/index.html").is_file()
