"""`casewright import`: nothing invented, every time right or marked, every event with the line it came from."""

import json
import re
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.intake.formats import drafts_of
from generator.intake.moments import Clock, moment_in, reading_of
from generator.intake.naming import apart
from generator.intake.zones import zone_said
from generator.source.reader import read_text
from tests.team import run, tree

HERE = Path(__file__).parent
SOURCES = sorted((HERE / "sources").iterdir())
ASKED = ("--customer", "wren", "--advocate", "ines")
IN_BERLIN = Clock(None, zone_said("Europe/Berlin") or Clock().zone)
IN_CEST = Clock(date(2018, 4, 18), zone_said("CEST") or Clock().zone)


def imported(*arguments: str | Path) -> Result:
    """Runs the command; only our own bugs raise."""
    command = ["import", *(str(argument) for argument in arguments)]
    return CliRunner().invoke(main, command, prog_name="casewright", catch_exceptions=False)


def taken(team: Path, *arguments: str | Path, exit_code: int = 0) -> str:
    """What the command prints."""
    result = imported(*arguments, *ASKED, "-C", team)
    assert result.exit_code == exit_code, result.output
    return result.stdout + result.stderr


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_a_source_becomes_exactly_these_drafts(
    team: Path, source: Path, request: pytest.FixtureRequest
) -> None:
    before = {path.name for path in (team / "cases/wren").iterdir()}
    told = taken(
        team,
        source,
        "--severity",
        "down=1",
        "--severity",
        "P2=2",
        exit_code=int(source.name in ("tickets.csv", "pages.json", "summary.json")),
    )
    made = sorted(path for path in (team / "cases/wren").iterdir() if path.name not in before)
    whole = told + "".join(f"\n--- {path.name}\n{path.read_text(encoding='utf-8')}" for path in made)
    golden = HERE / "expected" / f"{source.name}.txt"
    if request.config.getoption("--update-goldens"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(whole, encoding="utf-8")
    assert whole == golden.read_text(encoding="utf-8")
    for path in made:
        assert read_text(path.name, path.read_bytes())[1] == []


def test_everything_together_checks_without_an_error_that_the_source_does_not_bring(team: Path) -> None:
    taken(team, HERE / "sources", exit_code=1)
    found = json.loads(run("check", "-C", team, "--output-format", "json").stdout)
    errors = [one for one in found if one["severity"] == "error" and one["path"].startswith("cases/wren/")]
    assert [(one["code"], one["path"]) for one in errors] == [
        ("key-missing", "cases/wren/inc-8-tills-are-slow.yaml"),
    ]
    assert not any(
        "customer_sees" in path.read_text("utf-8") for path in (team / "cases/wren").glob("*.yaml")
    )


def test_no_file_is_written_over_and_a_second_run_adds_its_own(team: Path) -> None:
    source = HERE / "sources/incidents.json"
    taken(team, source)
    before = tree(team)
    assert taken(team, source, "--dry-run").endswith("Nothing was written.\n")
    assert tree(team) == before
    taken(team, source)
    assert before.items() <= tree(team).items()
    assert (team / "cases/wren/2026-01-09-slow-pages-2.yaml").exists()


def test_no_draft_takes_the_place_of_the_customers_own_file(team: Path, tmp_path: Path) -> None:
    report = tmp_path / "customer.md"
    report.write_text("# Queue\n\n## Timeline\n\n- 2026-03-02 10:00 UTC: It stopped.\n", encoding="utf-8")
    asked = ("--customer", "finch", "--name", "Finch & Sons", "--advocate", "ines")
    assert imported(report, *asked, "-C", team).exit_code == 0
    folder = team / "cases/finch"
    assert "Finch & Sons" in (folder / "customer.yaml").read_text(encoding="utf-8")
    assert "It stopped." in (folder / "customer-2.yaml").read_text(encoding="utf-8")


def test_a_customer_who_is_not_there_yet_wants_a_name(team: Path) -> None:
    asked = (
        HERE / "sources/incidents.json",
        "--advocate",
        "ines",
        "-C",
        team,
        "--customer",
        "finch",
    )
    refused = imported(*asked)
    assert refused.exit_code == 2 and "--name" in refused.stderr
    assert imported(*asked, "--name", "Finch & Sons: printers").exit_code == 0
    assert run("check", "-C", team, "--fail-on", "error").exit_code == 0
    assert "Finch & Sons: printers" in (team / "cases/finch/customer.yaml").read_text(encoding="utf-8")


def test_messages_of_a_status_page_are_contacts_only_where_that_is_said(team: Path) -> None:
    source = HERE / "sources/incidents.json"
    taken(team, source)
    taken(team, source, "--contact")
    first, second = (team / f"cases/wren/2026-01-09-slow-pages{end}.yaml" for end in ("", "-2"))
    assert "contact:" not in first.read_text(encoding="utf-8")
    assert second.read_text(encoding="utf-8").count("contact: out") == 3


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("nothing.json", b"{}"),
        ("broken.json", b'{"incidents": ['),
        ("deep.json", b"[" * 100_000),
        ("latin.csv", "Title;Created\nKöln;2026-01-01\n".encode("latin-1")),
        ("empty.csv", b""),
        ("nothing.csv", b"a,b\n1,2\n"),
        ("picture.png", b"\x89PNG"),
        ("open.csv", b'id,title\n1,"a\n2,b\n'),
        ("zero.csv", "id,title\n1,a\n".encode("utf-16-le")),
        ("wide.csv", b"id,title\n1,a\n" * 3_000_000),
    ],
)
def test_what_is_no_source_is_said_in_a_sentence(team: Path, tmp_path: Path, name: str, data: bytes) -> None:
    source = tmp_path / name
    source.write_bytes(data)
    before = tree(team)
    told = taken(team, source, exit_code=1)
    assert re.match(rf"{re.escape(name)}: .+\.\n", told), told
    assert tree(team) == before


