"""The roll-up and the digest by the real command: their periods, their figures for machines, and the mail."""

import csv
import json
import re
from pathlib import Path

import pytest

from tests.reading import pdf_pages, squeezed
from tests.team import AS_OF, make_team, run

SETTINGS = """
    organisation: Harborline Hosting
    timezone: America/New_York
    cause_categories: {alarm: "=HYPERLINK(\\"https://evil.example\\")", change: Change <b>without</b> review}
    products: {copy: {name: Read copy}}
    """
CAUSED = """
    title: Something
    opened: 2026-02-0%s 08:00
    advocate: ines
    product: copy
    root_causes: [{what: x, state: confirmed, category: %s}]
    """


def rolled(root: Path, out: Path, *arguments: str, paper: str = "roll-up") -> dict[str, Path]:
    """The files that the command made, by ending."""
    result = run("paper", paper, *arguments, "-C", root, "--out", out)
    assert result.exit_code == 0, result.output
    files = [Path(line) for line in result.stdout.splitlines()]
    return {path.name.partition(".internal.")[2]: path for path in files}


def figures(files: dict[str, Path]) -> dict[tuple[str, str], dict[str, object]]:
    """The figures of the JSON file, by what they are and of what."""
    found = json.loads(files["json"].read_text(encoding="utf-8"))["figures"]
    return {(one["figure"], one["of"]): one for one in found}


def test_unless_told_it_is_the_quarter_to_date(team: Path, out: Path) -> None:
    files = rolled(team, out)
    assert {path.name.partition("-roll-up")[0] for path in files.values()} == {"2026-01-01-to-2026-03-11"}
    assert set(files) == {"html", "csv", "json", "pdf"}
    assert figures(files)["cases-opened", ""]["value"] == 3


def test_only_a_last_day_means_the_quarter_up_to_it(team: Path, out: Path) -> None:
    assert "2025-10-01-to-2025-11-30" in rolled(team, out, "--to", "2025-11-30")["pdf"].name


@pytest.mark.parametrize("paper", ["roll-up", "digest"])
@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (("--from", "2026-03-02", "--to", "2026-03-01"), "--from is after --to"),
        (("--from", "2027-01-01"), "--from is after --to"),
        (("--from", "0001-01-01"), "1900 to 2999"),
        (("--to", "9999-12-31"), "1900 to 2999"),
        (("--from", "yesterday"), "is no day"),
    ],
)
def test_a_period_that_is_none_is_refused(
    team: Path, out: Path, paper: str, days: tuple[str, ...], sentence: str
) -> None:
    result = run("paper", paper, *days, "-C", team, "--out", out)
    assert (result.exit_code, out.exists()) == (2, False)
    assert sentence in result.stderr


@pytest.mark.parametrize("paper", ["roll-up", "digest"])
def test_a_period_without_a_case_says_so(team: Path, out: Path, paper: str) -> None:
    files = rolled(team, out, "--from", "2019-01-01", "--to", "2019-12-31", paper=paper)
    text = " ".join(pdf_pages(files["pdf"]))
    assert squeezed(
        "No case was opened" if paper == "roll-up" else "No case opened and none closed"
    ) in squeezed(text)
    assert squeezed("Nobody") not in squeezed(text) and "None" not in text
    if paper == "roll-up":
        assert squeezed("No case was opened or closed.") in squeezed(text)


def test_one_case_alone_tells_no_figure_but_how_many_there_are(tmp_path: Path, out: Path) -> None:
    root = make_team(tmp_path / "one")
    for name in ("kestrel/mails", "wren/slow-pages"):
        (root / f"cases/{name}.yaml").unlink()
    files = rolled(root, out)
    known = figures(files)
    assert known["cases-opened", ""]["value"] == 1
    withheld = ("time-to-first-plan", "time-to-close", "minutes-to-engage", "promises-in-time")
    assert {one["value"] for key, one in known.items() if key[0] in withheld} == {None}
    assert squeezed("too few to say") in squeezed(" ".join(pdf_pages(files["pdf"])))


def test_every_figure_carries_the_cases_behind_it_and_none_is_told_below_the_threshold(
    team: Path, out: Path
) -> None:
    (team / "casewright.yaml").write_text(
        (team / "casewright.yaml").read_text(encoding="utf-8") + "figures: {at_least: 2}\n", encoding="utf-8"
    )
    shares = [one for one in figures(rolled(team, out)).values() if str(one["unit"]).startswith("per cent")]
    assert shares
    for one in shares:
        assert isinstance(one["cases"], int)
        assert (one["value"] is None) == (one["cases"] < 2)


def caused(root: Path) -> None:
    """Six cases of two categories whose names want to be more than text."""
    (root / "casewright.yaml").write_text(re.sub("(?m)^    ", "", SETTINGS), encoding="utf-8")
    for number in range(6):
        text = CAUSED % (number + 1, "alarm" if number % 2 else "change")
        (root / f"cases/wren/c{number}.yaml").write_text(re.sub("(?m)^    ", "", text), encoding="utf-8")


