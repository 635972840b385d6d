"""`casewright paper --rev`: a paper as a commit has the case."""

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.reading import Read, text_of
from tests.team import CARDS, run, tree
from tests.telling_git import change, commit, git

SUMMARY = ("paper", "situation-summary", "kestrel/cards", "--no-pdf")


def printed(root: Path, out: Path, *options: str) -> str:
    """The text of our summary."""
    result = run(*SUMMARY, "-C", root, "--out", out, *options)
    assert result.exit_code == 0, result.output
    return text_of(Read(next(out.glob("*.html"))).all("body")[0])


def test_it_prints_what_the_commit_holds_and_carries_it(team: Path, tmp_path: Path) -> None:
    text = printed(team, tmp_path / "out", "--rev", "before")
    assert "13 Mar" in text and "15 Mar" not in text
    assert git(team, "rev-parse", "before")[:8] in text


def test_of_the_last_commit_it_is_the_same_paper_byte_by_byte(team: Path, tmp_path: Path) -> None:
    printed(team, tmp_path / "now")
    printed(team, tmp_path / "then", "--rev", "HEAD")
    assert tree(tmp_path / "now") == tree(tmp_path / "then")


def test_what_is_not_committed_is_not_on_it(team: Path, tmp_path: Path) -> None:
    change(team, CARDS, "Renew the certificate", "Renew it twice")
    assert "Renew it twice" not in printed(team, tmp_path / "out", "--rev", "HEAD")
    assert git(team, "status", "--porcelain").strip() == f"M {CARDS}"


def test_the_moment_is_that_of_the_commit(team: Path, tmp_path: Path) -> None:
    arguments = [*SUMMARY, "-C", str(team), "--out", str(tmp_path), "--rev", "before"]
    assert CliRunner().invoke(main, arguments, catch_exceptions=False).exit_code == 0
    assert "As of Tuesday 10 March 2026, 09:00" in text_of(Read(next(tmp_path.glob("*.html"))).all("body")[0])


def test_the_teams_templates_are_those_of_the_commit(team: Path, tmp_path: Path) -> None:
    own = team / "templates"
    own.mkdir()
    (own / "situation-summary.html").write_text(
        '{% extends "paper.html" %}{% block body %}<p>Our own</p>{% endblock %}', encoding="utf-8"
    )
    commit(team, "2026-03-11T11:00:00-04:00")
    assert "Our own" in printed(team, tmp_path / "now", "--rev", "HEAD")
    assert "Our own" not in printed(team, tmp_path / "then", "--rev", "before")


def test_a_customers_copy_is_a_draft_and_carries_no_commit(team: Path, tmp_path: Path) -> None:
    text = printed(team, tmp_path / "out", "--rev", "before", "--audience", "customer")
    assert "DRAFT" in text
    assert git(team, "rev-parse", "before")[:8] not in text


def test_the_workspace_may_lie_within_the_repository(team: Path, tmp_path: Path) -> None:
    outer = tmp_path / "outer"
    shutil.copytree(team, outer / "work", ignore=shutil.ignore_patterns(".git"))
    git(outer, "init", "-q")
    last = commit(outer, "2026-03-11T10:00:00-04:00")
    assert last[:8] in printed(outer / "work", tmp_path / "out", "--rev", "HEAD")


@pytest.mark.parametrize(
    ("rev", "said"),
    [
        ("nowhere", "There is no commit 'nowhere' here."),
        ("--help", "There is no commit '--help' here."),
        ("HEAD:cases", "There is no commit 'HEAD:cases' here."),
    ],
)
def test_what_is_no_commit_is_told(team: Path, tmp_path: Path, rev: str, said: str) -> None:
    result = run(*SUMMARY, "-C", team, "--out", tmp_path / "out", f"--rev={rev}")
    assert (result.exit_code, result.stderr.strip()) == (3, said)
    assert not (tmp_path / "out").exists()


def test_a_shallow_clone_says_that_older_commits_are_missing(team: Path, tmp_path: Path) -> None:
    old = git(team, "rev-parse", "before").strip()
    shallow = tmp_path / "shallow"
    subprocess.run(
        ["git", "clone", "-q", "--depth=1", team.as_uri(), shallow], check=True, capture_output=True
    )
    result = run(*SUMMARY, "-C", shallow, "--out", tmp_path / "out", "--rev", old)
    assert result.exit_code == 3
    assert "This clone is shallow: `git fetch --unshallow` brings the older commits." in result.stderr
    assert "15 Mar" in printed(shallow, tmp_path / "out", "--rev", "HEAD")


def test_without_git_it_is_told_and_the_plain_paper_still_prints(team: Path, tmp_path: Path) -> None:
    shutil.rmtree(team / ".git")
    result = run(*SUMMARY, "-C", team, "--out", tmp_path / "out", "--rev", "HEAD")
    assert result.exit_code == 3
    assert "Leave --rev out to print from the files as they are." in result.stderr
    assert "not committed" in printed(team, tmp_path / "out")


def test_a_commit_without_case_files_is_told(team: Path, tmp_path: Path) -> None:
    git(team, "checkout", "-q", "--orphan", "empty")
    git(team, "rm", "-rq", "--cached", ".")
    git(team, "commit", "-q", "--allow-empty", "-m", "Nothing")
    result = run(*SUMMARY, "-C", team, "--out", tmp_path, "--rev", "empty")
    assert result.exit_code == 3
    assert result.stderr.strip() == "empty holds no case files in this folder. Name a later commit."


@pytest.mark.parametrize("audience", ["internal", "customer"])
@pytest.mark.parametrize("paper", ["update", "situation-summary", "chronology", "agenda"])
def test_it_is_the_paper_that_a_checkout_of_the_commit_prints(
    team: Path, tmp_path: Path, paper: str, audience: str
) -> None:
    git(team, "worktree", "add", "-q", "--detach", str(tmp_path / "tree"), "before")
    asked = ("paper", paper, "kestrel/cards", "--no-pdf", "--audience", audience)
    for root, out, options in ((tmp_path / "tree", "there", ()), (team, "here", ("--rev", "before"))):
        assert run(*asked, "-C", root, "--out", tmp_path / out, *options).exit_code == 0
    assert tree(tmp_path / "there") == tree(tmp_path / "here")


def test_an_object_that_stands_for_another_is_not_taken_for_it(team: Path, tmp_path: Path) -> None:
    git(team, "replace", "before^{tree}", "HEAD^{tree}")
    text = printed(team, tmp_path / "out", "--rev", "before")
    assert "13 Mar" in text and "15 Mar" not in text


def test_content_that_a_partial_clone_left_out_is_told(team: Path, tmp_path: Path) -> None:
    git(team, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--filter=blob:none", team.as_uri(), str(clone))
    shutil.move(team, tmp_path / "gone")
    result = run(*SUMMARY, "-C", clone, "--out", tmp_path / "out", "--rev", "before")
    assert result.exit_code == 3
    assert "This clone left the content of older files out" in result.stderr
