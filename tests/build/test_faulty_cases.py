"""An error in one file keeps nothing else from being built."""

import re
from pathlib import Path

import pytest

from tests.reading import Read, text_of
from tests.team import built, dead_links, tree

FAULTS = {
    "broken YAML": (b"title: [Pages load slowly\nopened: 2026-03-10 12:10\n", "bracket-open"),
    "a key missing": (b"title: Slow\nopened: 2026-03-10 12:10\n", "key-missing"),
    "a list": (b"- title: Slow\n", "shape-wrong"),
    "not UTF-8": (b"title: Gda\xf1sk\nopened: 2026-03-10 12:10\nadvocate: ines\n", "file-not-utf8"),
    "nothing": (b"", "file-empty"),
    "a wrong moment": (b"title: Slow\nopened: yesterday\nadvocate: ines\n", "time-wrong"),
}
"""What leaves nothing to print of a case, with the code that says so."""
PARTS = {
    "a wrong key": ("severty: 3\n", "key-unknown"),
    "a wrong choice": ("stage: plannig\n", "choice-wrong"),
    "a wrong key in an item": ("actions: [{what: Cut the oak, ownr: ines}]\n", "key-unknown"),
    "a key missing in an item": ("events:\n  - what: Cut the oak\n", "key-missing"),
    "a wrong moment in an item": ("events:\n  - {at: noon, what: Cut the oak}\n", "time-wrong"),
    "a wrong key in a group": ("engagement: {asked_by: ines, wnats: Cut the oak}\n", "key-unknown"),
    "a text for a list": ("actions: {what: Cut the oak}\n", "shape-wrong"),
    "a wrong amount": ("impact: [{what: Cut the oak, amount: 12 dollars}]\n", "amount-wrong"),
}
"""What costs a case one part of it."""


@pytest.mark.parametrize("fault", PARTS)
def test_what_is_left_of_a_faulty_case_is_printed_and_says_that_a_part_is_missing(
    team: Path, out: Path, fault: str
) -> None:
    text, code = PARTS[fault]
    path = team / "cases/wren/slow-pages.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("severity: 3\n", text), encoding="utf-8")
    result = built(team, out)
    assert re.search(rf"cases/wren/slow-pages\.yaml.*error\[{code}\]", result.stderr), result.stderr
    folder = out / "cases/wren/slow-pages"
    page = text_of(Read(folder / "index.html").tree)
    assert code in page and "Not complete." in page
    for audience in ("internal", "customer"):
        paper = text_of(Read(folder / f"wren-slow-pages-update.{audience}.html").tree)
        assert "Pages load slowly at noon" in paper and "DRAFT" in paper
        assert "Not complete. A part of this case could not be read" in paper and "Cut the oak" not in paper
        assert "NOT COMPLETE" in (folder / f"wren-slow-pages-update.{audience}.txt").read_text(
            encoding="utf-8"
        )
    assert "Not complete" not in text_of(Read(out / "cases/kestrel/cards/index.html").tree)
    assert "cannot be read" not in text_of(Read(out / "index.html").tree)
    assert dead_links(out) == []


def test_only_the_faulty_item_of_a_list_is_missing(team: Path, out: Path) -> None:
    path = team / "cases/kestrel/cards.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("contact: in, channel: phone,", "contact: inn, channel: phone,"), encoding="utf-8"
    )
    built(team, out)
    paper = text_of(Read(out / "cases/kestrel/cards/kestrel-cards-chronology.internal.html").tree)
    assert "Half of the shops take cards again." in paper and "Dana calls." not in paper


def test_an_item_that_was_to_be_withheld_is_not_shown_for_a_misspelt_word(team: Path, out: Path) -> None:
    path = team / "cases/kestrel/cards.yaml"
    text = path.read_text(encoding="utf-8")
    hidden = "actions: [{id: A2, what: Ask who slept, audiense: internal, due: 2026-03-12}, "
    path.write_text(text.replace("actions: [", hidden), encoding="utf-8")
    built(team, out)
    paper = text_of(Read(out / "cases/kestrel/cards/kestrel-cards-situation-summary.customer.html").tree)
    assert "Renew the certificate" in paper and "Ask who slept" not in paper


