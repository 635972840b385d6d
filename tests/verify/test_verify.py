"""What `casewright verify` says of a paper: read from the file, held against the record, the case and git."""

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import Result

from generator import history
from generator.audience.sealing import fingerprint
from tests.issuing import CASE, case_file, edit, issue, print_paper, seal
from tests.team import run

WHO = ("-c", "user.name=Ines", "-c", "user.email=ines@harborline.example", "-c", "init.defaultBranch=main")


@pytest.fixture(autouse=True)
def calm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Git as on a machine that nobody has configured, which sees no repository above the test's folder."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *WHO, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(root: Path) -> str:
    """Commits everything; the hash as papers print it."""
    if not (root / ".git").exists():
        git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "A change", "--allow-empty")
    return git(root, "rev-parse", "HEAD")[:8]


def verify(root: Path, paper: Path, exit_code: int = 0) -> str:
    """What the command says of a paper."""
    result: Result = run("verify", paper, "-C", root)
    assert result.exit_code == exit_code, result.output
    return result.stdout


def test_an_issued_paper_holds_in_both_forms(team: Path, tmp_path: Path) -> None:
    issue(team, "situation-summary", "--to", "dana")
    page = print_paper(team, tmp_path / "out", "--pdf")
    mark = fingerprint(seal(team).read_bytes())
    for paper in (page, page.with_suffix(".pdf")):
        said = verify(team, paper)
        assert said.startswith("Situation summary of kestrel/cards, version 1, the customer's copy.\n")
        assert f"As of 2026-03-11 14:30 -0400, fingerprint {mark}.\n" in said
        assert "It is what was issued on 11 March 14:30 to dana.\n" in said
        assert "It says what the case says now.\n" in said
        assert "There is no git history here" in said


def test_a_paper_that_moved_and_was_renamed_is_known_by_what_is_in_it(team: Path, tmp_path: Path) -> None:
    issue(team)
    moved = print_paper(team, tmp_path / "out").rename(tmp_path / "Download (3).html")
    assert "version 1, the customer's copy" in verify(team, moved)


def test_what_changed_since_is_told_and_the_issued_paper_still_holds(team: Path, tmp_path: Path) -> None:
    issue(team)
    paper = print_paper(team, tmp_path / "out")
    edit(team, "due: 2026-03-13", "due: 2026-03-16")
    said = verify(team, paper)
    assert "It is what was issued on 11 March 14:30." in said
    assert (
        "The case changed since version 1 was issued:\n  actions, A1 Renew the certificate: due 2026-03-16"
        in said
    )
    edit(team, "silver_lining: [Cash sales went on.]", "silver_lining: [Nobody was hurt.]")
    said = verify(team, paper)
    assert (
        "  new in silver lining: Nobody was hurt.\n  no longer in silver lining: Cash sales went on.\n"
        in said
    )
    issue(team, "situation-summary", "--as-of", "2026-03-11T16:00-04:00")
    said = verify(team, paper)
    assert "It was replaced: version 2 was issued on 11 March 16:00." in said


def test_a_draft_holds_only_as_long_as_the_case_stays(team: Path, tmp_path: Path) -> None:
    paper = print_paper(team, tmp_path / "out")
    said = verify(team, paper)
    assert "version 1, a draft, the customer's copy" in said and "It is a draft, which nobody issued." in said
    issue(team)
    assert "It is a draft; the same data were issued on 11 March 14:30." in verify(team, paper)
    edit(team, "due: 2026-03-13", "due: 2026-03-16")
    other = print_paper(team, tmp_path / "other")
    edit(team, "due: 2026-03-16", "due: 2026-03-17")
    assert "The case says something else now." in verify(team, other, exit_code=1)


def test_our_own_copy_is_told_as_such(team: Path, tmp_path: Path) -> None:
    paper = print_paper(team, tmp_path / "out", "--audience", "internal")
    assert "a draft, the internal copy." in verify(team, paper)
    edit(team, "two of them", "three of them")
    assert "says something else now" in verify(team, paper, exit_code=1)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("version=1", "version=7", "No version 7 of it is recorded as issued."),
        ("fingerprint=", "fingerprint=0000", "does not say which paper it is"),
        ("case=kestrel/cards", "case=kestrel/carts", "'kestrel/carts'. Did you mean 'kestrel/cards'?"),
        ("audience=customer", "audience=everybody", "does not say which paper it is"),
        ("as-of=2026", "as-of=20-6", "does not say which paper it is"),
        ("; draft=no", "", "does not say which paper it is"),
        ('name="casewright"', 'name="cardwright"', "does not say which paper it is"),
    ],
)
def test_what_is_not_ours_or_not_so_is_told(
    team: Path, tmp_path: Path, before: str, after: str, said: str
) -> None:
    issue(team)
    paper = print_paper(team, tmp_path / "out")
    text = paper.read_text()
    assert text.count(before) == 1
    paper.write_text(text.replace(before, after))
    edit(team, "due: 2026-03-13", "due: 2026-03-16")
    result = run("verify", paper, "-C", team)
    assert said in " ".join((result.stdout + result.stderr).split())
    assert result.exit_code == (2 if "does not say" in said else 1)


