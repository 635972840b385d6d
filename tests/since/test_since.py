"""`casewright paper --since`: a bar beside what is new, and the difference in a paragraph."""

import re
import shutil
from pathlib import Path

import pytest

from tests.making import write_files
from tests.reading import Read, text_of
from tests.team import CARDS, run, tree
from tests.telling_git import change, commit, git

SECRET = "Joel is sure that it was two of them."


def page(
    root: Path, out: Path, *options: str, paper: str = "situation-summary", audience: str = "internal"
) -> str:
    """The page of a paper with what is new since the first commit."""
    arguments = (paper, "kestrel/cards", "-C", root, "--out", out, "--no-pdf", "--audience", audience)
    result = run("paper", *arguments, "--since", "before", *options)
    assert result.exit_code == 0, result.output
    return (out / f"kestrel-cards-{paper}-since.{audience}.html").read_text(encoding="utf-8")


def barred(html: str) -> list[str]:
    """The words of each element that has a bar."""
    found = re.findall(r'<(\w+)[^>]* data-new="">(.*?)</\1>', html, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", words).split()) for _, words in found]


def paragraph(html: str) -> str:
    found = re.search(r'<div class="callout since">(.*?)</div>', html, re.DOTALL)
    assert found is not None
    return " ".join(re.sub(r"<[^>]+>", "", found[1]).split())


def test_our_copy_bars_the_row_and_says_the_difference_as_diff_does(team: Path, tmp_path: Path) -> None:
    html = page(team, tmp_path)
    assert [words[:25] for words in barred(html)] == ["A1 Renew the certificate "]
    told = paragraph(html)
    assert told.startswith(
        "Since Tuesday 10 March 2026, 09:00. Action A1 (Renew the certificate): due moved from"
    )
    assert SECRET.rstrip(".") in told


def test_the_customers_copy_tells_what_they_read_and_no_commit_or_date(team: Path, tmp_path: Path) -> None:
    html = page(team, tmp_path, audience="customer")
    assert len(barred(html)) == 1
    assert paragraph(html) == (
        "Since the copy before. Actions, changed: A1 Renew the certificate (due 15 Mar, was 13 Mar). "
        "A bar in the margin marks what is new or has changed."
    )
    assert SECRET not in html and "Joel" not in html


def test_no_internal_edit_and_no_commit_shows_on_the_customers_copy(team: Path, tmp_path: Path) -> None:
    """Non-interference: another internal history, the same two projections, the same bytes."""
    page(team, tmp_path / "one", audience="customer")
    change(team, CARDS, SECRET, "It was three and nobody told them.")
    change(team, "contacts.yaml", "+1 603 555 0116", "+1 603 555 0117")
    commit(team, "2026-03-11T12:00:00-04:00")
    page(team, tmp_path / "two", audience="customer")
    git(team, "checkout", "-q", "before")
    change(team, CARDS, "Joel thinks it was two of them.", "Joel says nothing.")
    other = commit(team, "2026-03-10T11:30:00-04:00")
    git(team, "checkout", "-q", "main")
    git(team, "tag", "-f", "before", other)
    page(team, tmp_path / "three", audience="customer")
    assert tree(tmp_path / "one") == tree(tmp_path / "two") == tree(tmp_path / "three")


def test_an_internal_edit_alone_is_nothing_to_the_customer(team: Path, tmp_path: Path) -> None:
    git(team, "tag", "-f", "before", "HEAD")
    change(team, CARDS, SECRET, "It was three and nobody told them.")
    html = page(team, tmp_path, audience="customer")
    assert paragraph(html) == "Since the copy before. Nothing that stands here has changed."
    assert barred(html) == []
    assert "nobody told them" in paragraph(page(team, tmp_path))


@pytest.mark.parametrize(
    ("paper", "old", "new", "bar"),
    [
        ("chronology", "what: Dana calls.", "what: Dana calls twice.", "Dana calls twice."),
        ("update", "[Cash sales went on.]", "[Cash sales went on., The web shop too.]", "The web shop too."),
        ("situation-summary", "state: suspected", "state: confirmed", "confirmed A certificate ran out."),
        (
            "situation-summary",
            "were refused from",
            "were turned away from",
            "The card terminals of 41 shops were turned",
        ),
    ],
)
def test_what_is_new_has_a_bar(team: Path, tmp_path: Path, paper: str, old: str, new: str, bar: str) -> None:
    change(team, CARDS, old, new)
    for audience in ("internal", "customer"):
        assert any(bar in words for words in barred(page(team, tmp_path, paper=paper, audience=audience)))


def test_a_value_typed_otherwise_is_no_change(team: Path, tmp_path: Path) -> None:
    git(team, "tag", "-f", "before", "HEAD")
    change(team, CARDS, "at: 2026-03-11 09:00", "at: 2026-03-11T09:00-04:00")
    for audience in ("internal", "customer"):
        assert barred(page(team, tmp_path, paper="chronology", audience=audience)) == []


def test_hostile_words_are_words(team: Path, tmp_path: Path) -> None:
    change(team, CARDS, "Cash sales went on.", '"<script>alert(1)</script> & {{ 7 * 7 }}"')
    for audience in ("internal", "customer"):
        html = page(team, tmp_path, audience=audience)
        assert "<script>" not in html
        assert "&lt;script&gt;alert(1)" in html


def test_the_plain_paper_has_neither_bar_nor_paragraph(team: Path, tmp_path: Path) -> None:
    assert run("paper", "update", "kestrel/cards", "-C", team, "--out", tmp_path, "--no-pdf").exit_code == 0
    html = next(tmp_path.glob("*.html")).read_text(encoding="utf-8")
    assert barred(html) == [] and 'class="callout since"' not in html


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("meeting-pack", "kestrel/cards"), 2, "--since goes with a single paper of a case."),
        (("who-to-call",), 2, "--since goes with a single paper of a case."),
    ],
)
def test_where_it_does_not_go_it_is_told(
    team: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    result = run("paper", *arguments, "-C", team, "--since", "before")
    assert result.exit_code == code and said in result.stderr


def test_without_git_it_is_told(team: Path, tmp_path: Path) -> None:
    shutil.rmtree(team / ".git")
    result = run("paper", "update", "kestrel/cards", "-C", team, "--out", tmp_path, "--since", "before")
    assert result.exit_code == 3
    assert "Leave --since out to print from the files as they are." in result.stderr


def test_a_case_that_was_not_there_is_told(team: Path, tmp_path: Path) -> None:
    (team / "cases/kestrel/new.yaml").write_text(
        "title: Something new\nopened: 2026-03-11 09:00\nadvocate: ines\n", encoding="utf-8"
    )
    result = run("paper", "update", "kestrel/new", "-C", team, "--out", tmp_path, "--since", "before")
    assert result.exit_code == 2
    assert "kestrel/new was not there, or could not be read, in before." in " ".join(result.stderr.split())


def test_the_plain_text_of_an_update_says_it_too(team: Path, tmp_path: Path) -> None:
    page(team, tmp_path, paper="update", audience="customer")
    text = (tmp_path / "kestrel-cards-update-since.customer.txt").read_text(encoding="utf-8")
    assert (
        "\n\nSince the copy before. Actions, changed: A1 Renew the certificate (due 15 Mar, was 13 Mar).\n\n"
        in text
    )


def test_the_pdf_has_the_words_too(team: Path, tmp_path: Path) -> None:
    arguments = ("update", "kestrel/cards", "-C", team, "--out", tmp_path, "--since", "before")
    assert run("paper", *arguments).exit_code == 0
    assert next(tmp_path.glob("*-since.internal.pdf")).read_bytes().startswith(b"%PDF")
    assert "Since Tuesday 10 March" in text_of(
        Read(next(tmp_path.glob("*-since.internal.html"))).all("body")[0]
    )


def german(team: Path) -> None:
    """Makes both states those of a house and a customer who read German."""
    for path, name in (("casewright.yaml", "organisation"), ("cases/kestrel/customer.yaml", "name")):
        change(team, path, f"{name}:", f"language: de\n{name}:")
    commit(team, "2026-03-10T09:30:00-04:00")
    git(team, "tag", "-f", "before", "HEAD")


@pytest.mark.parametrize("audience", ["internal", "customer"])
def test_a_german_copy_says_it_in_german(team: Path, tmp_path: Path, audience: str) -> None:
    german(team)
    change(team, CARDS, "due: 2026-03-15", "due: 2026-03-18")
    change(team, CARDS, "[Cash sales went on.]", "[]")
    change(team, CARDS, "were refused from", "were turned away from")
    html = page(team, tmp_path, audience=audience)
    told = paragraph(html)
    assert "Maßnahmen, geändert: A1 Renew the certificate (fällig 18. März, vorher 15. März)" in told
    gone = "1 Eintrag nicht mehr da" if audience == "customer" else "nicht mehr da: Cash sales went on"
    assert f"Was gut läuft, {gone}" in told
    assert "Die Zusammenfassung, geändert" in told
    assert not re.search(r"changed|no longer|, new", told)


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_was_taken_out_is_told(team: Path, tmp_path: Path, language: str) -> None:
    if language == "de":
        german(team)
    change(team, CARDS, "[Cash sales went on.]", "[]")
    for audience in ("internal", "customer"):
        told = paragraph(page(team, tmp_path, audience=audience))
        assert ("Cash sales went on" in told) == (audience == "internal")
        assert "Nothing that stands here" not in told and "hat sich geändert" not in told


def test_another_order_is_told(team: Path, tmp_path: Path) -> None:
    change(team, CARDS, "[Cash sales went on.]", "[Cash sales went on., The web shop too.]")
    commit(team, "2026-03-11T11:00:00-04:00")
    git(team, "tag", "-f", "before", "HEAD")
    change(
        team, CARDS, "[Cash sales went on., The web shop too.]", "[The web shop too., Cash sales went on.]"
    )
    for audience, words in (
        ("internal", "Silver lining: in another order"),
        ("customer", "What is going right, in another order"),
    ):
        assert words in paragraph(page(team, tmp_path, audience=audience))


def test_what_no_paper_prints_is_no_change(team: Path, tmp_path: Path) -> None:
    git(team, "tag", "-f", "before", "HEAD")
    change(team, CARDS, "silver_lining, meetings]", "silver_lining, meetings, lessons]")
    assert paragraph(page(team, tmp_path, audience="customer")) == (
        "Since the copy before. Nothing that stands here has changed."
    )


def test_a_case_under_another_name_is_the_same(team: Path, tmp_path: Path) -> None:
    git(team, "mv", CARDS, "cases/kestrel/terminals.yaml")
    arguments = ("situation-summary", "kestrel/terminals", "-C", team, "--out", tmp_path, "--no-pdf")
    assert run("paper", *arguments, "--since", "before").exit_code == 0
    told = paragraph((tmp_path / "kestrel-terminals-situation-summary-since.internal.html").read_text())
    assert "due moved from 13 March to 15 March" in told


def test_another_customers_copy_is_never_compared_with(team: Path, tmp_path: Path) -> None:
    git(team, "mv", CARDS, "cases/wren/cards.yaml")
    for audience in ("internal", "customer"):
        arguments = (
            "update",
            "wren/cards",
            "-C",
            team,
            "--out",
            tmp_path,
            "--no-pdf",
            "--audience",
            audience,
        )
        result = run("paper", *arguments, "--since", "before")
        assert result.exit_code == 2
        assert "wren/cards was not there, or could not be read, in before." in " ".join(result.stderr.split())


@pytest.mark.parametrize(
    ("paper", "old", "new", "bar"),
    [
        ("agenda", "{topic: Where we are,", "{topic: Where we really are,", "Where we really are"),
        ("agenda", "minutes: 30, purpose: Agree", "minutes: 45, purpose: Agree", "45 minutes"),
    ],
)
def test_the_topics_of_a_meeting_have_bars(
    team: Path, tmp_path: Path, paper: str, old: str, new: str, bar: str
) -> None:
    change(team, CARDS, old, new)
    for audience in ("internal", "customer"):
        html = page(team, tmp_path, paper=paper, audience=audience)
        at = html.index('data-new=""')
        assert bar in " ".join(re.sub(r"<[^>]+>", "", html[at - 5 : at + 2500]).split())


def test_what_is_rehearsed_otherwise_has_a_bar(team: Path, tmp_path: Path) -> None:
    script = """
dry_run:
  - {meeting: m1, person: joel, part: the cause, wording: [{from: it died, to: it ended}],
    questions: [{ask: Why so late?, answer: Nobody looked.}]}
"""
    with (team / CARDS).open("a", encoding="utf-8") as file:
        file.write(script)
    commit(team, "2026-03-11T10:30:00-04:00")
    git(team, "tag", "-f", "before", "HEAD")
    assert barred(page(team, tmp_path, paper="dry-run")) == []
    for old, new in (
        ("it ended", "it ran out"),
        ("Nobody looked.", "Nobody was told."),
        ("the cause", "the cause of it"),
    ):
        change(team, CARDS, old, new)
    words = " ".join(barred(page(team, tmp_path, paper="dry-run")))
    assert all(said in words for said in ("it ran out", "Nobody was told.", "The cause of it"))


PLAN = "{id: A1, what: Renew the certificate, owner: joel, due: 2026-03-13, serves: [C1]}"
WITHDRAWN = {
    "a text that got its words for the customer": (
        ("what: Renew the certificate", "what: Joel slept through it"),
        ("what: Joel slept through it", "what: Joel slept through it, say: Renew the certificate"),
        "Actions, changed: A1 Renew the certificate (worded otherwise)",
    ),
    "a text that was deleted": (
        (
            "silver_lining: [Cash",
            "silver_lining: [We hid the faulty backup from Dana for three whole weeks., Cash",
        ),
        ("[We hid the faulty backup from Dana for three whole weeks., Cash", "[Cash"),
        "What is going right, 1 entry no longer there",
    ),
    "an item that is ours now": (
        ("actions: [", "actions: [{id: A2, what: Fire the sleepy contractor, owner: joel}, "),
        ("what: Fire the sleepy", "audience: internal, what: Fire the sleepy"),
        "Actions, 1 entry no longer there",
    ),
    "an event reworded": (
        ("what: Dana calls.", "what: Dana shouts at Joel."),
        ("what: Dana shouts at Joel.", "what: Dana calls."),
        "",
    ),
}
SAID = "We hid the faulty backup from Dana for three whole weeks."
WORDS = re.compile("slept|hid the|faulty|sleepy|contractor|shouts")


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("then", "now", "said"), WITHDRAWN.values(), ids=WITHDRAWN)
def test_no_word_of_an_earlier_state_is_on_the_customers_copy(
    team: Path, tmp_path: Path, language: str, then: tuple[str, str], now: tuple[str, str], said: str
) -> None:
    if language == "de":
        german(team)
    change(team, CARDS, *then)
    commit(team, "2026-03-11T11:00:00-04:00")
    git(team, "tag", "-f", "before", "HEAD")
    change(team, CARDS, *now)
    for paper in ("situation-summary", "update"):
        html = page(team, tmp_path, paper=paper, audience="customer")
        assert not WORDS.search(html)
        assert language == "de" or paper == "update" or said in paragraph(html)
    assert not any(WORDS.search(one.read_text(encoding="utf-8")) for one in tmp_path.glob("*.txt"))


