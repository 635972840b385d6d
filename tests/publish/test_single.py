"""One file put in its place whole."""

import os
from pathlib import Path

import pytest

from generator.errors import CasewrightError
from generator.publish import write_file, write_within


def test_a_file_is_written_and_replaced_with_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "out" / "update.customer.pdf"
    before = os.umask(0o077)
    try:
        write_file(path, b"1")
        write_file(path, b"2")
    finally:
        os.umask(before)
    assert path.read_bytes() == b"2"
    assert path.stat().st_mode & 0o777 == 0o644
    assert list(path.parent.iterdir()) == [path]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    precious, path = tmp_path / "precious", tmp_path / "update.pdf"
    precious.write_bytes(b"mine")
    path.symlink_to(precious)
    with pytest.raises(CasewrightError, match="is a link"):
        write_file(path, b"x")
    assert precious.read_bytes() == b"mine"
    assert path.is_symlink()


def test_a_folder_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(CasewrightError, match="is no plain file"):
        write_file(tmp_path, b"x")


def test_a_folder_that_is_a_file_is_told_and_nothing_stays(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(CasewrightError, match="failed"):
        write_file(tmp_path / "out" / "update.pdf", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(CasewrightError, match="failed"):
        write_file(tmp_path / ("x" * 300), b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("link", ["cases", "cases/kestrel", "cases/kestrel/cards/issued"])
def test_no_link_on_the_way_into_a_workspace_is_followed(tmp_path: Path, link: str) -> None:
    root, elsewhere = tmp_path / "team", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to(elsewhere)
    with pytest.raises(CasewrightError, match=f"^{link} is a link to another place, so nothing was written"):
        write_within(root, "cases/kestrel/cards/issued/update-1.json", b"x")
    assert list(elsewhere.iterdir()) == []


def test_a_file_within_a_workspace_is_written_with_its_folders(tmp_path: Path) -> None:
    write_within(tmp_path, "cases/kestrel/cards/issued/update-1.json", b"x")
    assert (tmp_path / "cases/kestrel/cards/issued/update-1.json").read_bytes() == b"x"


@pytest.mark.parametrize("path", ["../update-1.json", "/update-1.json", "cases/../../update-1.json"])
def test_no_way_out_of_a_workspace_is_taken(tmp_path: Path, path: str) -> None:
    with pytest.raises(CasewrightError, match="so nothing was written"):
        write_within(tmp_path / "team", path, b"x")
    assert list(tmp_path.rglob("*.json")) == []
