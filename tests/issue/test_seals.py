"""A customer's folder is printed from what was sealed, whatever happens to the case afterwards."""

import json
from pathlib import Path

import pytest

from tests.issuing import CASE, case_file, edit, issue, print_paper, seal
from tests.reading import squeezed
from tests.team import built, run, tree

FOR_KESTREL = ("--audience", "customer", "--customer", "kestrel")
SECRET = "Half of the shops take cards again."


def papers(root: Path, out: Path, *options: str) -> dict[str, str]:
    """The files of a build for Kestrel, by name, each with the digest of its bytes."""
    built(root, out, *FOR_KESTREL, *options)
    return {Path(path).name: digest for path, digest in tree(out).items() if path.startswith("cases/")}


def page(root: Path, out: Path, *options: str) -> str:
    """The situation summary of a build for Kestrel."""
    built(root, out, *FOR_KESTREL, *options)
    (found,) = out.rglob("*situation-summary.customer.html")
    return found.read_text(encoding="utf-8")


def found_codes(root: Path) -> dict[str, str]:
    """The codes that `check` finds, each with its severity."""
    result = run("check", "-C", root, "--output-format", "json", "--fail-on", "never")
    return {one["code"]: one["severity"] for one in json.loads(result.stdout)}


def test_an_issued_paper_is_the_same_bytes_whether_from_its_seal_or_its_case(
    team: Path, tmp_path: Path
) -> None:
    issue(team)
    sealed = papers(team, tmp_path / "sealed")
    seal(team).unlink()
    assert papers(team, tmp_path / "unsealed") == sealed and len(sealed) == 1


@pytest.mark.parametrize(
    "change",
    [
        ("Renew the certificate", "Renew both certificates"),
        ("stage: planning", "stage: closed"),
        ("customer_sees: [summary, events,", "customer_sees: [events,"),
        ("title: Card payments declined", "title: Another title, payments declined"),
        ("advocate: ines", "advocate: ines\ntimezone: Europe/Warsaw"),
        ("severity: 2", "severity: 2\nnext_update: 2026-03-20 09:00"),
    ],
    ids=lambda change: change[1][:30],
)
def test_a_change_of_the_case_changes_no_issued_paper(
    team: Path, tmp_path: Path, change: tuple[str, str]
) -> None:
    issue(team)
    before = papers(team, tmp_path / "before")
    edit(team, *change)
    later = ("--as-of", "2026-04-20T09:00-04:00")
    assert papers(team, tmp_path / "after", *later) == before and len(before) == 1


def test_a_change_of_people_or_the_customer_changes_none_either(team: Path, tmp_path: Path) -> None:
    issue(team)
    before = papers(team, tmp_path / "before")
    edit(team, "Ines Okafor", "Ines Okafor-Reyes", team / "contacts.yaml")
    edit(team, "name: Kestrel Outfitters", "name: Kestrel Outdoor", team / "cases/kestrel/customer.yaml")
    assert papers(team, tmp_path / "after") == before


def test_the_new_version_takes_its_place(team: Path, tmp_path: Path) -> None:
    issue(team)
    edit(team, "Renew the certificate", "Renew both certificates")
    later = ("--as-of", "2026-03-11T16:00-04:00")
    issue(team, "situation-summary", *later)
    text = page(team, tmp_path / "out", *later)
    assert "Renew both certificates" in text and "version 2" in text


def test_drafts_are_the_case_as_it_is_now(team: Path, tmp_path: Path) -> None:
    issue(team)
    edit(team, "Renew the certificate", "Renew both certificates")
    text = page(team, tmp_path / "out", "--draft")
    assert "Renew both certificates" in text and "DRAFT" in text


def test_what_was_withdrawn_after_the_issue_stops_no_build(team: Path, tmp_path: Path) -> None:
    issue(team)
    edit(team, f"what: {SECRET}", f"audience: internal, what: {SECRET}")
    edit(team, "customer_phone: +1 603 555 0100", "customer_phone: +1 603 555 0101", team / "contacts.yaml")
    text = page(team, tmp_path / "out")
    assert SECRET in text and "+1 603 555 0100" in text
    assert SECRET not in print_paper(team, tmp_path / "now").read_text()