def test_a_person_who_has_gone_is_named_no_more(team: Path, tmp_path: Path) -> None:
    change(team, CARDS, "advocate: ines", "advocate: ines\nteam: [{person: joel, shown_as: name}]")
    change(team, CARDS, "customer_sees: [", "customer_sees: [team, ")
    commit(team, "2026-03-11T11:00:00-04:00")
    git(team, "tag", "-f", "before", "HEAD")
    change(team, "contacts.yaml", "Joel Park", "Ada Marsh")
    assert "Joel" not in page(team, tmp_path, audience="customer")


def test_the_gate_looks_for_what_the_earlier_copy_held(team: Path, tmp_path: Path) -> None:
    """A template that prints it by mistake is stopped."""
    change(
        team,
        CARDS,
        "silver_lining: [Cash",
        "silver_lining: [We hid the faulty backup from Dana for three whole weeks., Cash",
    )
    commit(team, "2026-03-11T11:00:00-04:00")
    git(team, "tag", "-f", "before", "HEAD")
    change(team, CARDS, "[We hid the faulty backup from Dana for three whole weeks., Cash", "[Cash")
    backwards = SAID[::-1]
    write_files(
        team,
        {
            "templates/update.html": '{% extends "shipped/update.html" %}{% block lead %}'
            f"{{{{ '{backwards}' | reverse }}}} {{{{ super() }}}}{{% endblock %}}"
        },
    )
    arguments = (
        "update",
        "kestrel/cards",
        "-C",
        team,
        "--out",
        tmp_path,
        "--no-pdf",
        "--audience",
        "customer",
    )
    assert run("paper", *arguments).exit_code == 0
    stopped = run("paper", *arguments, "--since", "before")
    assert stopped.exit_code == 1 and "leak" in stopped.stderr
    assert not list(tmp_path.glob("*-since.*"))