def test_one_faulty_person_costs_no_other_their_name(team: Path, out: Path) -> None:
    contacts = team / "contacts.yaml"
    text = contacts.read_text(encoding="utf-8")
    contacts.write_text(text.replace("name: Joel Park, title:", "name: Joel Park, titel:"), encoding="utf-8")
    built(team, out)
    paper = text_of(Read(out / "cases/kestrel/cards/kestrel-cards-update.customer.html").tree)
    assert "Ines Okafor" in paper and "+1 603 555 0100" in paper


@pytest.mark.parametrize("text", ["papper: A4\n", "segments: {gold\n"], ids=["a wrong key", "broken YAML"])
def test_faulty_settings_cost_no_time_its_zone(team: Path, out: Path, text: str) -> None:
    with (team / "casewright.yaml").open("a", encoding="utf-8") as file:
        file.write(text)
    built(team, out)
    paper = (out / "cases/wren/slow-pages/wren-slow-pages-update.customer.txt").read_text(encoding="utf-8")
    assert "Tuesday 10 March 2026, 12:10 ET" in paper


def test_a_broken_file_of_a_customer_costs_no_time_its_zone(team: Path, out: Path) -> None:
    (team / "cases/wren/customer.yaml").write_text("name: [\ntimezone: Europe/Prague\n", encoding="utf-8")
    built(team, out)
    paper = (out / "cases/wren/slow-pages/wren-slow-pages-update.customer.txt").read_text(encoding="utf-8")
    assert "Tuesday 10 March 2026, 12:10 CET" in paper


@pytest.mark.parametrize("fault", FAULTS)
def test_one_broken_case_keeps_nothing_else_from_being_built(team: Path, out: Path, fault: str) -> None:
    built(team, out.with_name("sound"))
    data, code = FAULTS[fault]
    (team / "cases/wren/slow-pages.yaml").write_bytes(data)
    result = built(team, out)
    assert re.search(rf"cases/wren/slow-pages\.yaml.*error\[{code}\]", result.stderr), result.stderr
    before, after = tree(out.with_name("sound")), tree(out)
    others = [name for name in before if name.startswith("cases/kestrel/") and "/index" not in name]
    assert len(others) > 10 and all(before[name] == after[name] for name in others)
    page = text_of(Read(out / "cases/wren/slow-pages/index.html").tree)
    assert code in page
    today = text_of(Read(out / "index.html").tree)
    assert "Card payments declined at 41 shops" in today and "Mails arrive an hour late" in today
    assert "One case cannot be read: wren/slow-pages." in today
    assert code in text_of(Read(out / "findings/index.html").tree)
    assert dead_links(out) == []


@pytest.mark.parametrize(
    "name", ["contacts.yaml", "casewright.yaml", "cases/kestrel/customer.yaml", "stories.yaml"]
)
@pytest.mark.parametrize(
    "text", ["{", "nonsense: yes\n", "[{}]\n", ""], ids=["broken", "wrong key", "list", "empty"]
)
def test_a_broken_shared_file_keeps_no_paper_from_being_built(
    team: Path, out: Path, name: str, text: str
) -> None:
    (team / name).write_text(text, encoding="utf-8")
    result = built(team, out)
    assert f"{name}:" in result.stderr or not text
    for case in ("kestrel/cards", "kestrel/mails", "wren/slow-pages"):
        stem = case.replace("/", "-")
        assert (out / "cases" / case / f"{stem}-update.internal.html").is_file()
        assert (out / "cases" / case / f"{stem}-update.customer.txt").is_file()
        assert text_of(Read(out / "cases" / case / "index.html").tree)
    assert dead_links(out) == []


def test_every_case_may_be_broken(team: Path, out: Path) -> None:
    for path in (team / "cases").glob("*/*.yaml"):
        path.write_text("{", encoding="utf-8")
    built(team, out)
    assert "Three cases cannot be read" in text_of(Read(out / "index.html").tree)
    assert dead_links(out) == []


