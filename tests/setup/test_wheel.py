"""The wheel carries what a checkout has: the package, its templates, the schemas and the sample."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

PLACES = {
    "templates": "generator/_templates",
    "schema": "generator/_schema",
}


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of all files in a wheel built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=repository, check=True, capture_output=True)
    (made,) = folder.glob("casewright-*.whl")
    with ZipFile(made) as archive:
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