BROKEN = {
    "the case": (CARDS, "at: 2026-03-11 09:00", "at: 2026-02-30 09:00"),
    "the contacts": ("contacts.yaml", "people:", "people: ["),
    "the settings": ("casewright.yaml", "organisation:", "x: {\norganisation:"),
    "the customer": (
        "cases/kestrel/customer.yaml",
        "timezone: America/New_York",
        "timezone: Nowhere/Nothing",
    ),
}


@pytest.mark.parametrize(("path", "old", "new"), BROKEN.values(), ids=BROKEN)
def test_an_earlier_state_that_is_not_whole_is_not_compared_with(
    team: Path, tmp_path: Path, path: str, old: str, new: str
) -> None:
    change(team, path, old, new)
    commit(team, "2026-03-11T11:00:00-04:00")
    git(team, "tag", "-f", "before", "HEAD")
    change(team, path, new, old)
    arguments = ("situation-summary", "kestrel/cards", "-C", team, "--out", tmp_path, "--no-pdf")
    refused = run("paper", *arguments, "--since", "before", "--audience", "customer")
    assert refused.exit_code == 2 and not list(tmp_path.glob("*-since.customer.html"))
    assert "not be read in full in before" in " ".join(refused.stderr.split())
    ours = run("paper", *arguments, "--since", "before")
    assert "not be read in full in before" in " ".join(ours.stderr.split())


