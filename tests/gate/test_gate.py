"""`casewright gate`: a change checked, told in words, and the papers it changes made, for members and for strangers."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import Result

from generator.finding import Finding, Place, Severity
from generator.report import FORMATS, Report
from generator.report.gitlab import job_log
from generator.report.summary import Change, summary
from tests.gate.repository import CARDS, MAILS, break_mails, commit, git, replace
from tests.team import make_team, run

RUN = {
    "GITHUB_ACTIONS": "true",
    "GITHUB_SERVER_URL": "https://git.harborline.example",
    "GITHUB_REPOSITORY": "harborline/cases",
    "GITHUB_SHA": "abc123",
    "GITHUB_RUN_ID": "42",
}
MEBIBYTE = 1_048_576


def gate(root: Path, *options: str, base: str = "main") -> Result:
    named = ["--base", base] if base else []
    return run("gate", "-C", root, *named, "--out", out(root), "--no-pdf", "--jobs", "1", *options)


def out(root: Path) -> Path:
    return root.parent / "review"


def papers(root: Path) -> set[str]:
    folder = out(root) / "papers"
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def told(root: Path) -> str:
    return (out(root) / "summary.md").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def no_host(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' own run must not look like the one that they are about."""
    for name in (*RUN, "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)


def test_a_change_to_one_case_makes_the_papers_of_that_case_alone(team: Path) -> None:
    replace(team, MAILS, "Mails arrive an hour late", "Mails arrive two hours late")
    result = gate(team)
    assert result.exit_code == 0, result.output
    made = papers(team)
    assert "cases/kestrel/mails/kestrel-mails-update.internal.html" in made
    assert not [path for path in made if "cards" in path or "wren" in path]
    assert "two hours late" in told(team) and "## What changes" in told(team)
    assert (out(team) / "changes.html").is_file()


def test_a_change_of_nothing_that_is_printed_makes_no_paper(team: Path) -> None:
    file = team / CARDS
    file.write_text("# Only a comment.\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    commit(team, "Comment")
    assert gate(team, base="HEAD~1").exit_code == 0
    assert not (out(team) / "papers").exists()
    assert "Nothing changed in the case files." in told(team)


def test_a_change_of_a_name_makes_every_paper_that_says_it(team: Path) -> None:
    replace(team, "contacts.yaml", "Joel Park", "Joel Parker")
    gate(team)
    made = papers(team)
    assert any("kestrel-cards" in path for path in made)
    assert "who-to-call/who-to-call.internal.html" in made


def test_a_change_of_a_template_makes_the_papers_it_lays_out(team: Path) -> None:
    (team / "templates").mkdir()
    (team / "templates/update.html").write_text("<p>{{ case.title }}</p>", encoding="utf-8")
    gate(team)
    made = {re.sub(r".*/", "", path) for path in papers(team)}
    assert "kestrel-mails-update.internal.html" in made and "slow-pages-update" in "".join(made)
    assert all("update" in name or "meeting-pack" in name for name in made)


def test_what_the_change_brings_stops_it_and_stands_first(team: Path) -> None:
    break_mails(team)
    assert gate(team).exit_code == 1
    lines = told(team).splitlines()
    assert lines[0].startswith("## The change brings 1 error")
    assert lines[2].startswith("- **error** ") and "`person-unknown`" in lines[2]
    assert (
        told(team).index("person-unknown")
        < told(team).index("<details>")
        < told(team).index("purpose-unknown")
    )
    every = json.loads((out(team) / "findings.json").read_text(encoding="utf-8"))
    assert {one["code"] for one in every} >= {"person-unknown", "purpose-unknown"}


def test_on_github_places_are_links_and_the_rest_is_counted_and_linked(
    team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in RUN.items():
        monkeypatch.setenv(name, value)
    people = ", ".join(f"nobody{number}" for number in range(15))
    replace(team, CARDS, "plan, attendees: [dana, ines]", f"plan, attendees: [{people}]")
    result = gate(team, "--host", "github")
    assert result.exit_code == 1
    commands = [line for line in result.stdout.splitlines() if line.startswith("::error ")]
    assert len(commands) == 10
    page = "https://git.harborline.example/harborline/cases/actions/runs/42"
    assert f"beyond what GitHub shows as annotations (all stand in {page}):" in result.stdout
    assert f"(https://git.harborline.example/harborline/cases/blob/abc123/{CARDS}#L" in told(team)
    assert all(f"nobody{number}" in told(team) for number in range(15))


def test_gitlab_finds_its_report_in_the_folder(team: Path) -> None:
    break_mails(team)
    gate(team, "--host", "gitlab")
    entries = json.loads((out(team) / "codequality.json").read_text(encoding="utf-8"))
    assert entries[0]["check_name"] == "person-unknown"
    assert len({one["fingerprint"] for one in entries}) == len(entries)


def test_without_a_base_it_checks_everything_and_makes_no_paper(team: Path) -> None:
    assert gate(team, base="").exit_code == 1
    assert "purpose-unknown" in told(team) and not (out(team) / "papers").exists()


def test_a_first_commit_that_is_not_made_yet_brings_everything(team: Path) -> None:
    shutil.rmtree(team / ".git")
    git(team, "init", "--quiet")
    assert gate(team, base="HEAD").exit_code == 1
    assert "No workspace is committed in HEAD yet" in told(team) and papers(team)


def stranger(team: Path) -> None:
    """What a stranger may try: settings that hide, templates of their own, a link out of the workspace."""
    (team / "casewright.yaml").write_text("organisation: Evil Twins\ntimezone: UTC\n", encoding="utf-8")
    (team / "templates").mkdir()
    (team / "templates/update.html").write_text("<p>owned</p>", encoding="utf-8")
    (team / "cases/kestrel/secret.yaml").symlink_to("/etc/passwd")
    replace(team, MAILS, "Mails arrive an hour late", "Mails arrive two hours late")
    commit(team, "A kind contribution")


def test_a_strangers_change_is_read_with_our_settings_and_our_templates(team: Path) -> None:
    stranger(team)
    result = gate(team, "--from-outside", base="HEAD~1")
    assert result.exit_code == 0, result.output
    assert "This change comes from outside the team" in told(team) and "outside the team" in result.stderr
    made = papers(team)
    assert made and not [path for path in made if "mails" not in path]
    pages = "".join(path.read_text(encoding="utf-8") for path in out(team).rglob("*.html"))
    assert "two hours late" in pages
    assert not [word for word in ("owned", "Evil Twins", "root:") if word in pages]
    assert "DRAFT" in pages.upper()


def test_a_members_change_is_read_with_its_own_templates(team: Path) -> None:
    stranger(team)
    (team / "cases/kestrel/secret.yaml").unlink()
    gate(team, base="HEAD~1")
    pages = "".join(path.read_text(encoding="utf-8") for path in out(team).rglob("*update*.html"))
    assert "owned" in pages


def test_a_stranger_gets_no_paper_without_the_stamp(team: Path) -> None:
    """Whatever a stranger writes, no house paper and nothing that looks issued comes of it."""
    replace(team, "contacts.yaml", "Joel Park", "Joel Parker")
    commit(team, "Rename")
    gate(team, "--from-outside", base="HEAD~1")
    assert papers(team) and not [path for path in papers(team) if not path.startswith("cases/")]


def test_it_wants_a_new_folder_and_whose_house_it_is(team: Path) -> None:
    out(team).mkdir()
    (out(team) / "old").write_text("")
    assert gate(team).exit_code == 2
    shutil.rmtree(out(team))
    assert gate(team, "--from-outside", base="").exit_code == 2
    assert not out(team).exists()


def test_it_writes_nothing_else(team: Path) -> None:
    break_mails(team)
    status = git(team, "status", "--porcelain", "--ignored")
    gate(team)
    assert git(team, "status", "--porcelain", "--ignored") == status


def test_a_customers_paper_that_would_leak_is_withheld(team: Path) -> None:
    replace(team, "contacts.yaml", "areas:", "areas: [")
    result = gate(team)
    assert result.exit_code == 1
    assert not [path for path in papers(team) if ".customer." in path]
    assert "No paper for a customer was made" in told(team)


def leaking(team: Path) -> None:
    """A template of the team's own that says to everybody what settings call internal."""
    (team / "templates").mkdir(exist_ok=True)
    (team / "templates/agenda.html").write_text("<p>See wiki.corp.harborline.example.</p>", encoding="utf-8")


@pytest.fixture
def guarded(team: Path) -> Path:
    """The team with an address that no customer may read."""
    settings = team / "casewright.yaml"
    text = settings.read_text(encoding="utf-8") + "leaks: {domains: [corp.harborline.example]}\n"
    settings.write_text(text, encoding="utf-8")
    commit(team, "Guard")
    return team


def test_a_leak_that_only_the_finished_papers_show_stops_the_change(guarded: Path) -> None:
    leaking(guarded)
    result = gate(guarded)
    assert result.exit_code == 1, result.output
    assert "`leak`" in told(guarded).partition("<details>")[0]
    assert not [path for path in papers(guarded) if ".customer." in path]
    every = json.loads((out(guarded) / "findings.json").read_text(encoding="utf-8"))
    assert "leak" in {one["code"] for one in every}


def test_a_leak_counts_where_the_templates_of_before_do_not_hold(guarded: Path) -> None:
    (guarded / "templates").mkdir()
    (guarded / "templates/agenda.html").write_text("<p>{{ broken", encoding="utf-8")
    commit(guarded, "Past the gate")
    leaking(guarded)
    assert gate(guarded).exit_code == 1
    assert "`leak`" in told(guarded).partition("<details>")[0]


def test_a_leak_that_was_there_before_stops_no_other_change(guarded: Path) -> None:
    leaking(guarded)
    commit(guarded, "Past the gate")
    (guarded / "templates/agenda.html").write_text(
        "<p>See wiki.corp.harborline.example now.</p>", encoding="utf-8"
    )
    result = gate(guarded)
    assert result.exit_code == 0, result.output
    assert "`leak`" in told(guarded).partition("<details>")[2]


def test_the_summary_of_a_huge_change_stays_within_what_github_takes() -> None:
    text = "\N{PILE OF POO}" * 200
    found = [
        Finding(
            "person-unknown", Severity.ERROR, Place(f"cases/a/{n}.yaml", n + 1), f"{text} {n}.", "Mend it."
        )
        for n in range(3_000)
    ]
    change = Change(
        Report(found, {}, frozenset(found), before=frozenset(found[1_500:])), [], ["p" * 200] * 9_000, []
    )
    made = summary(change)
    assert len(made.encode()) < MEBIBYTE
    assert re.findall(r"- ([\d,]+) more stand in the files of this run", made)
    assert made.startswith("## The change brings 1,500 errors; 1,500 findings were there before")


def many(number: int) -> Report:
    """Notices, and the one error last of them."""
    found = [
        Finding(
            "person-unknown", Severity.NOTICE, Place(f"cases/a/{n}.yaml", n + 1), "Nobody. " * 90, "Mend it."
        )
        for n in range(number)
    ]
    worst = Finding("person-unknown", Severity.ERROR, Place("cases/z/z.yaml", 1), "The worst.", "Mend it.")
    return Report([*found, worst], {}, frozenset([worst]))


def test_the_log_of_a_job_stays_within_what_gitlab_keeps_and_ends_with_the_count() -> None:
    lines = job_log(many(5_000)).splitlines()
    assert len("\n".join(lines).encode()) < 4 * MEBIBYTE
    assert lines[0] == "cases/z/z.yaml:1:1: error[person-unknown]: The worst."
    left = re.fullmatch(r"- ([\d,]+) more stand in the files of this run .*", lines[-2])
    assert left and int(left[1].replace(",", "")) + len(lines) - 2 == 5_001
    assert lines[-1].startswith("1 error, 5,000 notices")
    assert job_log(many(3)) == FORMATS["full"](many(3))


def test_many_notes_stay_within_the_summary() -> None:
    made = summary(Change(many(1), [], [], ["A submodule is a repository of its own. " * 20] * 5_000))
    assert len(made.encode()) < MEBIBYTE and "more stand in the files" in made


def test_nothing_typed_becomes_markup_in_the_summary() -> None:
    hostile = "</details><img src=x> @everyone [a](https://evil.example) `x`"
    one = Finding("person-unknown", Severity.ERROR, Place("cases/a|b](x).yaml", 3), hostile, "Mend it.")
    made = summary(Change(Report([one], {}), [], [], [], "https://git.harborline.example/x/blob/1/"))
    assert not re.findall(r"(?<!\\)[<>]|@everyone|(?<!\\)\]\(https://evil", made)


@pytest.mark.parametrize("option", ["--no-pdf", "--from-outside"])
def test_a_workspace_that_is_new_as_a_whole_is_a_change_too(tmp_path: Path, option: str) -> None:
    root = tmp_path / "team"
    root.mkdir()
    git(root, "init", "--quiet", "--initial-branch=main")
    (root / "templates").mkdir()
    (root / "templates/README.md").write_text("Ours.", encoding="utf-8")
    commit(root, "Nothing yet")
    make_team(root)
    commit(root, "Begin")
    result = gate(root, option, base="HEAD~1")
    assert result.exit_code == 0, result.output
    assert any("kestrel-mails-update" in path for path in papers(root))
    assert "0 findings were there before" in told(root)