def test_names_that_nobody_knows_are_printed_as_they_are(team: Path, out: Path) -> None:
    """Each reference to somebody or something that is not there, on every page and paper that may show it."""
    (team / "cases/kestrel/customer.yaml").write_text(
        "name: Kestrel Outfitters\n"
        "segment: nosuch\n"
        "ours: {advocate: nobody1, account_manager: nobody2, sponsor: nobody3}\n"
        "services: [{product: nosuch, since: 2024-05-01}]\n"
        "commitments: [{id: P1, what: A drill, made: 2026-01-20, by: nobody4, due: 2026-03-01}]\n"
        "interactions: [{at: 2026-02-03, who: nobody5, channel: phone, about: a drill}]\n"
        "projects: [{name: The new hall, owner: nobody6, parties: [nobody7]}]\n"
        "feedback: [{on: 2026-01-20, who: nobody8, what: Late, did: Nothing}]\n",
        encoding="utf-8",
    )
    (team / "cases/kestrel/mails.yaml").write_text(
        "title: Mails arrive late\nopened: 2026-03-11 02:05\nadvocate: nobody1\nsponsor: nobody2\nproduct: nosuch\n"
        "stage: planning\nseverity: 1\n"
        "customer_sees: [events, actions, evidence, root_causes, contributing_factors, recommendations, exit_criteria,\n"
        "  team, meetings, commitments, related, close_out, lessons, impact, get_well]\n"
        "engagement: {asked_by: nobody3, at: 2026-03-11 01:00, channel: mail, failed: no answer, wants: mail}\n"
        "team: [{person: nobody4, part: the mails}]\n"
        "events: [{at: 2026-03-11 02:05, by: nobody5, person: nobody6, area: nosuch, what: Called, evidence: [E9]}]\n"
        "actions: [{what: Mend it, owner: nobody7, area: nosuch, due: 2026-03-01, serves: [X9], depends_on: [A9]}]\n"
        "root_causes: [{what: A queue, area: nosuch, state: suspected, category: nosuch, evidence: [E9]}]\n"
        "contributing_factors: [{what: A holiday, owner: nobody8, say: A holiday}]\n"
        "recommendations: [{what: Watch it, owner: nobody9, serves: [C9]}]\n"
        "exit_criteria: [{what: No mail late, agreed: {on: 2026-03-11, with: nobody10}}]\n"
        "commitments: [{what: A call, made: 2026-03-11, by: nobody11, due: 2026-03-11}]\n"
        "escalations: [{area: nosuch, asked: 2026-03-11 02:10, attempts: [{at: 2026-03-11 02:10, person: nobody12,\n"
        "  rung: primary, outcome: engaged}], engaged: {person: nobody12, at: 2026-03-11 02:11}}]\n"
        "meetings: [{id: m1, kind: customer, at: 2026-03-12 10:00, attendees: [nobody13],\n"
        "  agenda: [{topic: All, presenter: nobody14}]}]\n"
        "lessons: [{key: k, what: Look, area: nosuch, owner: nobody15}]\n"
        "related: [{case: kestrel/nosuch, how: same-cause, why: looks alike, say: It looks alike.}]\n",
        encoding="utf-8",
    )
    (team / "contacts.yaml").write_text(
        "reviewed: {on: 2026-03-02, by: nobody1}\n"
        "areas: {engineering: {name: Engineering, primary: {rotation: nosuch}, backup: nobody2, manager: nobody3}}\n"
        "rotations: {week: {order: [nobody4], start: 2026-01-05 09:00, every: 1 week}}\n"
        "overrides: [{rotation: nosuch, from: 2026-03-01, to: 2026-03-31, person: nobody5, why: swap}]\n"
        "absences: [{person: nobody6, from: 2026-03-01, to: 2026-03-31, alternate: nobody7}]\n"
        "standing_requests: [{customer: nosuch, area: nosuch, up_to: director, asked_by: nobody8, why: asked}]\n",
        encoding="utf-8",
    )
    result = built(team, out)
    assert result.stderr.count("-unknown]") > 20
    assert dead_links(out) == []