def test_a_paper_tells_of_no_section_that_it_does_not_print(team: Path, tmp_path: Path) -> None:
    change(team, CARDS, "were refused from", "were turned away from")
    told = paragraph(page(team, tmp_path, paper="chronology", audience="customer"))
    assert told == "Since the copy before. Nothing that stands here has changed."


def test_a_bar_is_promised_where_one_is_alone(team: Path, tmp_path: Path) -> None:
    change(team, CARDS, "due: 2026-03-15", "due: 2026-03-13")
    change(team, CARDS, "silver_lining: [Cash sales went on.]", "silver_lining: []")
    html = page(team, tmp_path, audience="customer")
    assert barred(html) == [] and "A bar in the margin" not in html
    assert "What is going right, 1 entry no longer there" in paragraph(html)


def test_an_amount_and_a_time_are_told_as_the_paper_prints_them(team: Path, tmp_path: Path) -> None:
    change(
        team,
        CARDS,
        "customer_sees: [",
        "impact: [{what: Lost sales, amount: 1200.00 USD}]\ncustomer_sees: [impact, ",
    )
    change(team, CARDS, "next_update: 2026-03-12 09:00", "next_update: 2026-03-12 09:00:30")
    commit(team, "2026-03-11T11:00:00-04:00")
    git(team, "tag", "-f", "before", "HEAD")
    change(team, CARDS, "1200.00 USD", "1300.50 USD")
    change(team, CARDS, "2026-03-12 09:00:30", "2026-03-12 10:00:45")
    told = paragraph(page(team, tmp_path, audience="customer"))
    assert "(amount $1,300.50, was $1,200)" in told
    assert "Next update, changed (12 Mar, 10:00, was 12 Mar, 09:00)" in told