@pytest.mark.parametrize(
    ("typed", "text", "doubt"),
    [
        ("2021-08-27T13:00:00-00:00", "2021-08-27T13:00Z", None),
        ("2023-02-03T16:00:00-05:00", "2023-02-03T16:00-05:00", None),
        ("Sep 27 2017 13:06", "2017-09-27T13:06+02:00", None),
        ("19. April, 11:00", "2018-04-19T11:00+02:00", None),
        ("11th of February 2022 - 19:00 UTC", "2022-02-11T19:00Z", None),
        ("2023-03-29 15h50 UTC", "2023-03-29T15:50Z", None),
        ("2018-07-18 17:14pm", "2018-07-18T17:14+02:00", None),
        ("12:05am", "2018-04-18T00:05+02:00", None),
        ("2018-07-18 10:00-11:00", "2018-07-18T10:00+02:00", None),
        ("16:37 Denver - updated", "2018-04-18T16:37-06:00", None),
        ("12:00 Paris office called", "2018-04-18T12:00+02:00", None),
        ("13/4/2024 2:02 PM UTC", "2024-04-13T14:02Z", None),
        ("~13:30", "2018-04-18T13:30+02:00", "'~'"),
        ("16:59 PST", "2018-04-18T16:59-08:00", "PST was not the time"),
        ("18:00 IST", "2018-04-18T18:00", "'IST' is not known"),
        ("2X:XX (not sure exact time)", "2018-04-18", "2X:XX"),
        ("2026-03-08 02:30 America/New_York", "2026-03-08T02:30-05:00", "clocks"),
        ("2026-11-01 01:30 America/New_York", "2026-11-01T01:30-04:00", "clocks"),
    ],
)
def test_a_time_is_read_right_or_marked(typed: str, text: str, doubt: str | None) -> None:
    reading = reading_of(typed, IN_CEST)
    assert reading is not None
    assert reading.moment.text == text
    assert (doubt is None and reading.moment.doubt is None) or (doubt or "-") in (reading.moment.doubt or "")


@pytest.mark.parametrize(
    ("typed", "text", "doubt"),
    [
        ("1773253800", "2026-03-11T18:30Z", None),
        ("1773253800123", "2026-03-11T18:30Z", None),
        ("2026-03-11 3pm", "2026-03-11T15:00+01:00", None),
        ("04/Mar/26 2:05 PM", "2026-03-04T14:05+01:00", None),
        ("3.4.2026, 14:05 Uhr", "2026-04-03T14:05+02:00", None),
        ("Wed, 04 Mar 2026 14:05:00 +0000", "2026-03-04T14:05Z", None),
        ("2026-03-11 14.05 Uhr", "2026-03-11", "'14 05'"),
        ("2026-03-11 14:05 Central European Time", "2026-03-11T14:05+01:00", "'Central European Time'"),
        ("Monday 11 March 2026 14:05", "2026-03-11T14:05+01:00", "'Monday'"),
        ("2026-03-11 around noon", "2026-03-11", "'around'"),
        ("2026-03-11 14:05 IST", "2026-03-11T14:05", "'IST'"),
    ],
)
def test_a_cell_is_read_whole_or_what_is_left_of_it_is_in_doubt(
    typed: str, text: str, doubt: str | None
) -> None:
    moment = moment_in(typed, IN_BERLIN)
    assert moment is not None
    assert moment.text == text
    assert (doubt is None and moment.doubt is None) or (doubt or "-") in (moment.doubt or "")


@pytest.mark.parametrize(
    "typed",
    [
        "12.03.26 14:05",
        "12/03 14:05",
        "yesterday 10:00",
        "day 2 10:00",
        "45123.5",
        "20260311T140500Z",
        "noon",
    ],
)
def test_a_day_that_cannot_be_told_is_none_even_where_one_is_inherited(typed: str) -> None:
    assert moment_in(typed, IN_BERLIN) is None
    if ":" in typed:
        assert reading_of(typed, IN_CEST) is None


