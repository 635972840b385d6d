"""A value that is taken out of a case or of what stands around it keeps nothing else from being printed."""

from pathlib import Path

import pytest

from tests.mutilating import as_typed, copy_of_sample, render_case, render_without, ways

CASES = ("kestrel/2026-03-replication", "oakline/2026-03-site-link")
AROUND = ("casewright.yaml", "contacts.yaml", "cases/kestrel/customer.yaml")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample."""
    return copy_of_sample(tmp_path_factory.mktemp("sample"))


@pytest.mark.parametrize("key", CASES)
def test_a_case_without_one_of_its_keys(sample: Path, key: str) -> None:
    path = sample / "cases" / f"{key}.yaml"
    before = path.read_text(encoding="utf-8")
    whole = as_typed(path)
    assert render_case(sample, key) > 12
    for way in ways(whole, depth=1):
        render_without(sample, path, whole, way, key)
    path.write_text(before, encoding="utf-8")


@pytest.mark.parametrize("name", AROUND)
def test_a_workspace_without_one_key_of_a_shared_file(sample: Path, name: str) -> None:
    path = sample / name
    before = path.read_text(encoding="utf-8")
    whole = as_typed(path)
    for way in ways(whole, depth=1):
        render_without(sample, path, whole, way, CASES[0])
    path.write_text(before, encoding="utf-8")
