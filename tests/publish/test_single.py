"""One file put in its place whole."""

import os
from pathlib import Path

import pytest

from generator.errors import CasewrightError
from generator.publish import write_file


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
