"""The customer brief: the five levels of a customer, and what each of them lacks."""

from pathlib import Path

from generator.documents.brief import brief_context, brief_subjects
from generator.documents.sheets import Desk
from generator.documents.subjects import Subject
from tests.making import at, make_workspace
from tests.team import make_team, run

NOW = at("2026-03-11 14:30")
CUSTOMER = """
name: Kestrel Outfitters
timezone: America/New_York
people: {dana: {name: Dana Whitlock}}
services: [{product: copy, since: 2024-05-01}]
ours: {advocate: ines}
commitments:
  - {id: P1, what: A drill, due: 2026-03-01, by: ines}
  - {id: P2, what: A visit, due: 2026-02-28, kept: 2026-03-02}
interactions:
%s
  - Undated words
relationship: {reviews: [2026-01-20, 2026-07-14]}
projects:
  - {name: Hall, milestones: [{what: Two, due: 2026-05-01}, {what: One, met: 2026-01-01}, {what: Line, due: 2026-04-01}]}
"""
FILES = {
    "casewright.yaml": "timezone: America/New_York\nproducts: {copy: Copy, check: Row check, link: Link}\n",
    "cases/kestrel/customer.yaml": CUSTOMER
    % "\n".join(f"  - {{at: 2026-01-{day:02}, who: dana, about: Talk {day}}}" for day in range(1, 13)),
    "cases/kestrel/cards.yaml": """
        title: Cards declined
        opened: 2026-03-09
        advocate: ines
        severity: 2
        recommendations: [{what: Check, mitigation: {product: check}}]
        """,
    "cases/kestrel/older.yaml": """
        title: An older one
        opened: 2025-03-09
        closed: 2025-04-01
        advocate: ines
        stage: closed
        outcome: resolved
        root_causes: [{what: A limit, state: confirmed}, {what: The weather, state: ruled-out}]
        """,
}


def brief(tmp_path: Path) -> dict[str, object]:
    """The brief of the customer above."""
    return dict(brief_context(Desk(make_workspace(tmp_path, FILES), NOW, {}), Subject("customer", "kestrel")))


def test_the_last_ten_conversations_stand_first_and_undated_ones_last(tmp_path: Path) -> None:
    told = [one.told.about for one in brief(tmp_path)["conversations"]]  # type: ignore[attr-defined]
    assert told == [f"Talk {day}" for day in range(12, 2, -1)]


def test_cases_promises_reviews_and_products_are_told_apart(tmp_path: Path) -> None:
    made = brief(tmp_path)
    assert [one.title for one in made["open_cases"]] == ["Cards declined"]  # type: ignore[attr-defined]
    assert [one.causes for one in made["past_cases"]] == [("A limit",)]  # type: ignore[attr-defined]
    assert [one.what for one in made["late"]] == ["A drill"]  # type: ignore[attr-defined]
    assert (made["kept"], made["kept_late"], made["open"]) == (1, 1, ())
    assert [str(day) for day in made["reviews"]] == ["2026-01-20", "2026-07-14"]  # type: ignore[attr-defined]
    assert [one.name for one in made["held"]] == ["Copy"]  # type: ignore[attr-defined]
    assert [(one.name, one.offered) for one in made["not_held"]] == [("Row check", True), ("Link", False)]  # type: ignore[attr-defined]
    (project,) = made["projects"]  # type: ignore[misc]
    assert (project.reached, project.next_step, str(project.next_due)) == (1, "Line", "2026-04-01")


def test_a_customer_of_whom_only_the_name_is_known_has_a_brief_too(tmp_path: Path) -> None:
    team, out = make_team(tmp_path / "team"), tmp_path / "out"
    result = run("paper", "customer-brief", "wren", "-C", team, "--out", out, "--no-pdf")
    assert result.exit_code == 0, result.output
    page = (out / "wren-customer-brief.internal.html").read_text(encoding="utf-8")
    for sentence in ("What they live on is not written down yet.", "No conversation is written down yet."):
        assert sentence in page


def test_build_makes_one_for_each_customer(tmp_path: Path) -> None:
    desk = Desk(make_workspace(tmp_path, FILES), NOW, {})
    assert [subject.key for subject in brief_subjects(desk)] == ["kestrel"]