def test_another_zone_moves_nothing(team: Path, tmp_path: Path) -> None:
    change(team, "cases/kestrel/customer.yaml", "America/New_York", "Asia/Kolkata")
    commit(team, "2026-03-11T11:00:00-04:00")
    change(team, CARDS, "opened: ", "timezone: America/New_York\nopened: ")
    commit(team, "2026-03-11T11:10:00-04:00")
    git(team, "tag", "-f", "before", "HEAD")
    change(team, "cases/kestrel/customer.yaml", "Asia/Kolkata", "Europe/Berlin")
    for paper in ("situation-summary", "chronology"):
        html = page(team, tmp_path, paper=paper, audience="customer")
        assert barred(html) == [] and "was" not in paragraph(html).split()


def test_a_rough_time_is_told_as_typed(team: Path, tmp_path: Path) -> None:
    change(team, CARDS, "at: 2026-03-09 07:50, by", "at: 2026-02, approximate: yes, by")
    commit(team, "2026-03-11T11:00:00-04:00")
    git(team, "tag", "-f", "before", "HEAD")
    change(team, CARDS, "at: 2026-02, approx", "at: 2026-01, approx")
    told = paragraph(page(team, tmp_path, paper="chronology", audience="customer"))
    assert "(when about 2026-01, was about 2026-02)" in told


