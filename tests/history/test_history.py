"""The last commit of each file, asked of real repositories."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.history import last_commits

CARDS, SLOW = "cases/kestrel/cards.yaml", "cases/wren/slow pages ü.yaml"


@pytest.fixture(autouse=True)
def calm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Git as on a machine that nobody has configured."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


def git(folder: Path, *arguments: str) -> str:
    """Runs git as a person would."""
    who = (
        "-c",
        "user.name=Ines",
        "-c",
        "user.email=ines@harborline.example",
        "-c",
        "init.defaultBranch=main",
    )
    done = subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text)


def commit(folder: Path) -> str:
    """Commits everything and says the hash as papers print it."""
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "A change")
    return git(folder, "rev-parse", "HEAD")[:8]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "team"
    folder.mkdir()
    git(folder, "init", "-q")
    return folder


def test_each_file_has_the_commit_that_touched_it_last(root: Path) -> None:
    put(root, CARDS, "1")
    put(root, SLOW, "1")
    first = commit(root)
    put(root, CARDS, "2")
    second = commit(root)
    put(root, "README.md", "x")
    commit(root)
    assert last_commits(root, [CARDS, SLOW]) == {CARDS: second, SLOW: first}
    assert last_commits(root, [SLOW]) == {SLOW: first}
    assert last_commits(root, []) == {}


def test_what_is_changed_staged_or_unknown_to_git_has_none(root: Path) -> None:
    for path in ("a.yaml", "b.yaml", "c.yaml"):
        put(root, path, "1")
    kept = commit(root)
    put(root, "a.yaml", "2")
    put(root, "b.yaml", "2")
    git(root, "add", "b.yaml")
    put(root, "d.yaml", "1")
    wanted = ["a.yaml", "b.yaml", "c.yaml", "d.yaml", "never.yaml"]
    assert last_commits(root, wanted) == {"c.yaml": kept}


def test_a_file_that_was_taken_out_of_git_and_is_ignored_now_has_none(root: Path) -> None:
    put(root, CARDS, "1")
    commit(root)
    git(root, "rm", "-q", "--cached", CARDS)
    put(root, ".gitignore", "cases/\n")
    git(root, "add", ".gitignore")
    git(root, "commit", "-qm", "Leave the cases out")
    assert last_commits(root, [CARDS]) == {}


def test_a_workspace_below_the_top_of_a_repository(root: Path) -> None:
    put(root, f"advocacy/casework/{CARDS}", "1")
    put(root, CARDS, "elsewhere")
    first = commit(root)
    put(root, CARDS, "elsewhere, later")
    commit(root)
    assert last_commits(root / "advocacy/casework", [CARDS]) == {CARDS: first}
    put(root, f"advocacy/casework/{CARDS}", "changed")
    assert last_commits(root / "advocacy/casework", [CARDS]) == {}


def test_a_renamed_file_was_touched_by_its_renaming(root: Path) -> None:
    put(root, "cases/wren/old.yaml", "1")
    commit(root)
    git(root, "mv", "cases/wren/old.yaml", "cases/wren/new.yaml")
    assert last_commits(root, ["cases/wren/new.yaml"]) == {}
    moved = commit(root)
    assert last_commits(root, ["cases/wren/new.yaml", "cases/wren/old.yaml"]) == {
        "cases/wren/new.yaml": moved
    }


def test_a_merge_is_named_only_where_it_changed_a_file_itself(root: Path) -> None:
    put(root, CARDS, "1\n2\n3\n4\n5\n6\n7\n8\n")
    put(root, SLOW, "1")
    commit(root)
    git(root, "checkout", "-qb", "side")
    put(root, SLOW, "side")
    put(root, CARDS, "side\n2\n3\n4\n5\n6\n7\n8\n")
    side = commit(root)
    git(root, "checkout", "-q", "-")
    put(root, CARDS, "1\n2\n3\n4\n5\n6\n7\nmain\n")
    commit(root)
    git(root, "merge", "-q", "--no-edit", "side")
    merge = git(root, "rev-parse", "HEAD")[:8]
    assert last_commits(root, [CARDS, SLOW]) == {CARDS: merge, SLOW: side}


def test_a_shallow_clone_answers(root: Path, tmp_path: Path) -> None:
    put(root, CARDS, "1")
    commit(root)
    put(root, "x.yaml", "1")
    newest = commit(root)
    git(tmp_path, "clone", "-q", "--depth=1", root.as_uri(), "shallow")
    assert last_commits(tmp_path / "shallow", [CARDS]) == {CARDS: newest}


def test_nothing_committed_yet(root: Path) -> None:
    put(root, CARDS, "1")
    assert last_commits(root, [CARDS]) == {}


def test_a_folder_without_git(tmp_path: Path) -> None:
    put(tmp_path / "plain", CARDS, "1")
    assert last_commits(tmp_path / "plain", [CARDS]) == {}
    assert last_commits(tmp_path / "nowhere", [CARDS]) == {}


def test_a_broken_repository(root: Path) -> None:
    put(root, CARDS, "1")
    commit(root)
    (root / ".git/HEAD").write_text("nonsense\n")
    assert last_commits(root, [CARDS]) == {}


def test_no_git_on_the_machine(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    put(root, CARDS, "1")
    commit(root)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert last_commits(root, [CARDS]) == {}


def test_somebody_elses_repository(root: Path) -> None:
    put(root, CARDS, "1")
    commit(root)
    if os.getuid() != 0:
        pytest.skip("giving files away wants root")
    for path in (root, root / ".git", *root.rglob("*")):
        os.chown(path, 12345, 12345)
    assert last_commits(root, [CARDS]) == {}


def test_the_variables_of_a_hook_do_not_lead_astray(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, CARDS, "1")
    first = commit(root)
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / "index"))
    assert last_commits(root, [CARDS]) == {CARDS: first}


def test_the_habits_of_a_persons_git_change_nothing(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, CARDS, "1")
    first = commit(root)
    habits = tmp_path / "habits"
    habits.write_text(
        "[log]\n showRoot = false\n showSignature = true\n follow = true\n decorate = full\n date = relative\n"
        "[diff]\n renames = copies\n relative = true\n noprefix = true\n external = false\n"
        "[color]\n ui = always\n[status]\n short = true\n branch = true\n relativePaths = false\n"
        "[core]\n quotePath = true\n pager = false\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(habits))
    put(root, SLOW, "1")
    assert last_commits(root, [CARDS, SLOW]) == {CARDS: first}


def test_a_program_that_the_repository_names_is_not_run(root: Path, tmp_path: Path) -> None:
    put(root, CARDS, "1")
    commit(root)
    trap, caught = tmp_path / "trap", tmp_path / "caught"
    trap.write_text(f"#!/bin/sh\ntouch {caught}\n")
    trap.chmod(0o755)
    git(root, "config", "core.fsmonitor", str(trap))
    last_commits(root, [CARDS])
    assert not caught.exists()
    git(root, "status")
    assert caught.exists(), "the control: git by itself runs it"


def test_the_repository_is_only_read(root: Path) -> None:
    put(root, CARDS, "1")
    commit(root)
    os.utime(root / CARDS, (1, 1))
    before = (root / ".git/index").read_bytes()
    last_commits(root, [CARDS])
    assert (root / ".git/index").read_bytes() == before
    git(root, "status")
    assert (root / ".git/index").read_bytes() != before, "the control: a plain status refreshes the index"


@pytest.mark.parametrize("name", [":(top)x.yaml", "-x.yaml", "*.yaml", "a\nb.yaml"])
def test_names_that_git_could_read_as_something_else(root: Path, name: str) -> None:
    put(root, name, "1")
    first = commit(root)
    put(root, "other.yaml", "1")
    commit(root)
    assert last_commits(root, [name]) == {name: first}


def test_a_git_that_does_not_end_is_left(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, CARDS, "1")
    commit(root)
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text(f"#!{shutil.which('sh')}\nexec {shutil.which('sleep')} 60\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", str(slow.parent))
    monkeypatch.setattr("generator.history.SECONDS", 0.2)
    assert last_commits(root, [CARDS]) == {}