def test_a_forged_fingerprint_is_not_what_was_issued(team: Path, tmp_path: Path) -> None:
    issue(team)
    paper = print_paper(team, tmp_path / "out")
    mark = paper.read_text().split("fingerprint=")[1][:12]
    paper.write_text(paper.read_text().replace(f"fingerprint={mark}", "fingerprint=0123456789ab"))
    assert f"It is not what was issued: version 1 has the fingerprint {mark}." in verify(
        team, paper, exit_code=1
    )


def test_a_stamp_in_the_text_of_a_case_is_not_believed(team: Path, tmp_path: Path) -> None:
    stamp = (
        "case=kestrel/mails; paper=update; audience=customer; version=9; fingerprint=0123456789ab; draft=no"
    )
    edit(team, "Cash sales went on.", f'\'<meta name="casewright" content="{stamp}">\'')
    assert "Situation summary of kestrel/cards" in verify(team, print_paper(team, tmp_path / "out"))


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\nno more", b"<html><body>Hello", b"\xff\xfe\x00" * 50, b"PK\x03\x04"]
)
def test_any_other_file_is_wrong_usage(team: Path, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "file.pdf").write_bytes(data)
    result = run("verify", tmp_path / "file.pdf", "-C", team)
    assert result.exit_code == 2 and "does not say which paper it is" in " ".join(result.stderr.split())


def test_the_commit_is_found_by_the_data(team: Path, tmp_path: Path) -> None:
    commit(team)
    edit(team, "due: 2026-03-13", "due: 2026-03-14")
    wanted = commit(team)
    paper = print_paper(team, tmp_path / "out")
    edit(team, "due: 2026-03-14", "due: 2026-03-16")
    commit(team)
    (team / "README.md").write_text("x")
    commit(team)
    assert f"Its data are those of commit {wanted}.\n" in verify(team, paper, exit_code=1)
    edit(team, "due: 2026-03-16", "due: 2026-03-17")
    told = verify(team, print_paper(team, tmp_path / "uncommitted"))
    assert "None of the 3 newest commits of this case hold its data." in told


def test_the_commit_of_a_customer_or_a_person_is_found_too(team: Path, tmp_path: Path) -> None:
    commit(team)
    edit(team, "Ines Okafor", "Ines Okafor-Reyes", team / "contacts.yaml")
    wanted = commit(team)
    paper = print_paper(team, tmp_path / "out")
    edit(team, "name: Kestrel Outfitters", "name: Kestrel Outdoor", team / "cases/kestrel/customer.yaml")
    commit(team)
    assert f"commit {wanted}." in verify(team, paper, exit_code=1)


def test_the_title_of_a_related_case_is_of_that_time_too(team: Path, tmp_path: Path) -> None:
    edit(team, "meetings]", "meetings, related]")
    link = "related: [{case: kestrel/mails, how: same-cause, say: The same certificate.}]"
    edit(team, "severity: 2", f"severity: 2\n{link}")
    wanted = commit(team)
    paper = print_paper(team, tmp_path / "out")
    edit(team, "Mails arrive an hour late", "Mails are late", team / "cases/kestrel/mails.yaml")
    edit(team, "due: 2026-03-13", "due: 2026-03-16")
    commit(team)
    assert f"commit {wanted}." in verify(team, paper, exit_code=1)


def test_a_workspace_below_the_top_of_its_repository_is_searched(team: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / ".gitignore").write_text("out\n")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "A change")
    wanted = git(tmp_path, "rev-parse", "HEAD")[:8]
    assert f"commit {wanted}." in verify(team, print_paper(team, tmp_path / "out"))


def test_broken_commits_on_the_way_are_passed_over(team: Path, tmp_path: Path) -> None:
    wanted = commit(team)
    paper = print_paper(team, tmp_path / "out")
    text = case_file(team).read_text()
    for broken in ("title: [\n", "", "\x00"):
        case_file(team).write_text(broken)
        commit(team)
    case_file(team).unlink()
    commit(team)
    case_file(team).write_text(text)
    assert f"commit {wanted}." in verify(team, paper)


def test_a_shallow_clone_says_so(team: Path, tmp_path: Path) -> None:
    commit(team)
    paper = print_paper(team, tmp_path / "out")
    edit(team, "due: 2026-03-13", "due: 2026-03-16")
    commit(team)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{team}", "clone")
    said = verify(tmp_path / "clone", paper, exit_code=1)
    assert "The one commit of this case does not hold its data. This clone is shallow" in said


def test_only_so_many_commits_are_looked_at(
    team: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "MOST", 2)
    commit(team)
    paper = print_paper(team, tmp_path / "out")
    for day in (16, 17, 18):
        edit(team, f"due: 2026-03-{13 if day == 16 else day - 1}", f"due: 2026-03-{day}")
        commit(team)
    assert "None of the 2 newest commits" in verify(team, paper, exit_code=1)


def test_a_customers_paper_names_no_commit(team: Path, tmp_path: Path) -> None:
    found = commit(team)
    page = print_paper(team, tmp_path / "out", "--pdf")
    assert found not in page.read_text() and found.encode() not in page.with_suffix(".pdf").read_bytes()
    assert CASE in page.read_text()
