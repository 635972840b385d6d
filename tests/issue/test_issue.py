"""What `casewright issue` says before it writes, what it writes, and what keeps it from writing."""

import json
from pathlib import Path

import pytest

from generator.audience.sealing import fingerprint
from generator.audience.unsealing import unseal
from tests.issuing import CASE, case_file, edit, issue, preview, print_paper, seal
from tests.team import FILES, make_team, run, tree

NEEDS = FILES["casewright.yaml"] + "issue: {needs: {2: [sponsor], 1: [vp]}}\n"
SPONSORED = FILES["cases/kestrel/cards.yaml"].replace(
    "advocate: ines", "advocate: ines\n        sponsor: joel"
)


def codes(root: Path) -> list[str]:
    """What `check` finds."""
    found = run("check", "-C", root, "--output-format", "json", "--fail-on", "never")
    return [one["code"] for one in json.loads(found.stdout)]


def test_without_yes_it_says_what_they_would_see_and_writes_nothing(team: Path) -> None:
    before = tree(team)
    said = preview(team).stdout
    assert said.startswith("Situation summary of kestrel/cards, version 1, for Kestrel Outfitters.\n")
    assert "Kestrel Outfitters would see for the first time:" in said
    assert (
        "  actions: A1 Renew the certificate (owner Monitoring engineer; due 2026-03-13; serves C1)" in said
    )
    assert "  summary: The card terminals of 41 shops were refused from Monday morning on." in said
    assert "two of them" not in said, "a note is ours"
    assert said.endswith("To issue it:\n  casewright issue situation-summary kestrel/cards --by ines --yes\n")
    assert tree(team) == before


def test_with_yes_it_seals_the_data_and_keeps_the_case_as_it_was_typed(team: Path) -> None:
    file = case_file(team)
    text = "# yaml-language-server: $schema=x\n" + file.read_text().replace(
        "severity: 2", "severity: 2  # was 3"
    )
    file.write_text(text.replace("\n", "\r\n"), newline="")
    done = issue(team, "situation-summary", "--to", "dana", "--approved-by", "joel")
    data = seal(team).read_bytes()
    assert unseal(data).key == CASE
    typed = (
        "issued:\r\n  - {paper: situation-summary, version: 1, at: 2026-03-11T14:30-04:00, to: [dana], by: ines,"
        f'\r\n    approved_by: [joel], fingerprint: "{fingerprint(data)}"}}\r\n'
    )
    assert file.read_bytes().decode() == text.replace("\n", "\r\n").replace(
        "silver_lining:", f"{typed}silver_lining:"
    )
    assert (
        "Wrote cases/kestrel/cards/issued/situation-summary-1.json\nWrote cases/kestrel/cards.yaml"
        in done.stdout
    )
    assert not {"seal-missing", "seal-broken", "issued-out-of-order"} & set(codes(team))


def test_what_was_issued_is_no_draft_and_is_not_issued_twice(team: Path, tmp_path: Path) -> None:
    assert "DRAFT" in print_paper(team, tmp_path / "before").read_text()
    issue(team)
    assert "DRAFT" not in print_paper(team, tmp_path / "after").read_text()
    before = tree(team)
    assert "Version 1 of it is of these very data" in issue(team, exit_code=1).stdout
    assert tree(team) == before


def test_the_next_version_tells_only_what_is_new(team: Path) -> None:
    issue(team)
    edit(team, "due: 2026-03-13", "due: 2026-03-16")
    edit(team, "silver_lining: [Cash sales went on.]", "silver_lining: [Nobody was hurt.]")
    said = preview(team, "situation-summary", "--as-of", "2026-03-11T15:00-04:00").stdout
    assert "version 2, for Kestrel" in said
    assert "for the first time:\n  silver lining: Nobody was hurt.\n" in said
    assert (
        "changed since version 1:\n  actions, A1 Renew the certificate: due 2026-03-16, was 2026-03-13\n"
        in said
    )
    assert "no longer see:\n  silver lining: Cash sales went on.\n" in said
    assert "events:" not in said and "summary:" not in said
    issue(team, "situation-summary", "--as-of", "2026-03-11T15:00-04:00")
    assert seal(team, version=1).exists() and seal(team, version=2).exists()
    assert not {"seal-missing", "issued-out-of-order"} & set(codes(team))


