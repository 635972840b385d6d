"""Each lock holds all that pyproject.toml asks of it, by hash and without an address."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

MAIN = "generator/requirements.lock"
LOCKS = {MAIN: "dev", "tests/proof/requirements.lock": "proof", ".github/pip-audit.lock": "audit"}
"""Each lock with its group of dependencies."""
FLOORS = {"weasyprint": "70", "jinja2": "3.1.6", "markdown": "3.8.1", "nh3": "0.3.8"}
"""Below these, styles got past the fetcher, or text past the sandbox, the parser or the list of tags."""


@pytest.fixture(scope="module", params=LOCKS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def lock(repository: Path, name: str) -> str:
    return (repository / name).read_text(encoding="utf-8")


def pins(lock: str) -> dict[str, str]:
    """The version of each package in the lock."""
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;]+)", lock, re.MULTILINE))


def test_the_lock_names_no_address(lock: str) -> None:
    assert "://" not in lock
    assert not re.search(r"^--|@", lock, re.MULTILINE)


def test_every_package_of_the_lock_has_a_hash(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", lock.strip())
    assert len(entries) == len(pins(lock))
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def asked_of(name: str, project: dict[str, Any]) -> list[str]:
    """What pyproject.toml asks of a lock."""
    asked = list(project["dependency-groups"][LOCKS[name]])
    if name == MAIN:
        asked += [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    return asked


def test_the_lock_satisfies_every_requirement(repository: Path, name: str, lock: str) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    pinned = pins(lock)
    for requirement in map(Requirement, asked_of(name, project)):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version, f"{requirement.name} is not in the lock: run make lock"
        assert requirement.specifier.contains(version), (
            f"{requirement} is not met by {version}: run make lock"
        )


@pytest.mark.parametrize("package", FLOORS)
def test_no_library_that_guards_us_is_older_than_its_floor(repository: Path, package: str) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {one.name: one.specifier for one in map(Requirement, project["project"]["dependencies"])}
    floor = Version(FLOORS[package])
    assert min(Version(one.version) for one in asked[package] if one.operator in (">=", "==")) >= floor
    assert Version(pins((repository / MAIN).read_text(encoding="utf-8"))[package]) >= floor


def test_what_two_locks_install_is_of_one_version(repository: Path) -> None:
    main, proof = (pins((repository / name).read_text(encoding="utf-8")) for name in list(LOCKS)[:2])
    both = main.keys() & proof.keys()
    assert "pytest" in both
    assert {name: (main[name], proof[name]) for name in both if main[name] != proof[name]} == {}