@pytest.mark.parametrize(
    "typed", ["2026-03-11 13:05 am", "2026-03-11 0:30 pm", "2026-03-11 24:00", "0000-01-01"]
)
def test_a_time_that_is_none_raises(typed: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        moment_in(typed, IN_BERLIN)


def test_what_day_comes_first_can_be_said(team: Path, tmp_path: Path) -> None:
    source = tmp_path / "one.csv"
    source.write_text("id,title,created\n1,Tills are slow,03/04/2026 10:00\n", encoding="utf-8")
    opened = []
    for order in ("day-first", "month-first"):
        taken(team, source, "--dates", order, "--timezone", "UTC")
    for path in sorted((team / "cases/wren").glob("1-tills-are-slow*.yaml")):
        opened += re.findall(r"opened: (.+)", path.read_text(encoding="utf-8"))
    assert opened == ["2026-03-04T10:00Z", "2026-04-03T10:00Z"]


@pytest.mark.parametrize(
    ("data", "more"),
    [
        ("Title;Created\nKöln €;2026-01-01\n".encode("cp1252"), ("--encoding", "cp1252")),
        ("Title;Created\nKöln €;2026-01-01\n".encode("utf-16"), ()),
        ("Title;Created\nKöln €;2026-01-01\n".encode("utf-8-sig"), ()),
        ("sep=;\r\nTitle;Created\r\nKöln €;2026-01-01\r\n".encode(), ()),
    ],
)
def test_exports_of_spreadsheets_are_read(
    team: Path, tmp_path: Path, data: bytes, more: tuple[str, ...]
) -> None:
    source = tmp_path / "sheet.csv"
    source.write_bytes(data)
    taken(team, source, *more)
    assert 'title: "Köln €"' in (team / "cases/wren/2026-01-01-koln.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--encoding", "rot13"), "no encoding 'rot13'"),
        (("--column", "title=Kopf"), "no column 'Kopf'. Its columns are: Titel, Created."),
    ],
)
def test_an_option_that_fits_nothing_is_said(
    team: Path, tmp_path: Path, more: tuple[str, ...], said: str
) -> None:
    source = tmp_path / "sheet.csv"
    source.write_text("Titel;Created\nKöln;2026-01-01\n", encoding="utf-8")
    before = tree(team)
    result = imported(source, *ASKED, "-C", team, *more)
    assert result.exit_code in (1, 2)
    assert said in result.stderr and tree(team) == before


def test_a_column_within_another_can_be_named(team: Path, tmp_path: Path) -> None:
    source = tmp_path / "deep.json"
    source.write_text(
        '[\n{"id": 1, "about": {"head": "Tills are slow"}, "created": "2026-01-01"}]', encoding="utf-8"
    )
    taken(team, source, "--column", "title=about.head")
    text = (team / "cases/wren/1-tills-are-slow.yaml").read_text(encoding="utf-8")
    assert "title: Tills are slow" in text and "deep.json, line 2" in text


def test_many_incidents_of_one_name_are_kept_apart_soon() -> None:
    names = apart(["same"] * 20_000, frozenset({"same-2"}))
    assert len(set(names)) == 20_000 and names[:2] == ["same", "same-3"]


@pytest.mark.parametrize("typed", ["3/4/2024 2:02 PM", "soon", ""])
def test_a_day_that_cannot_be_told_is_none(typed: str) -> None:
    assert reading_of(typed, Clock()) is None


def test_a_clock_that_goes_back_under_an_inherited_date_is_marked() -> None:
    late = reading_of("2025-07-14 23:50", IN_CEST)
    assert late is not None
    early = reading_of("00:20", IN_CEST.after(late))
    assert early is not None and "next day" in (early.moment.doubt or "")
    later = reading_of("02:10", IN_CEST.after(early))
    assert later is not None and "next day" in (later.moment.doubt or "")
    sure = reading_of("2025-07-15 03:00", IN_CEST.after(later))
    assert sure is not None and sure.moment.doubt is None
    assert IN_CEST.after(sure).unsure is False


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "long.md",
            "# 2026-01-01\n\n## Timeline\n\n- " + "10:00 - " * 60_000 + "\n- 10:00 " + "10:05 " * 60_000,
        ),
        (
            "long.csv",
            "id,title,created,comment\n1,a,2026-01-01,"
            + "10:00 " * 60_000
            + "\n2,b,"
            + "10:00 " * 60_000
            + ",\n",
        ),
    ],
)
def test_a_text_of_nothing_but_times_is_read_soon(name: str, text: str) -> None:
    begun = process_time()
    assert drafts_of(name, text, Clock(), {})
    assert process_time() - begun < 10