def test_each_paper_counts_its_own_versions(team: Path) -> None:
    issue(team)
    issue(team, "update")
    assert seal(team, "update").read_bytes() == seal(team).read_bytes()


def test_promises_that_passed_are_told_and_stand_on_the_paper(team: Path, tmp_path: Path) -> None:
    later = ("--as-of", "2026-03-15T09:00-04:00")
    said = preview(team, "situation-summary", *later).stdout
    assert "Promises that passed with no outcome; the paper says so:" in said
    assert "  an update was promised for 2026-03-12.\n" in said
    assert "  the action A1 (Renew the certificate) was due on 2026-03-13.\n" in said
    page = print_paper(team, tmp_path, *later).read_text()
    assert "You were promised an update by" in page and "late</span>" in page
    assert "passed with no outcome" not in preview(team).stdout


def test_a_commitment_that_passed_stands_on_the_paper(team: Path, tmp_path: Path) -> None:
    edit(team, "meetings]", "meetings, commitments]")
    promise = (
        "commitments: [{id: P1, what: A list of the shops, made: 2026-03-09, by: ines, due: 2026-03-10}]"
    )
    edit(team, "severity: 2", f"severity: 2\n{promise}")
    assert "the promise P1 (A list of the shops) was due on 2026-03-10." in preview(team).stdout
    for paper in ("situation-summary", "update"):
        page = print_paper(team, tmp_path / paper, paper=paper).read_text()
        assert "A list of the shops" in page and "This was promised by" in page


def test_nothing_is_issued_while_an_error_stands(team: Path) -> None:
    edit(team, "severity: 2", "severity: 2\nnext_update: 2026-03-20 09:00")
    before = tree(team)
    done = issue(team, exit_code=1)
    assert "error[next-update-differs]" in done.stderr and "mend what is said above" in done.stderr
    assert tree(team) == before


def test_an_error_of_the_customer_counts_and_one_elsewhere_does_not(team: Path) -> None:
    profile = team / "cases/kestrel/customer.yaml"
    edit(team, "Operations director", "Operations director, receives: [gossip]", profile)
    assert "paper-unknown" in issue(team, exit_code=1).stderr
    edit(team, ", receives: [gossip]", "", profile)
    edit(team, "advocate: ines", "advocate: nobody", team / "cases/wren/slow-pages.yaml")
    issue(team)


def test_what_would_leak_is_not_issued(team: Path) -> None:
    told = "Joel Park said that the second certificate was forgotten by the same colleague as in January"
    edit(team, "Joel thinks it was two of them.", told)
    edit(team, "Cash sales went on.", told)
    before = tree(team)
    assert "error[" in issue(team, exit_code=1).stderr
    assert tree(team) == before


@pytest.mark.parametrize("approval", [(), ("--approved-by", "ines")], ids=["nobody", "somebody else"])
def test_an_approval_that_settings_ask_for_is_wanted(tmp_path: Path, approval: tuple[str, ...]) -> None:
    team = make_team(tmp_path, {"casewright.yaml": NEEDS, "cases/kestrel/cards.yaml": SPONSORED})
    before = tree(team)
    said = issue(team, "situation-summary", *approval, exit_code=1).stderr
    assert "wants the approval of the sponsor (joel)." in said and "--approved-by PERSON" in said
    assert tree(team) == before
    issue(team, "situation-summary", *approval, "--approved-by", "joel")
    assert "issued-unapproved" not in codes(team)


def test_it_goes_to_those_who_receive_it(team: Path) -> None:
    profile = team / "cases/kestrel/customer.yaml"
    edit(team, "Operations director", "Operations director, receives: [situation-summary]", profile)
    assert "It goes to Dana Whitlock.\n" in issue(team).stdout
    assert "to: [dana]" in case_file(team).read_text()
    assert "It goes to" not in preview(team, "update").stdout