def test_no_spreadsheet_runs_a_cell_and_no_browser_a_name(team: Path, out: Path) -> None:
    caused(team)
    files = rolled(team, out)
    rows = list(csv.reader(files["csv"].read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0] == ["figure", "of", "value", "unit", "cases", "before", "before_cases"]
    assert all(len(row) == 7 and not cell.startswith(("=", "+", "@")) for row in rows for cell in row)
    assert any("HYPERLINK" in cell for row in rows for cell in row)
    page = files["html"].read_text(encoding="utf-8")
    assert "<b>without" not in page and "Change &lt;b&gt;without&lt;/b&gt; review" in page


def test_the_title_says_the_finding_and_the_drawing_says_it_in_words(team: Path, out: Path) -> None:
    caused(team)
    (team / "cases/wren/c9.yaml").write_text(
        re.sub("(?m)^    ", "", CAUSED % (9, "change")), encoding="utf-8"
    )
    page = rolled(team, out)["html"].read_text(encoding="utf-8")
    title = re.search("<h1>(.*?)</h1>", page, re.DOTALL)
    bars = page[page.index('<table class="bars">') :]
    drawn = re.findall(r'<th scope="row">(.*?)</th>.*?<title>(.*?)</title>', bars, re.DOTALL)
    assert title and title[1].endswith("leads, with four of seven causes")
    assert [words for _, words in drawn[:2]] == ["4, 57 %", "3, 43 %"]


def test_a_title_counts_one_promise_as_one(team: Path, out: Path) -> None:
    (team / "casewright.yaml").write_text("figures: {at_least: 1}\n", encoding="utf-8")
    for name, ends in (("wren/slow-pages", "kept: 2026-02-01"), ("kestrel/mails", "by: ines")):
        case = team / f"cases/{name}.yaml"
        case.write_text(
            case.read_text(encoding="utf-8") + f"commitments: [{{what: x, due: 2026-02-01, {ends}}}]\n",
            encoding="utf-8",
        )
    page = rolled(team, out)["html"].read_text(encoding="utf-8")
    title = re.search("<h1>(.*?)</h1>", page, re.DOTALL)
    assert title and re.fullmatch("One of [a-z]+ promises was kept in time", title[1])


def test_a_lesson_that_was_learnt_twice_is_told_once(team: Path, out: Path) -> None:
    for number, name in enumerate(("wren/slow-pages", "kestrel/mails"), 1):
        case = team / f"cases/{name}.yaml"
        lesson = f"lessons: [{{key: alarms, what: Alarms compare, owner: ines, due: 2026-01-0{number}}}]\n"
        case.write_text(case.read_text(encoding="utf-8") + lesson, encoding="utf-8")
    files = rolled(team, out)
    text = squeezed(" ".join(pdf_pages(files["pdf"])))
    assert squeezed("Learnt again: Alarms compare.") in text
    assert squeezed("it is not adopted. Due 1 January.") in text and squeezed("Not adopted yet") not in text
    assert figures(files)["lessons-open", ""]["value"] == 2


def test_the_mail_fetches_nothing_and_carries_its_style_on_each_element(team: Path, out: Path) -> None:
    mail = rolled(team, out, paper="digest")["mail.html"].read_text(encoding="utf-8")
    assert not re.search(r"<(style|link|script|img|div|section|svg)\b|class=|src=|url\(|@import", mail)
    assert mail.count("table-layout: fixed") == 2 and "overflow-wrap: anywhere" in mail, (
        "a long word would widen it"
    )
    assert "Card payments declined" in mail and "a customer" in mail.casefold()
    for name in ("Kestrel", "Wren Books", "Dana", "Joel"):
        assert name not in mail


@pytest.mark.parametrize("ending", ["html", "mail.html", "pdf"])
def test_no_copy_of_the_digest_names_a_customer_or_a_person(team: Path, out: Path, ending: str) -> None:
    path = rolled(team, out, paper="digest")[ending]
    text = " ".join(pdf_pages(path)) if ending == "pdf" else path.read_text(encoding="utf-8")
    for name in ("kestrel", "wrenbooks", "danawhitlock", "joelpark"):
        assert name not in squeezed(text)


def test_both_are_as_of_the_moment_that_was_given(team: Path, out: Path) -> None:
    early = run("paper", "roll-up", "-C", team, "--as-of", "2026-02-03T09:00-05:00", "--out", out, "--no-pdf")
    assert early.exit_code == 0 and "2026-01-01-to-2026-02-03" in early.stdout
    assert AS_OF not in early.stdout


def test_a_long_name_takes_two_lines_of_the_running_head_at_most(team: Path, out: Path) -> None:
    (team / "casewright.yaml").write_text(f"organisation: {'W' * 200}\n", encoding="utf-8")
    page = rolled(team, out)["html"].read_text(encoding="utf-8")
    head = re.search('data-organisation="(.*?)"', page)
    assert head and head[1] == "W" * 79 + "…"
