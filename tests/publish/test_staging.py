"""The whole site or nothing: what a build leaves at its target and beside it."""

import json
import os
import stat
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from generator.errors import CasewrightError
from generator.publish import MANIFEST, Claim, previous, staging
from generator.publish import switch as switching
from generator.publish.target import IGNORE_BYTES

INSIDE = Claim("internal")
PAGES = {"index.html": b"<p>one</p>", "cases/kestrel/cards.html": b"<p>cards</p>"}


def build(
    target: Path, pages: Mapping[str, bytes] = PAGES, claim: Claim = INSIDE, root: Path | None = None
) -> None:
    """One build from the first byte to the last."""
    with staging(target, claim, root) as stage:
        for name, data in pages.items():
            stage.write(name, data)
        stage.publish()


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def hidden(target: Path) -> list[Path]:
    """What stands hidden beside a target."""
    return sorted(target.parent.glob(f".{target.name}-*"))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "site"


def test_a_build_holds_its_pages_its_manifest_and_what_keeps_it_out_of_git(
    target: Path, repository: Path
) -> None:
    build(target)
    assert {name: data for name, data in tree(target).items() if name in PAGES} == PAGES
    assert set(tree(target)) == {*PAGES, MANIFEST, ".gitignore"}
    assert (target / ".gitignore").read_bytes() == (repository / "site/.gitignore").read_bytes()
    assert hidden(target) == []


def test_the_manifest_names_every_file_sorted_with_its_hash_and_size(target: Path) -> None:
    build(target)
    manifest = json.loads((target / MANIFEST).read_bytes())
    assert (manifest["audience"], manifest["customer"]) == ("internal", None)
    assert list(manifest["files"]) == sorted([*PAGES, ".gitignore"])
    for name, recorded in manifest["files"].items():
        data = (target / name).read_bytes()
        assert recorded == {"sha256": sha256(data).hexdigest(), "size": len(data)}


def test_the_same_files_give_the_same_manifest_in_whatever_order_they_come(tmp_path: Path) -> None:
    build(tmp_path / "one")
    build(tmp_path / "two", dict(reversed(PAGES.items())))
    assert (tmp_path / "one" / MANIFEST).read_bytes() == (tmp_path / "two" / MANIFEST).read_bytes()


def test_the_hashes_of_a_build_can_be_asked_for_by_its_own_claim_only(target: Path) -> None:
    assert previous(target, INSIDE) == {}
    build(target)
    assert previous(target, INSIDE)["index.html"] == sha256(PAGES["index.html"]).hexdigest()
    assert previous(target, Claim("customer", "kestrel")) == {}
    (target / MANIFEST).write_text("{")
    assert previous(target, INSIDE) == {}


def test_a_second_build_takes_the_place_of_the_first_which_stays_until_the_third(target: Path) -> None:
    build(target, {"index.html": b"1", "gone.html": b"1"})
    first = tree(target)
    build(target, {"index.html": b"2"})
    assert set(tree(target)) == {"index.html", MANIFEST, ".gitignore"}
    (kept,) = hidden(target)
    assert tree(kept) == first
    second = tree(target)
    build(target, {"index.html": b"3"})
    (kept,) = hidden(target)
    assert tree(kept) == second


def test_a_folder_opened_before_the_switch_still_holds_the_whole_tree_before(target: Path) -> None:
    build(target, {"index.html": b"1", "other.html": b"1"})
    handle = os.open(target, os.O_RDONLY)
    build(target, {"index.html": b"2", "other.html": b"2"})
    for name in ("index.html", "other.html"):
        descriptor = os.open(name, os.O_RDONLY, dir_fd=handle)
        assert os.read(descriptor, 9) == b"1"
        os.close(descriptor)
    os.close(handle)


def test_a_build_that_fails_leaves_the_target_and_nothing_beside_it(target: Path) -> None:
    build(target)
    before = tree(target)
    with pytest.raises(ZeroDivisionError), staging(target, INSIDE) as stage:
        stage.write("index.html", b"half")
        raise ZeroDivisionError
    assert tree(target) == before
    assert hidden(target) == []