def test_our_own_copy_is_recorded_and_not_sealed(team: Path, tmp_path: Path) -> None:
    issue(team, "situation-summary", "--audience", "internal")
    assert "audience: internal" in case_file(team).read_text() and not seal(team).parent.exists()
    assert "DRAFT" not in print_paper(team, tmp_path / "ours", "--audience", "internal").read_text()
    assert "DRAFT" in print_paper(team, tmp_path / "theirs").read_text()


def test_an_agenda_is_of_the_next_meeting(team: Path) -> None:
    assert "It is of meeting m1, the next as of now." in preview(team, "agenda").stdout
    assert "It is of meeting m2" in preview(team, "agenda", "--as-of", "2026-03-14T09:00-04:00").stdout
    issue(team, "agenda")
    assert seal(team, "agenda").exists()


def test_a_moment_that_the_clock_shows_twice_keeps_its_offset(team: Path) -> None:
    issue(team, "update", "--as-of", "2026-11-01T01:30-05:00")
    assert "at: 2026-11-01T01:30-05:00," in case_file(team).read_text()
    assert "hour-twice" not in codes(team)


WRONG = {
    "a paper": (("sumary", CASE, "--by", "ines"), "There is no paper 'sumary'. Did you mean 'update'?"),
    "a case": (("update", "kestrel/card", "--by", "ines"), "Did you mean 'kestrel/cards'?"),
    "who issues": (("update", CASE, "--by", "inez"), "There is no person 'inez'. Did you mean 'ines'?"),
    "one of theirs issues": (("update", CASE, "--by", "dana"), "There is no person 'dana'."),
    "who is sent it": (("update", CASE, "--by", "ines", "--to", "diana"), "Did you mean 'dana'?"),
    "who approved": (("update", CASE, "--by", "ines", "--approved-by", "joe"), "Did you mean 'joel'?"),
    "nobody": (("update", CASE), "Missing option '--by'"),
    "no data": (("get-well-plan", CASE, "--by", "ines"), "a get-well plan"),
    "nothing to see": (("situation-summary", "kestrel/mails", "--by", "ines"), "customer_sees"),
}


@pytest.mark.parametrize(("arguments", "said"), WRONG.values(), ids=WRONG)
def test_wrong_words_are_told_with_the_nearest(team: Path, arguments: tuple[str, ...], said: str) -> None:
    if "sumary" in arguments:
        said = "There is no paper 'sumary'."
    result = run("issue", *arguments, "-C", team, "--yes")
    assert result.exit_code == 2 and said in " ".join(result.stderr.split())


def test_an_issue_before_the_last_one_is_wrong(team: Path) -> None:
    issue(team)
    edit(team, "due: 2026-03-13", "due: 2026-03-16")
    result = issue(team, "situation-summary", "--as-of", "2026-03-11T14:00-04:00", exit_code=2)
    assert "Version 1 was issued on 11 March 14:30, which is later than now." in result.stderr


def test_a_file_without_a_sure_place_is_left_alone(tmp_path: Path) -> None:
    flow = "{title: Mails arrive an hour late, opened: 2026-03-11 02:05, advocate: ines}\n"
    team = make_team(tmp_path, {"cases/kestrel/mails.yaml": flow})
    before = tree(team)
    result = run("issue", "update", "kestrel/mails", "--by", "ines", "-C", team, "--yes")
    assert result.exit_code == 3 and "leaves no sure place" in result.stderr
    assert "{paper: update, version: 1, at: 2026-03-11T14:30-04:00, by: ines," in result.stderr
    assert tree(team) == before


def test_a_broken_case_is_told_with_its_findings(team: Path) -> None:
    case_file(team).write_text("title: [\n")
    result = run("issue", "update", CASE, "--by", "ines", "-C", team)
    assert result.exit_code == 1 and "cases/kestrel/cards.yaml" in result.stderr


def test_a_seal_that_stands_in_the_way_is_not_written_over(team: Path) -> None:
    seal(team).parent.mkdir(parents=True)
    seal(team).write_text("{}")
    before = tree(team)
    assert "is there already and holds other data" in issue(team, exit_code=3).stderr
    assert tree(team) == before


def test_an_issue_that_was_broken_off_goes_on(team: Path) -> None:
    text = case_file(team).read_text()
    issue(team)
    case_file(team).write_text(text)
    issue(team)
    assert "issued-out-of-order" not in codes(team)