def test_a_seal_that_was_touched_is_an_error_and_is_not_printed(team: Path, tmp_path: Path) -> None:
    issue(team)
    data = seal(team).read_bytes()
    seal(team).write_bytes(data.replace(b"41 shops", b"40 shops"))
    assert found_codes(team)["seal-broken"] == "error"
    assert papers(team, tmp_path / "out") == {}
    assert "No paper has been issued yet." in (tmp_path / "out/index.html").read_text()
    edit(team, 'fingerprint: "', '# casewright: ignore seal-broken\n    fingerprint: "')
    assert "seal-broken" in found_codes(team)


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"], ids=repr)
def test_a_line_end_that_an_editor_added_is_no_harm(team: Path, tmp_path: Path, ending: bytes) -> None:
    issue(team)
    with seal(team).open("ab") as file:
        file.write(ending)
    assert "seal-broken" not in found_codes(team) and len(papers(team, tmp_path / "out")) == 1


def test_a_seal_of_another_case_or_form_is_not_printed(team: Path, tmp_path: Path) -> None:
    from generator.audience.sealing import fingerprint

    issue(team)
    data = seal(team).read_bytes()
    for forged in (data.replace(b'"kestrel/cards"', b'"kestrel/other"'), data[:-1] + b',"notes":"x"}', b"{}"):
        mark = fingerprint(data)
        text = case_file(team).read_text()
        seal(team).write_bytes(forged)
        case_file(team).write_text(text.replace(mark, fingerprint(forged)))
        told = run("build", "-C", team, "--out", tmp_path / "out", "--no-pdf", *FOR_KESTREL)
        assert "seal-broken" in told.stderr and not list((tmp_path / "out").rglob("*summary*"))
        case_file(team).write_text(text)


def test_a_missing_seal_is_told_and_then_only_the_same_data_are_printed(team: Path, tmp_path: Path) -> None:
    issue(team)
    seal(team).unlink()
    assert found_codes(team)["seal-missing"] == "warning"
    assert len(papers(team, tmp_path / "same")) == 1
    edit(team, "Renew the certificate", "Renew both certificates")
    assert papers(team, tmp_path / "changed") == {}


def test_a_link_in_the_place_of_a_seal_is_not_followed(team: Path, tmp_path: Path) -> None:
    issue(team)
    elsewhere = seal(team).rename(tmp_path / "elsewhere.json")
    seal(team).symlink_to(elsewhere)
    codes = found_codes(team)
    assert "link-refused" in codes and "seal-missing" in codes


def test_seals_are_no_evidence(team: Path) -> None:
    issue(team)
    edit(
        team,
        "severity: 2",
        "severity: 2\nevidence: [{id: E1, kind: log, title: x, file: issued/situation-summary-1.json}]",
    )
    assert "evidence-file-missing" in found_codes(team)


def test_the_internal_page_says_what_changed_since(team: Path, tmp_path: Path) -> None:
    issue(team)
    built(team, tmp_path / "same")
    whole = (tmp_path / f"same/cases/{CASE}/index.html").read_text()
    assert "changed since version" not in whole
    edit(team, "Renew the certificate", "Renew both certificates")
    built(team, tmp_path / "changed")
    text = (tmp_path / f"changed/cases/{CASE}/index.html").read_text()
    assert "changed since version 1 was issued" in text
    assert squeezed(
        "actions, A1 Renew both certificates: what Renew both certificates, was Renew the certificate"
    ) in squeezed(text)


def test_the_sample_holds_its_seals(repository: Path) -> None:
    from tests.sample.seal import desk_of, sealed_files, seals

    desk = desk_of(repository)
    files = sealed_files(desk, repository)
    assert seals(desk, repository) == {}, "run python -m tests.sample.seal"
    assert {path: path.read_bytes() for path in repository.glob("cases/*/*/issued/*.json")} == files
    assert len(files) >= 10


def test_the_internal_page_tells_of_now_even_where_our_own_copies_are_issued(
    team: Path, tmp_path: Path
) -> None:
    for paper in ("situation-summary", "update"):
        issue(team, paper, "--audience", "internal")
    built(team, tmp_path / "out", "--as-of", "2026-03-13T18:00-04:00")
    text = squeezed((tmp_path / f"out/cases/{CASE}/index.html").read_text())
    assert squeezed("You were promised an update by Thursday 12 March 2026") in text
