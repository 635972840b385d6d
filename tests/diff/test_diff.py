"""`casewright diff`: what changed in the words of the practice, from commits and from folders."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.team import run, tree

CARDS = "cases/kestrel/cards.yaml"


def git(root: Path, *arguments: str) -> None:
    settings = (
        "-c",
        "user.name=Ines",
        "-c",
        "user.email=ines@harborline.example",
        "-c",
        "commit.gpgsign=false",
    )
    subprocess.run(["git", *settings, *arguments], cwd=root, check=True, capture_output=True)


def change(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def compared(team: Path, edits: list[tuple[str, str, str]], *options: str) -> str:
    after = team.parent / "after"
    shutil.copytree(team, after, dirs_exist_ok=True)
    for path, old, new in edits:
        change(after, path, old, new)
    result = run("diff", team, after, "-C", team, *options)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        ((CARDS, "stage: planning", "stage: engaged"), "! stage: planning to engaged (the stage went back)"),
        ((CARDS, "stage: planning", "stage: customer-review"), "  stage: planning to customer review"),
        (
            (CARDS, "next_update: 2026-03-12 09:00", "next_update: 2026-03-12 16:00"),
            "! next update: moved from 12 March 09:00 to 12 March 16:00 (a promise moved later)",
        ),
        (
            (CARDS, "next_update: 2026-03-12 09:00", "next_update: 2026-03-11 16:00"),
            "  next update: moved from 12 March 09:00 to 11 March 16:00",
        ),
        (
            (CARDS, "due: 2026-03-13", "due: 2026-03-15"),
            "! action A1 (Renew the certificate): due moved from 13 March to 15 March (a promise moved later)",
        ),
        (
            (CARDS, "due: 2026-03-13,", ""),
            "! action A1 (Renew the certificate): due no longer said, was 13 March",
        ),
        ((CARDS, "owner: joel", "owner: ines"), "owner is now Ines Okafor, was Monitoring engineer"),
        ((CARDS, "state: suspected", "state: confirmed"), "state is now confirmed, was suspected"),
        (
            (CARDS, "silver_lining, meetings]", "silver_lining, meetings, lessons]"),
            "! the customer sees: lessons from now on (was internal, and the customer reads it now)",
        ),
        ((CARDS, "[Cash sales went on.]", "[]"), "silver lining 1 (Cash sales went on): taken out"),
        (
            ("contacts.yaml", "primary: joel", "primary: ines"),
            "primary of Engineering: is now Ines Okafor, was Joel Park",
        ),
        (("contacts.yaml", "primary: joel", "primary: none"), "is now deliberately nobody, was Joel Park"),
        (
            ("contacts.yaml", "555 0116", "555 0117"),
            "person Joel Park: phone is now +1 603 555 0117, was +1 603 555 0116",
        ),
        (
            ("casewright.yaml", "organisation: Harborline", "organisation: Harbour"),
            "organisation: is now Harbour Hosting, was Harborline Hosting",
        ),
        (
            ("cases/wren/customer.yaml", "Wren Books", "Wren & Books"),
            "name: is now Wren & Books, was Wren Books",
        ),
    ],
)
def test_a_change_is_told_in_words(team: Path, edit: tuple[str, str, str], line: str) -> None:
    assert line in compared(team, [edit])


def in_autumn(team: Path, old: str, new: str) -> str:
    """What is told where a case of a city whose clocks go back says another moment of that night."""
    change(team, CARDS, "next_update: 2026-03-12 09:00", f"next_update: {old}")
    change(team, CARDS, "due: 2026-03-13", f"due: {old}")
    edits = [(CARDS, f"next_update: {old}", f"next_update: {new}"), (CARDS, f"due: {old}", f"due: {new}")]
    return compared(team, edits)


def test_a_promise_that_moves_by_the_hour_that_comes_twice_is_told_with_both_offsets(team: Path) -> None:
    told = in_autumn(team, "2026-11-01T01:30-04:00", "2026-11-01T01:30-05:00")
    moved = "moved from 1 November 01:30 UTC-4 to 1 November 01:30 UTC-5 (a promise moved later)"
    assert f"! next update: {moved}" in told
    assert f"! action A1 (Renew the certificate): due {moved}" in told


def test_a_promise_that_moves_back_within_the_hour_that_comes_twice_is_no_later(team: Path) -> None:
    told = in_autumn(team, "2026-11-01T01:15-05:00", "2026-11-01T01:45-04:00")
    assert "  next update: moved from 1 November 01:15 UTC-5 to 1 November 01:45 UTC-4\n" in told
    assert "a promise moved later" not in told


def test_what_stays_in_the_house_stands_apart(team: Path) -> None:
    told = compared(
        team,
        [(CARDS, "Joel thinks it was two of them.", "It was three."), (CARDS, "severity: 2", "severity: 1")],
    )
    assert "The customer will see" not in told
    assert told.index("  Internal") < told.index("severity: is now 1, was 2")
    assert "notes" in told


@pytest.mark.parametrize(
    ("old", "new"),
    [("2026-02", "2026-01"), ("2026-02-10 morning", "2026-02-10 noon"), ("2026-02", "2026-02-01")],
)
def test_a_rough_time_is_told_as_it_was_typed(team: Path, old: str, new: str) -> None:
    change(team, CARDS, "at: 2026-03-09 07:50, by", f"at: {old}, approximate: yes, by")
    told = compared(team, [(CARDS, f"at: {old}, approximate", f"at: {new}, approximate")])
    assert f"time moved from {old} to {'1 February' if new == '2026-02-01' else new}" in told


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ("close_out: {proposed: {to: dana}}", "close-out: proposed to Dana Whitlock"),
        (
            "close_out: {proposed: {on: 2026-02-06, by: ines, to: dana}, answer: confirmed, by: dana}",
            "close-out: proposed on 6 February by Ines Okafor to Dana Whitlock; answer confirmed; by Dana Whitlock",
        ),
        (
            "exit_criteria: [{id: X1, what: No card is declined}]",
            "exit criterion X1 (No card is declined): added",
        ),
    ],
)
def test_a_group_is_told_as_what_was_done(team: Path, added: str, told: str) -> None:
    assert f"{told}\n" in compared(team, [(CARDS, "silver_lining:", f"{added}\nsilver_lining:")])


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("agreed: {on: 2026-03-03}", "agreed: {on: 2026-03-03}, met: 2026-03-06", "agreed to met, 6 March"),
        ("dropped: {on: 2026-03-03}", "dropped: {on: 2026-03-03}, met: 2026-03-06", "met on 6 March"),
    ],
)
def test_what_a_criterion_reached_is_told_with_its_day(
    team: Path, before: str, after: str, told: str
) -> None:
    change(
        team, CARDS, "silver_lining:", f"exit_criteria: [{{id: X1, what: No card, {before}}}]\nsilver_lining:"
    )
    assert f"exit criterion X1 (No card): {told}\n" in compared(team, [(CARDS, before, after)])


SLEPT = "Joel slept through it"
"""Words of ours that no customer reads."""


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            f"what: {SLEPT}",
            f"what: {SLEPT}, say: Explain the alarm",
            'action A1 (Explain the alarm): words for the customer is "Explain the alarm"',
        ),
        (
            f"what: {SLEPT}, say: Explain the alarm",
            f"what: {SLEPT}, say: Explain the silent alarm",
            'A1 (Explain the silent alarm): words for the customer is now "Explain the silent alarm"',
        ),
        (
            f"what: {SLEPT}, say: Explain the alarm, due: 2026-03-13",
            f"what: {SLEPT}, say: Explain the alarm, due: 2026-03-15",
            "action A1 (Explain the alarm): due moved from 13 March to 15 March",
        ),
        (
            f"what: {SLEPT}, say: Explain the alarm",
            "what: Explain the alarm and correct it",
            'action A1 (Explain the alarm and correct it): text is "Explain the alarm and correct it"',
        ),
        (
            f"what: {SLEPT}, audience: internal",
            "what: Explain the alarm",
            "action A1 (Explain the alarm): now shown to the customer",
        ),
        (
            "what: Explain the alarm",
            f"what: {SLEPT}, audience: internal",
            "action A1 (Explain the alarm): no longer shown to the customer",
        ),
        (
            "what: Explain the alarm",
            f"what: Explain the alarm}}, {{what: {SLEPT}, say: Mend the alarm, notes: {SLEPT}",
            "action 2 (Mend the alarm): added",
        ),
        (
            f"what: Explain the alarm}}, {{what: {SLEPT}, say: Mend the alarm, notes: {SLEPT}",
            "what: Explain the alarm",
            "action 2 (Mend the alarm): taken out",
        ),
    ],
)
def test_what_the_customer_will_see_holds_no_words_of_ours(
    team: Path, before: str, after: str, told: str
) -> None:
    change(team, CARDS, "{id: A1, what: Renew the certificate,", f"{{id: A1, {before},")
    change(team, CARDS, ", due: 2026-03-13, serves: [C1]", "" if "due:" in before else ", serves: [C1]")
    chapters = json.loads(compared(team, [(CARDS, before, after)], "--output-format", "json"))
    lines = (one for chapter in chapters for one in chapter["remarks"])
    seen = [f"{one['about']}: {one['says']}" for one in lines if one["seen"]]
    assert any(told in line for line in seen), seen
    assert "slept" not in str(seen)


def test_an_item_that_opens_is_marked(team: Path) -> None:
    inside = [(CARDS, "{id: C1,", "{id: C1, audience: internal,")]
    compared(team, inside)
    (team.parent / "after").rename(team.parent / "before")
    result = run("diff", team.parent / "before", team, "-C", team)
    assert "! cause C1 (A certificate ran out): now shown to the customer" in result.stdout


def test_a_name_that_the_customer_reads_differently_is_told_where_it_shows(team: Path) -> None:
    told = compared(
        team, [("contacts.yaml", "customer_phone: +1 603 555 0100", "customer_phone: +1 603 555 0109")]
    )
    cards = told[told.index("kestrel/cards") : told.index("kestrel/mails")]
    assert "The customer will see" in cards and "+1 603 555 0109" in cards


def test_nothing_is_said_of_what_means_the_same(team: Path) -> None:
    edits = [
        (CARDS, "opened: 2026-03-09 08:00", "opened: 2026-03-09T08:00-04:00"),
        (CARDS, "severity: 2", "severity: 2  # bad"),
    ]
    assert compared(team, edits) == "Nothing changed in the case files.\n"


def test_whole_cases_come_go_and_cannot_be_read(team: Path) -> None:
    after = team.parent / "after"
    shutil.copytree(team, after)
    (after / "cases/kestrel/mails.yaml").unlink()
    (after / "cases/kestrel/new.yaml").write_text("title: New\nopened: 2026-03-11 02:05\nadvocate: ines\n")
    (after / "cases/wren/slow-pages.yaml").write_text("title: [")
    told = run("diff", team, after, "-C", team).stdout
    assert "kestrel/mails: Mails arrive an hour late is gone" in told
    assert "kestrel/new: New is new" in told
    assert "wren/slow-pages: Pages load slowly at noon cannot be read on one side" in told


def test_commits_are_compared_and_nothing_is_changed(team: Path) -> None:
    git(team, "init", "-q", "-b", "main")
    git(team, "add", "-A")
    git(team, "commit", "-qm", "one")
    git(team, "checkout", "-qb", "odd/näme;$(x)")
    change(team, CARDS, "stage: planning", "stage: customer-review")
    git(team, "commit", "-qam", "two")
    change(team, CARDS, "severity: 2", "severity: 1")
    before = tree(team)
    for sides, stage, severity in (
        ((), False, True),
        (("main..odd/näme;$(x)",), True, False),
        (("main...HEAD",), True, False),
        (("main",), True, True),
        (("HEAD..main",), True, False),
    ):
        told = run("diff", *sides, "-C", team).stdout
        assert ("customer review" in told) is stage, sides
        assert ("severity: is now" in told) is severity, sides
    assert tree(team) == before


@pytest.mark.parametrize(
    ("sides", "code", "said"),
    [
        (("nope",), 3, "There is no commit 'nope' here."),
        (("--", "--all"), 3, "There is no commit '--all' here."),
        (("a", "b", "c"), 2, "two folders"),
        (("cases", "cases"), 2, "has no casewright.yaml"),
    ],
)
def test_what_cannot_be_compared_is_said(team: Path, sides: tuple[str, ...], code: int, said: str) -> None:
    git(team, "init", "-q")
    git(team, "add", "-A")
    git(team, "commit", "-qm", "one")
    result = run("diff", "-C", team, "--as-of", "2026-03-11T14:30-04:00", *sides)
    assert result.exit_code == code and said in result.stderr


def test_without_git_or_a_commit_it_is_a_sentence(team: Path) -> None:
    result = run("diff", "-C", team)
    assert result.exit_code == 3 and "Compare two folders instead." in result.stderr
    git(team, "init", "-q")
    result = run("diff", "-C", team)
    assert result.exit_code == 3 and "Nothing is committed yet." in result.stderr


def test_a_shallow_clone_says_so(team: Path) -> None:
    git(team, "init", "-q", "-b", "main")
    git(team, "add", "-A")
    git(team, "commit", "-qm", "one")
    change(team, CARDS, "severity: 2", "severity: 1")
    git(team, "commit", "-qam", "two")
    shallow = team.parent / "shallow"
    git(team.parent, "clone", "-q", "--depth", "1", f"file://{team}", str(shallow))
    result = run("diff", "HEAD~1", "-C", shallow)
    assert result.exit_code == 3 and "This clone is shallow" in result.stderr


def test_a_comment_keeps_to_its_size_and_shows_text_as_it_is(team: Path) -> None:
    edits = [(CARDS, "Renew the certificate", "Renew *the* <b>certificate</b> with @joel _now_")]
    told = compared(team, edits, "--output-format", "markdown")
    assert "\\*the\\* \\<b\\>certificate" in told and "@joel" not in told
    many = {
        f"cases/kestrel/c{at}.yaml": f"title: {'Long title ' * 9}{at}\nopened: 2026-03-11 02:05\nadvocate: ines\n"
        for at in range(700)
    }
    for path, text in many.items():
        (team.parent / "after" / path).write_text(text)
    told = run("diff", team, team.parent / "after", "-C", team, "--output-format", "markdown").stdout
    assert len(told) < 65_536
    assert told.rstrip().endswith("more files changed; `casewright diff` tells of them all.")


def test_json_and_html_hold_the_same(team: Path) -> None:
    edits = [
        (CARDS, "stage: planning", "stage: engaged"),
        (CARDS, "Renew the certificate", "Renew <script>alert(1)</script> it"),
    ]
    data = json.loads(compared(team, edits, "--output-format", "json"))
    assert [one["key"] for one in data] == ["kestrel/cards"]
    assert {
        "about": "stage",
        "says": "planning to engaged",
        "seen": True,
        "warning": "the stage went back",
    } in data[0]["remarks"]
    after = team.parent / "after"
    page, again = (run("diff", team, after, "-C", team, "--output-format", "html").stdout for _ in range(2))
    assert "planning to engaged" in page and "<script" not in page
    assert page == again


def test_a_comment_names_the_worst_first_even_where_all_want_a_second_look(team: Path) -> None:
    after = team.parent / "after"
    shutil.copytree(team, after)
    for at in range(900):
        text = f"title: {'Long title ' * 9}{at}\nopened: 2026-03-11 02:05\nadvocate: ines\nnext_update: 2026-03-12 %s\n"
        for root, hour in ((team, "09:00"), (after, "16:00")):
            (root / f"cases/kestrel/c{at}.yaml").write_text(text % hour, encoding="utf-8")
    told = run("diff", team, after, "-C", team, "--output-format", "markdown").stdout
    assert told.startswith("### Look twice\n\n- kestrel/c0, next update: moved")
    assert re.search(r"\n- and [0-9]+ more\n", told)
    assert "### Long title" in told
    assert told.rstrip().endswith("more files changed; `casewright diff` tells of them all.")
    assert len(told) < 65_536


def test_a_case_that_is_renamed_is_the_same_case(team: Path) -> None:
    after = team.parent / "after"
    shutil.copytree(team, after)
    (after / CARDS).rename(after / "cases/kestrel/terminals.yaml")
    change(after, "cases/kestrel/terminals.yaml", "severity: 2", "severity: 1")
    told = run("diff", team, after, "-C", team).stdout
    assert "kestrel/terminals: Card payments declined at 41 shops\n" in told
    assert "name: is now terminals, was cards" in told
    assert "severity: is now 1, was 2" in told
    assert "is gone" not in told and "is new" not in told


def test_a_case_that_becomes_another_customers_is_marked(team: Path) -> None:
    after = team.parent / "after"
    shutil.copytree(team, after)
    (after / CARDS).rename(after / "cases/wren/cards.yaml")
    told = run("diff", team, after, "-C", team).stdout
    assert (
        "! customer: is now Wren Books, was Kestrel Outfitters (another customer reads it from now on)"
        in told
    )


def test_a_section_that_opens_says_how_much_opens_with_it(team: Path) -> None:
    old, new = "customer_sees: [summary, events, root_causes, ", "customer_sees: [summary, "
    closed = compared(team, [(CARDS, old, new)])
    assert "  the customer sees: events no longer (2 that were there)" in closed
    assert "! action" not in closed
    told = run("diff", team.parent / "after", team, "-C", team).stdout
    assert "! the customer sees: events from now on (2 that were there)" in told
    assert "! the customer sees: root causes from now on (1 that was there)" in told


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (
            (CARDS, "{id: A1, what", "{id: A1, audience: internal, what"),
            "! action A1 (Renew the certificate): no longer shown to the customer (a promise was taken out)",
        ),
        ((CARDS, "{id: C1, what", "{id: C9, what"), "cause C9 (A certificate ran out): id is now C9, was C1"),
        (
            (CARDS, "due: 2026-03-13", "due: 2026-03-13 12:00"),
            "  action A1 (Renew the certificate): due moved from 13 March to 13 March 12:00",
        ),
        (
            (CARDS, "at: 2026-03-13 10:00", "at: 2026-03-13 15:00"),
            "! meeting m1 (Agree the plan): time moved from 13 March 10:00 to 13 March 15:00 (a promise moved later)",
        ),
        (
            (CARDS, "attendees: [dana, ines],\n", "attendees: [ines, dana],\n"),
            "attendees in another order",
        ),
        (("contacts.yaml", "  joel: {name", "  joe: {name"), "person Joel Park: key is now joe, was joel"),
    ],
)
def test_what_opens_moves_and_is_renamed_is_told_once(
    team: Path, edit: tuple[str, str, str], line: str
) -> None:
    told = compared(team, [edit])
    assert told.count(line) == 1
    assert ": added" not in told and ": taken out" not in told


def test_templates_and_evidence_are_told_of(team: Path) -> None:
    after = team.parent / "after"
    shutil.copytree(team, after)
    (after / "templates").mkdir()
    (after / "templates/update.html").write_text("{% extends 'paper.html' %}", encoding="utf-8")
    (after / "cases/kestrel/cards").mkdir()
    (after / "cases/kestrel/cards/log.txt").write_text("x", encoding="utf-8")
    (after / "cases/kestrel/cards/link.txt").symlink_to("log.txt")
    told = run("diff", team, after, "-C", team).stdout
    assert "templates: Our own templates\n    file update.html: added\n" in told
    assert "file log.txt: added" in told
    assert "link.txt" not in told


def test_a_story_is_told_of_by_itself(team: Path) -> None:
    (team / "stories.yaml").write_text("- {what: The porter knew my name., thumb: up}\n", encoding="utf-8")
    told = compared(team, [("stories.yaml", "thumb: up", "thumb: down")])
    assert "story 1 (The porter knew my name): thumb is now down, was up" in told


def test_a_merge_that_is_unfinished_is_said(team: Path) -> None:
    git(team, "init", "-q", "-b", "main")
    git(team, "add", "-A")
    git(team, "commit", "-qm", "one")
    git(team, "checkout", "-qb", "side")
    (team / CARDS).unlink()
    git(team, "commit", "-qam", "two")
    git(team, "checkout", "-q", "main")
    change(team, CARDS, "severity: 2", "severity: 1")
    git(team, "commit", "-qam", "three")
    with pytest.raises(subprocess.CalledProcessError):
        git(team, "merge", "side")
    result = run("diff", "-C", team)
    assert result.exit_code == 0
    assert f"A merge of git is unfinished: {CARDS} was changed on both sides" in result.stderr


@pytest.mark.parametrize(
    "hostile",
    [
        "@everyone and @sam/team",
        "<img src=x onerror=alert(1)> <!-- hidden -->",
        "a | b `c` **d** _e_ ~~f~~",
        "#123 !45 GH-12 harborline/cases#7 &12 %3 $4",
        "http://evil.example/x www.evil.example ![x](http://a.example/b.png)",
        "=== and --- and &amp; &#64;all",
        "1. - [ ] done",
    ],
)
def test_hostile_words_are_words_in_a_comment(team: Path, hostile: str) -> None:
    edits = [
        (CARDS, "what: Renew the certificate", f"what: '{hostile}'"),
        (CARDS, "title: Card", f"title: '{hostile}'  #"),
    ]
    told = compared(team, edits, "--output-format", "markdown")
    lines = [line for line in told.splitlines() if line and not line.startswith("`")]
    assert told.replace("\u2060", "").replace("\\", "").count(hostile) >= 2
    for active in (r"@\w", r"[#!$%&~]\w", r"GH-[0-9]", "(?<!\u2060)//", r"www\.", r"(?<![\\*])[<>|`_~\[\]]"):
        linked = [line for line in lines if re.search(active, line.removeprefix("### "))]
        assert linked == [], active
