"""Every single key and item is taken out of every file of the sample, one at a time."""

from pathlib import Path

import pytest

from tests.mutilating import as_typed, copy_of_sample, render_without, ways
from tests.sample_build import REPOSITORY

FILES = [path.relative_to(REPOSITORY).as_posix() for path in sorted((REPOSITORY / "cases").glob("*/*.yaml"))]
AROUND = ["casewright.yaml", "contacts.yaml"]
CASE = "kestrel/2026-03-replication"


@pytest.mark.parametrize("name", [*FILES, *AROUND])
def test_a_file_without_any_one_of_its_values(tmp_path: Path, name: str) -> None:
    root = copy_of_sample(tmp_path)
    path = root / name
    whole = as_typed(path)
    key = name.removeprefix("cases/").removesuffix(".yaml")
    if name in AROUND:
        key = CASE
    elif key.endswith("/customer"):
        key = next(
            one for one in sorted(FILES, reverse=True) if one.startswith(f"cases/{key.split('/')[0]}/2")
        )
        key = key.removeprefix("cases/").removesuffix(".yaml")
    for way in ways(whole):
        render_without(root, path, whole, way, key)
