"""`casewright check --base`: a change fails on what it brings, and hears of the rest apart."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.gate.repository import CARDS, MAILS, break_mails, brought, check, commit, entries, git, replace
from tests.team import run

UNKNOWN = (MAILS, "person-unknown")


def before(root: Path, base: str = "main") -> list[tuple[str, str]]:
    found = entries(root, base=base)
    return [(one["path"], one["code"]) for one in found if one["before"] and one["severity"] == "error"]


def test_what_was_there_before_fails_nothing(team: Path) -> None:
    assert run("check", "-C", team).exit_code == 1
    result = check(team)
    assert result.exit_code == 0
    assert "There before this change, compared with main:" in result.stdout
    assert "The change brings no finding; " in result.stdout
    assert before(team)


def test_what_the_change_brings_fails_and_stands_first(team: Path) -> None:
    break_mails(team)
    result = check(team, "--output-format", "concise")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    told = [line.endswith("(was there before)") for line in lines]
    assert told == sorted(told) and any(told) and not all(told)
    assert "person-unknown" in result.stdout and "person-unknown" not in "".join(
        line for line, earlier in zip(lines, told, strict=True) if earlier
    )


def test_a_second_fault_of_the_same_words_is_brought(team: Path) -> None:
    replace(team, CARDS, "serves: [C9]", "serves: [C9, C9]")
    assert len(brought(team)) == 1 and len(before(team)) == 1


def test_lines_that_move_bring_nothing(team: Path) -> None:
    file = team / CARDS
    file.write_text("# A comment.\n\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert brought(team) == []
    assert check(team).exit_code == 0


def test_a_change_elsewhere_that_breaks_a_case_is_brought(team: Path) -> None:
    replace(team, "contacts.yaml", "joel: {name", "noel: {name")
    assert any(path == CARDS for path, _ in brought(team))


@pytest.mark.parametrize("committed", [True, False])
@pytest.mark.parametrize("target", ["cases/kestrel/terminals.yaml", "cases/wren/cards.yaml"])
def test_a_renamed_or_moved_case_brings_only_what_is_new(team: Path, target: str, committed: bool) -> None:
    commit(team, "Base")
    git(team, "tag", "start")
    git(team, "mv", CARDS, target)
    if committed:
        commit(team, "Move the case")
    earlier = [path for path, _ in before(team, "start")]
    assert target in earlier
    codes = {code for path, code in brought(team, base="start") if path == target}
    assert "purpose-unknown" not in codes
    if target.startswith("cases/kestrel"):
        assert not codes


def test_a_case_that_is_deleted_brings_nothing(team: Path) -> None:
    git(team, "rm", "--quiet", CARDS)
    assert brought(team) == []
    assert before(team) == []


def test_a_customer_that_is_deleted_upstream_is_told_of_the_case_that_is_left(team: Path) -> None:
    (team / "cases/wren/customer.yaml").unlink()
    result = check(team)
    assert "Traceback" not in result.output
    assert "cases/wren" in result.stdout


@pytest.mark.parametrize("mark", ["\ufeff", "CRLF"])
def test_line_ends_and_a_mark_at_the_start_bring_nothing(team: Path, mark: str) -> None:
    file = team / CARDS
    text = file.read_text(encoding="utf-8")
    changed = text.replace("\n", "\r\n") if mark == "CRLF" else mark + text
    file.write_bytes(changed.encode())
    assert brought(team) == []


def test_a_tab_is_brought_with_its_line(team: Path) -> None:
    replace(team, MAILS, "advocate: ines", "engagement:\n\tfailed: nobody rang back")
    result = check(team)
    assert result.exit_code == 1
    assert f"{MAILS}:4" in result.stdout


def test_a_conflict_mid_merge_is_a_finding_that_the_change_brings(team: Path) -> None:
    git(team, "switch", "--quiet", "--create", "side")
    replace(team, MAILS, "Mails arrive an hour late", "Mails arrive two hours late")
    commit(team, "Two")
    git(team, "switch", "--quiet", "main")
    replace(team, MAILS, "Mails arrive an hour late", "Mails arrive a day late")
    commit(team, "A day")
    git(team, "switch", "--quiet", "side")
    git(team, "merge", "main", fails=True)
    assert "<<<<<<<" in (team / MAILS).read_text(encoding="utf-8")
    assert [path for path, _ in brought(team)] == [MAILS]
    git(team, "merge", "--abort")
    git(team, "rebase", "main", fails=True)
    assert "<<<<<<<" in (team / MAILS).read_text(encoding="utf-8")
    assert [path for path, _ in brought(team)] == [MAILS]


def test_what_the_other_side_of_a_merge_had_is_no_fault_of_the_merge(team: Path) -> None:
    """The hook of pre-commit runs before the commit of a merge that had a conflict."""
    git(team, "switch", "--quiet", "--create", "side")
    replace(team, MAILS, "Mails arrive an hour late", "Mails arrive two hours late")
    commit(team, "Two")
    git(team, "switch", "--quiet", "main")
    break_mails(team)
    replace(team, MAILS, "Mails arrive an hour late", "Mails arrive a day late")
    commit(team, "Break it, and past the hook")
    git(team, "switch", "--quiet", "side")
    git(team, "merge", "main", fails=True)
    git(team, "checkout", "--quiet", "--theirs", MAILS)
    assert brought(team, base="HEAD") == [] == brought(team, base="main")
    assert UNKNOWN in before(team, "HEAD")
    replace(team, CARDS, "serves: [C9]", "serves: [C9, C9]")
    assert [path for path, _ in brought(team, base="HEAD")] == [CARDS]


def test_a_detached_head_is_compared_like_any_other(team: Path) -> None:
    git(team, "switch", "--quiet", "--detach")
    break_mails(team)
    assert UNKNOWN in brought(team)


def test_nothing_committed_yet_means_that_everything_is_new(team: Path) -> None:
    shutil.rmtree(team / ".git")
    git(team, "init", "--quiet")
    result = check(team, base="HEAD")
    assert result.exit_code == 1
    assert (
        "No workspace is committed in HEAD yet, so every finding counts as brought by this change."
        in result.stderr
    )


def test_what_main_brought_meanwhile_is_no_fault_of_the_change(team: Path) -> None:
    git(team, "switch", "--quiet", "--create", "side")
    commit(team, "Nothing")
    git(team, "switch", "--quiet", "main")
    replace(team, CARDS, "serves: [C9]", "serves: [C1]")
    commit(team, "Mend")
    git(team, "switch", "--quiet", "side")
    assert brought(team) == []


@pytest.mark.parametrize("name", ["büro/ä-fix", "a'b;$(id)&", "-x", 'say"yes"', "--output=x", "ümlaut@home"])
def test_odd_names_of_branches_are_names(team: Path, name: str) -> None:
    first = git(team, "rev-parse", "HEAD").strip()
    git(team, "update-ref", f"refs/heads/{name}", first)
    break_mails(team)
    result = run("check", "-C", team, f"--base={name}", "--output-format", "github")
    assert result.exit_code == 1
    assert f"compared with {name}" in result.stdout
    assert sorted(path.name for path in team.iterdir()) == [
        ".git",
        "cases",
        "casewright.yaml",
        "contacts.yaml",
    ]


@pytest.mark.parametrize("name", ["nowhere", "--output=x", "a b", "", "HEAD:cases", "\x1b[31m", "main..side"])
def test_a_commit_that_is_not_there_is_said_in_a_sentence(team: Path, name: str) -> None:
    result = run("check", "-C", team, f"--base={name}")
    assert result.exit_code == 3
    assert result.stderr.startswith("There is no commit ") and "\x1b" not in result.stderr
    assert result.stdout == ""


def test_a_shallow_clone_says_what_is_missing(team: Path, tmp_path: Path) -> None:
    first = git(team, "rev-parse", "HEAD").strip()
    break_mails(team)
    commit(team, "Break it")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{team}", str(clone))
    result = check(clone, base=first)
    assert result.exit_code == 3
    assert "shallow" in result.stderr and "git fetch --unshallow" in result.stderr
    git(clone, "fetch", "--quiet", "--depth=1", "origin", first)
    assert "fetch-depth: 0" in check(clone, base=first).stderr


def test_a_folder_without_git_says_so(team: Path) -> None:
    shutil.rmtree(team / ".git")
    result = check(team)
    assert result.exit_code == 3
    assert "Without --base the check works all the same." in result.stderr


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="giving a folder away wants root")
def test_a_repository_of_another_user_says_how_to_trust_it(team: Path) -> None:
    for path in (team, *team.rglob("*")):
        os.chown(path, 65534, 65534)
    result = check(team)
    assert result.exit_code == 3
    assert "belongs to another user" in result.stderr


def test_a_submodule_is_named_and_its_findings_count_as_new(team: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(team / "cases/wren", other)
    git(other, "init", "--quiet")
    commit(other, "Begin")
    git(team, "submodule", "--quiet", "add", f"file://{other}", "cases/heron")
    result = check(team)
    assert "cases/heron is a repository of its own (a submodule)" in result.stderr
    assert "Traceback" not in result.output


def test_a_workspace_within_a_submodule_is_one(team: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    whole.mkdir()
    git(whole, "init", "--quiet")
    git(whole, "submodule", "--quiet", "add", f"file://{team}", "team")
    commit(whole, "Take the team in")
    break_mails(whole / "team")
    assert UNKNOWN in brought(whole / "team", base="HEAD")


def test_a_workspace_below_the_top_of_its_repository(team: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    shutil.copytree(team, whole / "docs" / "team", ignore=shutil.ignore_patterns(".git"))
    git(whole, "init", "--quiet")
    commit(whole, "Begin")
    git(whole, "mv", f"docs/team/{CARDS}", "docs/team/cases/kestrel/terminals.yaml")
    assert brought(whole / "docs" / "team", base="HEAD") == []


def test_the_change_and_the_index_are_left_as_they_are(team: Path) -> None:
    break_mails(team)
    status = git(team, "status", "--porcelain")
    check(team)
    assert git(team, "status", "--porcelain") == status


def test_it_goes_with_no_question_of_what_would_be(team: Path) -> None:
    result = check(team, "--case", "kestrel/mails", "--as-if", "closed")
    assert result.exit_code == 2


def test_github_annotates_only_what_the_change_brings(team: Path) -> None:
    break_mails(team)
    lines = check(team, "--output-format", "github").stdout.splitlines()
    annotated = [line for line in lines if line.startswith("::")]
    assert annotated and all(f"file={MAILS}" in line for line in annotated)
    at = lines.index("There before this change, compared with main:")
    assert all(line.startswith("- ") for line in lines[at + 1 : -1]) and len(lines) > at + 2


def test_gitlab_hears_of_the_rest_as_information(team: Path) -> None:
    break_mails(team)
    told = json.loads(check(team, "--output-format", "gitlab").stdout)
    earlier = [one["description"].startswith("Was there before: ") for one in told]
    assert earlier == sorted(earlier) and any(earlier) and not all(earlier)
    assert {one["severity"] for one, was in zip(told, earlier, strict=True) if was} == {"info"}


def test_sarif_says_the_state_of_each_result(team: Path) -> None:
    break_mails(team)
    told = json.loads(check(team, "--output-format", "sarif").stdout)["runs"][0]["results"]
    assert {one["baselineState"] for one in told} == {"new", "unchanged"}


def test_junit_keeps_the_rest_in_a_suite_of_its_own(team: Path) -> None:
    break_mails(team)
    root = ElementTree.fromstring(check(team, "--output-format", "junit").stdout)
    suites = {suite.get("name"): suite for suite in root}
    assert set(suites) == {"casewright check", "casewright check: was there before"}
    assert suites["casewright check"].get("failures") != "0"
    assert suites["casewright check: was there before"].get("failures") == "0"
    assert int(root.get("tests", "0")) == sum(len(suite) for suite in suites.values())


def test_the_real_process_needs_no_pango(team: Path) -> None:
    """Whoever checks in a hook has only Python: the engine must not even be looked for."""
    code = "import sys; sys.modules['weasyprint'] = None; from generator.cli import main; main()"
    command = [sys.executable, "-c", code, "check", "-C", str(team), "--base", "HEAD"]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)
    assert ran.returncode == 0, ran.stderr