def test_an_agenda_tells_of_its_own_meeting_alone(team: Path, tmp_path: Path) -> None:
    change(team, CARDS, "at: 2026-03-20 10:00", "at: 2026-03-20 11:00")
    change(team, CARDS, "purpose: Agree the plan", "purpose: Agree on the plan")
    told = paragraph(page(team, tmp_path, paper="agenda", audience="customer"))
    assert "The meetings, changed: m1" in told and "m2" not in told


def test_an_update_tells_of_its_own_events_alone(team: Path, tmp_path: Path) -> None:
    """What came before the last contact is on no update."""
    change(team, CARDS, "what: Dana calls.", "what: Dana calls twice.")
    assert "Dana" not in paragraph(page(team, tmp_path, paper="update", audience="customer"))


def test_a_milestone_and_a_topic_that_moved_are_told_in_full(team: Path, tmp_path: Path) -> None:
    plan = "get_well: {start: 2026-03-09, end: 2026-04-08, milestones: [{id: M1, what: Half of it, due: 2026-03-20}]}"
    change(team, CARDS, "customer_sees: [", f"{plan}\ncustomer_sees: [get_well, ")
    commit(team, "2026-03-11T11:00:00-04:00")
    git(team, "tag", "-f", "before", "HEAD")
    change(team, CARDS, "due: 2026-03-20", "due: 2026-03-25")
    change(team, CARDS, "{topic: Where we are, minutes: 10", "{topic: Where we are, minutes: 15")
    told = paragraph(page(team, tmp_path, paper="get-well-plan", audience="customer"))
    assert "(M1 Half of it: due 25 Mar, was 20 Mar)" in told
    told = paragraph(page(team, tmp_path, paper="agenda", audience="customer"))
    assert "(Where we are: minutes 15, was 10)" in told