def test_a_build_that_is_never_published_leaves_no_target(target: Path) -> None:
    with staging(target, INSIDE) as stage:
        stage.write("index.html", b"unseen")
        assert not target.exists()
    assert list(target.parent.iterdir()) == []


def test_what_a_killed_build_left_is_swept_and_what_a_living_one_holds_is_not(target: Path) -> None:
    build(target)
    dead = target.parent / ".site-0123456789abcdef.casewright"
    (dead / "cases").mkdir(parents=True)
    (dead / "cases" / "half.html").write_bytes(b"half")
    with staging(target, INSIDE) as living:
        living.write("index.html", b"living")
        dead_too = target.parent / ".site-fedcba9876543210.casewright"
        build(target)
        assert living.folder.is_dir()
        dead_too.mkdir()
        living.publish()
    assert (target / "index.html").read_bytes() == b"living"
    for _ in range(2):
        build(target)
    assert len(hidden(target)) == 1
    assert not dead.exists()


@pytest.mark.parametrize(
    "name", [".site-notes", ".sites-0123456789abcdef.casewright", ".site-0123.casewright"]
)
def test_the_sweep_touches_nothing_but_its_own_names(target: Path, name: str) -> None:
    (target.parent / name).mkdir()
    for _ in range(3):
        build(target)
    assert (target.parent / name).is_dir()


def test_a_link_with_the_name_of_a_leftover_is_not_followed(target: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "diary").write_bytes(b"dear")
    (tmp_path / ".site-0123456789abcdef.casewright").symlink_to(precious)
    for _ in range(3):
        build(target)
    assert (precious / "diary").read_bytes() == b"dear"


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077, 0o777])
def test_modes_do_not_hang_on_the_umask(tmp_path: Path, mask: int) -> None:
    target = tmp_path / "new" / "site"
    before = os.umask(mask)
    try:
        build(target)
    finally:
        os.umask(before)
    for path in (target.parent, target, *target.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644), path


@pytest.mark.parametrize(
    "name",
    ["../out.html", "/etc/x", "a/../../x", "..", ".", "", "a//b", "./a", "a\\b", "a\0b", "a\nb", "\ud800"],
)
def test_a_path_that_leaves_the_folder_or_is_not_plain_is_refused(target: Path, name: str) -> None:
    with pytest.raises(CasewrightError), staging(target, INSIDE) as stage:
        stage.write(name, b"x")
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("name", [MANIFEST, ".gitignore", "index.html"])
def test_a_name_is_given_only_once(target: Path, name: str) -> None:
    with pytest.raises(CasewrightError, match=name), staging(target, INSIDE) as stage:
        stage.write("index.html", b"x")
        stage.write(name, b"x")


def test_a_file_where_another_page_wants_a_folder_is_told(target: Path) -> None:
    with pytest.raises(CasewrightError, match=r"failed"), staging(target, INSIDE) as stage:
        stage.write("cases", b"x")
        stage.write("cases/kestrel.html", b"x")


def test_without_an_exchange_two_renames_do_the_same(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switching, "renameat2", lambda: None)
    build(target, {"index.html": b"1"})
    build(target, {"index.html": b"2"})
    assert (target / "index.html").read_bytes() == b"2"
    (kept,) = hidden(target)
    assert (kept / "index.html").read_bytes() == b"1"
    build(target, {"index.html": b"3"})
    (kept,) = hidden(target)
    assert (kept / "index.html").read_bytes() == b"2"


def test_a_run_killed_between_the_two_renames_is_mended_by_the_next(target: Path) -> None:
    build(target, {"index.html": b"1"})
    target.rename(target.parent / ".site-0123456789abcdef.before.casewright")
    with pytest.raises(ZeroDivisionError), staging(target, INSIDE):
        assert (target / "index.html").read_bytes() == b"1"
        raise ZeroDivisionError
    assert (target / "index.html").read_bytes() == b"1"
    assert hidden(target) == []


def test_a_fresh_clone_stays_clean(target: Path) -> None:
    target.mkdir()
    (target / ".gitignore").write_bytes(IGNORE_BYTES)
    build(target)
    assert (target / ".gitignore").read_bytes() == IGNORE_BYTES
