"""`casewright who`: the ladder rung by rung, for whoever has just been woken."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.source.nodes import Mapping
from generator.source.reader import read_text
from generator.source.salvage import salvaged
from tests.team import run
from tests.telling_git import commit, git

NIGHT = "2026-03-03T02:05"


def said(folder: Path, *words: str, as_of: str = NIGHT) -> str:
    """What is printed on one line, however it was wrapped."""
    done = run("who", *words, "-C", folder, "--as-of", as_of)
    assert done.exit_code == 0, done.output
    return " ".join(done.stdout.split())


def rungs(folder: Path, *words: str, as_of: str = NIGHT) -> list[dict[str, Any]]:
    """The rungs of the JSON."""
    done = run("who", *words, "-C", folder, "--as-of", as_of, "--output-format", "json")
    assert done.exit_code == 0, done.output
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_each_rung_has_its_minute_its_number_as_typed_and_its_reason(folder: Path) -> None:
    text = said(folder, "engineering")
    assert "from 02:05 on Tuesday 3 March 2026 (America/New_York)" in text
    assert (
        "02:05 +1 603 555 0142 x017 Priya Raman, On-call lead Primary, 07:05 in London. On duty by the rotation week "
        "until Monday 9 March 09:00. Number confirmed on 27 February by Ines Okafor, 4 days ago. "
        "Else +1 603 555 0143 (home) and 004142." in text
    )
    assert "02:15 +1 603 555 0145 Jonas Keller Backup. Holds this rung by name." in text
    assert "02:25 +1 603 555 0146 Vera Blum Vice president." in text, "a rung left out costs no time"
    assert "-- Manager and director: left out on purpose; ring on at once." in text
    assert (
        "02:35 +1 603 555 0146 Vera Blum Last resort." in text and "Rung before, as vice president." in text
    )
    assert "This number was never confirmed." in text and "Note: Ring twice." in text
    assert (
        "The matrix as a whole was reviewed on 2 January by Ines Okafor, 60 days ago, longer than the 30 days"
        in text
    )


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-03-12T10:00", "Takes this turn of week until Friday 13 March 09:00: swapped with priya."),
        (
            "2026-03-11T11:30",
            "Away from 12:00 today. Li Wei, 112, is named to stand in and has not agreed yet.",
        ),
        (
            "2026-03-11T12:30",
            "Is away until Thursday 12 March 12:00. Li Wei, 112, is named to stand in and has not",
        ),
        (
            "2026-03-11T11:30",
            "Ines Okafor Backup. Stands in for Jonas Keller, who is away until the end of Thursday 12",
        ),
        ("2026-03-01T10:00", "Primary: the rotation week has nobody on duty now; ring on at once."),
    ],
)
def test_it_says_why_it_is_this_person(folder: Path, as_of: str, expected: str) -> None:
    assert expected in said(folder, "engineering", as_of=as_of)


def test_an_hour_that_comes_twice_is_told_with_its_offset(folder: Path) -> None:
    text = said(folder, "engineering", as_of="2026-11-01T01:45-04:00")
    assert "from 01:45 UTC-4 on Sunday 1 November 2026 (America/New_York)" in text
    assert "01:45 UTC-4 +1 603 555" in text
    assert "01:05 UTC-5 +1 603 555" in text
    assert "UTC" not in said(folder, "engineering", as_of="2026-11-01T03:00-05:00")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("2026-03-08 02:30", "Write the hour that the clock really showed, or add the offset."),
        (
            "2026-11-01T01:50",
            "Add the offset: `2026-11-01T01:50:00-04:00` or `2026-11-01T01:50:00-05:00`.",
        ),
    ],
)
@pytest.mark.parametrize(
    "command",
    [["who", "engineering"], ["call", "engineering"], ["check"], ["diff", "HEAD"], ["build"], ["serve"]],
)
def test_a_moment_that_no_clock_showed_once_is_refused(
    folder: Path, command: list[str], typed: str, why: str
) -> None:
    git(folder, "init", "-q")
    commit(folder, "2026-03-02T09:00:00-05:00")
    refused = run(*command, "-C", folder, "--as-of", typed)
    assert refused.exit_code == 2
    assert why in " ".join(refused.stderr.split())
    with_offset = run("who", "engineering", "-C", folder, "--as-of", f"{typed}-05:00")
    assert with_offset.exit_code == 0


def test_json_is_a_list_of_rungs_for_a_program(folder: Path) -> None:
    first, second, manager, _, vp, last = rungs(folder, "engineering")
    assert (first["rung"], first["minute"], first["at"]) == ("primary", 0, "2026-03-03T02:05:00-05:00")
    assert (first["phone"], first["person"], first["reason"]) == ("+1 603 555 0142 x017", "priya", "rotation")
    assert first["local_time"] == "2026-03-03T07:05:00+00:00"
    assert first["other_phones"][1] == {"number": "004142", "note": None}
    assert first["confirmed"] == {"on": "2026-02-27", "by": "ines"} and first["stale"] is False
    assert second["minute"] == 10 and second["stale"] is False
    assert (manager["person"], manager["at"], manager["reason"]) == (None, None, "none")
    assert (vp["minute"], last["rung"], last["minute"], last["person"]) == (20, "last-resort", 30, "vera")


def test_somebody_who_stands_on_two_rungs_is_told_at_the_second(folder: Path) -> None:
    contacts = folder / "contacts.yaml"
    contacts.write_text(contacts.read_text().replace("alternate: ines, cleared", "alternate: vera, cleared"))
    text = said(folder, "engineering", as_of="2026-03-11T10:00")
    assert (
        "Vera Blum Backup. Stands in for Jonas Keller, who is away until the end of Thursday 12 March. This"
        in text
    )
    assert "Vera Blum Vice president. Holds this rung by name. Rung before, as backup." in text


def test_without_a_last_resort_the_primary_is_rung_again(folder: Path) -> None:
    settings = folder / "casewright.yaml"
    settings.write_text(settings.read_text().replace(", last_resort: vera", ""))
    last = rungs(folder, "engineering")[-1]
    assert (last["rung"], last["person"], last["minute"]) == ("again", "priya", 30)
    assert "because the settings name no last resort" in said(folder, "engineering")


@pytest.mark.parametrize(
    ("words", "area"),
    [
        (["ENGINEERING"], "engineering"),
        (["db", "copy"], "engineering"),
        (["Replication"], "engineering"),
        (["first line"], "engineering"),
        (["drops"], "network"),
        (["mail"], "network"),
        (["northline"], "carrier"),
    ],
)
def test_an_area_is_found_by_any_of_its_names(folder: Path, words: list[str], area: str) -> None:
    assert {rung["area"] for rung in rungs(folder, *words)} == {area}


def test_several_are_listed_and_none_is_answered_with_the_nearest(folder: Path) -> None:
    several = run("who", "line", "-C", folder)
    assert several.exit_code == 2
    assert (
        "fits several areas. Name one of them:\n  engineering  Engineering\n  network  Network"
        in several.stderr
    )
    none = run("who", "enginering", "-C", folder)
    assert none.exit_code == 2 and "Did you mean 'engineering'?" in none.stderr
    neither = run("who", "-C", folder)
    assert neither.exit_code == 2 and "--customer" in neither.stderr


def test_an_outside_firm_has_its_quote_and_may_have_fewer_rungs(folder: Path) -> None:
    text = said(folder, "carrier")
    assert "Quote first: customer number 40117." in text
    assert "02:05 +1 603 555 0170 Night desk, first line" in text
    assert "Backup, manager, director and vice president: not there at this firm; ring on at once." in text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  network: {name: Network,", "  network: {name: Network, colour: red,"),
        ("  network: {name: Network,", "  network: {name: Net: work,"),
        ("  network: {name: Network,", "  network: {name: [Network,"),
        ("  network: {name: Network,", "  network: {name: Network, name: Again,"),
        ("  tomas: {name: Tomas Lind, phone: +1 603 555 0144}", "  tomas: {phone: 0}"),
    ],
)  # fmt: skip
def test_a_fault_elsewhere_is_one_line_on_stderr(folder: Path, old: str, new: str) -> None:
    before = rungs(folder, "engineering")
    contacts = folder / "contacts.yaml"
    assert old in contacts.read_text()
    contacts.write_text(contacts.read_text().replace(old, new))
    done = run("who", "engineering", "-C", folder, "--as-of", NIGHT, "--output-format", "json")
    assert done.exit_code == 0 and json.loads(done.stdout) == before
    assert done.stderr.startswith("contacts.yaml:") and done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("fault", "rung", "person"),
    [
        ("colour: red, primary: {rotation: week}", 0, "priya"),
        ("covers: {a: b}, primary: {rotation: week}", 0, "priya"),
        ("primary: {rotaton: week}", 1, "jonas"),
        ("primary: Priya Raman", 1, "jonas"),
    ],
)
def test_a_fault_in_the_very_area_costs_only_what_it_touches(
    folder: Path, fault: str, rung: int, person: str
) -> None:
    contacts = folder / "contacts.yaml"
    text = contacts.read_text()
    start, end = text.index("  engineering:\n"), text.index("  network:")
    area = f"  engineering: {{name: Engineering, {fault}, backup: jonas, manager: none, director: none, vp: vera}}\n"
    contacts.write_text(text[:start] + area + text[end:])
    done = run("who", "engineering", "-C", folder, "--as-of", NIGHT, "--output-format", "json")
    assert done.exit_code == 0 and done.stderr.count("\n") == 1
    found = json.loads(done.stdout)
    assert found[rung]["person"] == person and found[-1]["person"] == "vera"
    assert [one["person"] for one in found[:rung]] == [None] * rung


def test_an_area_without_a_name_is_called_by_its_key(folder: Path) -> None:
    contacts = folder / "contacts.yaml"
    contacts.write_text(contacts.read_text().replace("network: {name: Network, ", "network: {"))
    assert said(folder, "network").startswith("network: whom to ring")


def test_a_fault_in_a_case_is_not_even_read(folder: Path) -> None:
    case = folder / "cases/kestrel/cards.yaml"
    case.parent.mkdir(parents=True)
    case.write_text("title: [\n")
    assert run("who", "engineering", "-C", folder).stderr == ""


def test_a_person_whose_entry_has_a_fault_is_named_as_they_were_typed(folder: Path) -> None:
    contacts = folder / "contacts.yaml"
    contacts.write_text(
        contacts.read_text().replace("phone: +1 603 555 0145,", "phone: 603 555 0145, colour: red,")
    )
    second = rungs(folder, "engineering")[1]
    assert (second["person"], second["name"], second["phone"]) == ("jonas", "Jonas Keller", "603 555 0145")


@pytest.mark.parametrize("settings", [None, "timezone: [\n", "ladder: {step: 0 minutes}\n", "\0"])
def test_settings_that_are_missing_or_broken_leave_the_defaults(folder: Path, settings: str | None) -> None:
    (folder / "casewright.yaml").unlink()
    if settings is not None:
        (folder / "casewright.yaml").write_text(settings)
    done = run("who", "engineering", "-C", folder, "--as-of", NIGHT, "--output-format", "json")
    assert done.exit_code == 0 and [rung["minute"] for rung in json.loads(done.stdout)][:2] == [0, 15]
    assert (
        done.stderr.startswith(("casewright.yaml:", "There is no casewright.yaml"))
        and done.stderr.count("\n") == 1
    )


def test_contacts_that_are_missing_or_cannot_be_read_are_said_in_a_sentence(folder: Path) -> None:
    (folder / "contacts.yaml").write_text("people: [\n")
    broken = run("who", "engineering", "-C", folder)
    assert broken.exit_code == 3 and broken.stderr.startswith("contacts.yaml cannot be read")
    (folder / "contacts.yaml").unlink()
    missing = run("who", "engineering", "-C", folder)
    assert missing.exit_code == 3 and missing.stderr.startswith("There is no contacts.yaml here")


def test_what_is_salvaged_stands_where_it_stood() -> None:
    text = "people:\n  a: {name: A}\n  b: {name: [B}\n  c:\n    name: C\nareas:\n  d: x\n"
    broken = read_text("contacts.yaml", text.encode())[0]
    left = salvaged(broken)
    assert isinstance(left.root, Mapping) and isinstance(people := left.root.entries["people"], Mapping)
    assert list(people.entries) == ["a", "c"] and list(left.root.entries) == ["people", "areas"]
    assert people.keys["c"].line == 4 and left.text == text
    assert salvaged(left) is left


def test_a_customer_is_told_with_their_people_ours_their_requests_and_their_cases(
    repository: Path, tmp_path: Path
) -> None:
    for name in ("contacts.yaml", "casewright.yaml"):
        shutil.copy(repository / name, tmp_path / name)
    shutil.copytree(repository / "cases/kestrel", tmp_path / "cases/kestrel")
    as_of = "2026-03-11T14:30"
    text = said(tmp_path, "--customer", "kestrel", as_of=as_of)
    assert text.startswith("Kestrel Outfitters, Platinum, served 24x7; as of 14:30 in America/New_York.")
    assert (
        "+1 603 555 0180 Dana Whitlock, operations director It is 14:30 in New York. Prefers phone." in text
    )
    assert "+1 603 555 0104 Grace Achieng, Vice president, operations Sponsor." in text
    assert "A case of severity 2 or worse: tell Engineering up to the director within 30 minutes" in text
    assert "kestrel/2026-03-replication" in text and "kestrel/2026-01-checkout" not in text, "closed"
    data = json.loads(
        run(
            "who", "--customer", "kestrel", "-C", tmp_path, "--as-of", as_of, "--output-format", "json"
        ).stdout
    )
    assert data["standing_requests"][0]["within"] == "30 minutes"
    assert {case["case"] for case in data["open_cases"]} >= {"kestrel/2026-03-replication"}
    unknown = run("who", "--customer", "kestral", "-C", tmp_path)
    assert unknown.exit_code == 2 and "Did you mean 'kestrel'?" in unknown.stderr
