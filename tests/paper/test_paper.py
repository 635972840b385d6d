"""`casewright paper`: one paper, printed now, whatever else is wrong in the workspace."""

from pathlib import Path

import pytest
from click.testing import Result

from generator.documents.papers import PAPERS
from tests.reading import Read, pdf_pages, text_of
from tests.sample_build import casewright
from tests.team import AS_OF, run, tree
from tests.telling_git import change

AUDIENCES = ("internal", "customer")
EACH = [(key, audience.value) for key, paper in PAPERS.items() for audience in paper.audiences]
OF_CUSTOMER = [key for key, audience in EACH if audience == "customer"]
OF_MEETING = [key for key, paper in PAPERS.items() if paper.of_meeting]
NOT_YET = ("get-well-plan", "close-out")
"""Papers that the small case is too young for."""


def printed(team: Path, out: Path, *arguments: str, pdf: bool = False, exit_code: int = 0) -> Result:
    """Prints a paper into a folder, its PDF only where asked for."""
    quick = [] if pdf else ["--no-pdf"]
    result = run("paper", *arguments, "-C", team, "--out", out, *quick)
    assert result.exit_code == exit_code, result.output
    return result


def page(out: Path, name: str) -> str:
    return text_of(Read(out / name).tree)


@pytest.mark.parametrize(("paper", "audience"), [one for one in EACH if one[0] not in NOT_YET])
def test_each_paper_prints_for_each_reader(team: Path, out: Path, paper: str, audience: str) -> None:
    drafts = ["--draft"] if (paper, audience) == ("meeting-pack", "customer") else []
    result = printed(team, out, paper, "kestrel/cards", "--audience", audience, *drafts, pdf=True)
    stem = f"kestrel-cards-{paper}.{audience}"
    names = [f"{stem}.html", *([f"{stem}.txt"] if paper == "update" else []), f"{stem}.pdf"]
    assert result.stdout.splitlines() == [str(out / name) for name in names]
    assert sorted(path.name for path in out.iterdir()) == sorted(names)
    assert "Card payments declined at 41 shops" in pdf_pages(out / f"{stem}.pdf")[0]
    assert "DRAFT" in page(out, f"{stem}.html")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_get_well_plan_prints_where_nothing_is_planned_yet(team: Path, out: Path, audience: str) -> None:
    printed(team, out, "get-well-plan", "kestrel/cards", "--audience", audience)
    assert "Renew the certificate" in page(out, f"kestrel-cards-get-well-plan.{audience}.html")


def test_without_an_audience_it_is_our_own_copy(team: Path, out: Path) -> None:
    printed(team, out, "chronology", "kestrel/cards")
    assert [path.name for path in out.iterdir()] == ["kestrel-cards-chronology.internal.html"]


def test_it_goes_to_the_current_folder_unless_told(team: Path, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    before = tree(team)
    ran = casewright("paper", "update", "kestrel/mails", "--no-pdf", "-C", team, "--as-of", AS_OF, cwd=here)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == [
        "kestrel-mails-update.internal.html",
        "kestrel-mails-update.internal.txt",
    ]
    assert sorted(path.name for path in here.iterdir()) == ran.stdout.splitlines()
    assert tree(team) == before


def test_printing_twice_gives_the_same_bytes_and_replaces(team: Path, out: Path) -> None:
    printed(team, out, "update", "kestrel/cards", "--audience", "customer", pdf=True)
    before = tree(out)
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    printed(team, out, "update", "kestrel/cards", "--audience", "customer", pdf=True)
    assert {name: digest for name, digest in tree(out).items() if name != "mine.txt"} == before


def test_the_build_prints_the_same_bytes(team: Path, out: Path) -> None:
    printed(team, out, "update", "kestrel/cards", "--audience", "customer", pdf=True)
    site = out.with_name("site")
    result = run("build", "-C", team, "--out", site, "--case", "kestrel/cards")
    assert result.exit_code == 0, result.output
    for path in out.iterdir():
        assert (site / "cases/kestrel/cards" / path.name).read_bytes() == path.read_bytes(), path.name


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["updat", "kestrel/cards"], "There is no paper 'updat'. Did you mean 'update'?"),
        (["summary", "kestrel/cards"], "There is no paper 'summary'."),
        (["update", "kestrel/card"], "There is no case 'kestrel/card'. Did you mean 'kestrel/cards'?"),
        (["update", "kestrel"], "There is no case 'kestrel'."),
        (["update", "../kestrel/cards"], "There is no case '../kestrel/cards'."),
        (["update"], "The update is of a case: name it as <customer>/<case>."),
        (["agenda"], "The agenda is of a case: name it as <customer>/<case>."),
        (["update", "kestrel/cards", "--meeting", "m1"], "--meeting goes with an agenda or a meeting pack"),
        (["agenda", "kestrel/cards", "--meeting", "m9"], "has no meeting m9 to print an agenda of"),
        (["agenda", "kestrel/mails"], "has no meeting to print an agenda of"),
        (["update", "kestrel/cards", "--audience", "me"], "'me' is not one of 'internal', 'customer'"),
        ([], "Missing argument 'PAPER'"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(
    team: Path, out: Path, arguments: list[str], sentence: str
) -> None:
    result = run("paper", *arguments, "-C", team, "--out", out)
    assert result.exit_code == 2, result.output
    assert sentence in " ".join(result.stderr.split())
    assert result.stdout == "" and not out.exists()


@pytest.mark.parametrize("text", ["{", "", "title: Late\n"], ids=["broken", "empty", "keys missing"])
def test_a_case_that_cannot_be_read_is_told_with_what_is_wrong(team: Path, out: Path, text: str) -> None:
    (team / "cases/wren/slow-pages.yaml").write_text(text, encoding="utf-8")
    result = printed(team, out, "update", "wren/slow-pages", exit_code=1)
    assert "cases/wren/slow-pages.yaml:" in result.stderr and "error[" in result.stderr
    assert result.stdout == "" and not out.exists()


def test_what_is_wrong_elsewhere_keeps_no_paper_from_printing(team: Path, out: Path) -> None:
    for name in (
        "casewright.yaml",
        "contacts.yaml",
        "cases/wren/customer.yaml",
        "cases/wren/slow-pages.yaml",
    ):
        (team / name).write_text("{", encoding="utf-8")
    result = printed(team, out, "update", "kestrel/cards")
    assert "wren" not in result.stderr
    assert "Card payments declined" in page(out, "kestrel-cards-update.internal.html")


def test_what_is_wrong_in_the_case_is_told_beside_the_paper(team: Path, out: Path) -> None:
    with (team / "cases/kestrel/cards.yaml").open("a", encoding="utf-8") as file:
        file.write("sponsor: nobody\n")
    result = printed(team, out, "situation-summary", "kestrel/cards")
    assert "error[person-unknown]" in result.stderr
    assert result.stdout.splitlines() == [str(out / "kestrel-cards-situation-summary.internal.html")]


def test_a_number_that_nobody_can_dial_stops_the_papers_that_it_stands_on(team: Path, out: Path) -> None:
    contacts = team / "contacts.yaml"
    text = contacts.read_text(encoding="utf-8")
    contacts.write_text(text.replace("+1 603 555 0100", "+1 603 555"), encoding="utf-8")
    result = printed(team, out, "update", "kestrel/cards", "--audience", "customer", exit_code=1)
    assert "error[number-undiallable]" in result.stderr
    assert result.stdout == "" and not out.exists()
    result = printed(team, out, "update", "kestrel/cards")
    assert [Path(line).suffix for line in result.stdout.splitlines()] == [".html", ".txt"]
    result = printed(team, out, "chronology", "kestrel/cards", "--audience", "customer")
    assert "number-undiallable" not in result.stderr


def test_a_fault_in_their_own_file_makes_a_customer_no_stranger_to_themselves(team: Path, out: Path) -> None:
    file = team / "cases/kestrel/customer.yaml"
    file.write_text(file.read_text() + "timezone: Europe/Berlin\n")
    result = printed(team, out, "situation-summary", "kestrel/cards", "--audience", "customer")
    assert "error[duplicate-key]" in result.stderr
    assert "error[leak" not in result.stderr
    assert "Card payments declined" in page(out, "kestrel-cards-situation-summary.customer.html")


def test_where_a_leak_stops_a_paper_what_is_wrong_with_its_own_files_is_told_first(
    team: Path, out: Path
) -> None:
    change(team, "cases/kestrel/cards.yaml", "summary: The card", "summary: As at Wren Books, the card")
    change(team, "cases/kestrel/customer.yaml", "name: Kestrel", "colour: red\nname: Kestrel")
    result = printed(team, out, "situation-summary", "kestrel/cards", "--audience", "customer", exit_code=1)
    assert "error[leak" in result.stderr
    assert 0 <= result.stderr.index("error[key-unknown]") < result.stderr.index("error[leak")


def test_a_leak_stops_the_paper(team: Path, out: Path) -> None:
    path = team / "cases/kestrel/cards.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("A certificate ran out.", "A certificate ran out like that of Wren Books."),
        encoding="utf-8",
    )
    arguments = ("situation-summary", "kestrel/cards", "--audience")
    result = printed(team, out, *arguments, "customer", exit_code=1)
    assert "error[leak" in result.stderr
    assert result.stdout == "" and not out.exists()
    printed(team, out, *arguments, "internal")


def test_the_agenda_is_of_the_next_meeting_or_of_the_one_named(team: Path, out: Path) -> None:
    printed(team, out, "agenda", "kestrel/cards", "--audience", "customer")
    assert "Where we are" in page(out, "kestrel-cards-agenda.customer.html")
    result = printed(team, out, "agenda", "kestrel/cards", "--meeting", "m2", "--audience", "customer")
    assert result.stdout.splitlines() == [str(out / "kestrel-cards-agenda-m2.customer.html")]
    assert "The second week" in page(out, "kestrel-cards-agenda-m2.customer.html")


@pytest.mark.parametrize("paper", [key for key in OF_CUSTOMER if key != "update"])
def test_a_customer_who_sees_nothing_gets_the_update_alone(team: Path, out: Path, paper: str) -> None:
    result = printed(team, out, paper, "kestrel/mails", "--audience", "customer", exit_code=2)
    assert "say in `customer_sees` what they may read" in " ".join(result.stderr.split())
    assert not out.exists()
    printed(team, out, "update", "kestrel/mails", "--audience", "customer")


@pytest.mark.parametrize(("paper", "audience"), EACH)
def test_three_lines_are_enough_for_whatever_can_be_said(
    team: Path, out: Path, paper: str, audience: str
) -> None:
    result = run(
        "paper", paper, "kestrel/mails", "--no-pdf", "--audience", audience, "-C", team, "--out", out
    )
    assert result.exit_code in (0, 2), result.output
    assert (result.exit_code == 0) == (
        paper == "update" or (audience == "internal" and paper not in OF_MEETING)
    )


def test_the_update_of_three_lines_says_what_is_not_known(team: Path, out: Path) -> None:
    printed(team, out, "update", "kestrel/mails", "--audience", "customer")
    text = (out / "kestrel-mails-update.customer.txt").read_text(encoding="utf-8")
    for sentence in (
        "We took this on Wednesday 11 March 2026, 02:05",
        "We are on it.",
        "Neither the cause nor the end is known yet.",
        "The next steps are being agreed.",
        "No time is agreed yet. We will propose one.",
        "Ines Okafor, Customer Advocate",
        "+1 603 555 0100, day or night",
    ):
        assert sentence in text, sentence
    html = page(out, "kestrel-mails-update.customer.html")
    assert "Neither the cause nor the end is known yet." in html and "Not agreed yet" in html


def test_a_draft_is_stamped_and_an_issued_paper_said_to_be_one(team: Path, out: Path) -> None:
    result = printed(team, out, "update", "kestrel/cards", "--draft")
    assert "no DRAFT stamp" not in result.stderr
    assert "DRAFT" in page(out, "kestrel-cards-update.internal.html")


def test_a_folder_that_cannot_be_written(team: Path, out: Path) -> None:
    out.write_text("a file", encoding="utf-8")
    for target in (out, out / "below"):
        result = run("paper", "update", "kestrel/mails", "--no-pdf", "-C", team, "--out", target)
        assert result.exit_code in (2, 3), result.output
        assert "Traceback" not in result.output and result.stderr.strip()
    assert out.read_text(encoding="utf-8") == "a file"


def test_a_paper_never_goes_through_a_link(team: Path, out: Path) -> None:
    """A name that somebody pointed elsewhere is replaced, and what it pointed at stays."""
    out.mkdir()
    precious = out / "precious.txt"
    precious.write_text("mine", encoding="utf-8")
    (out / "kestrel-mails-update.internal.html").symlink_to(precious)
    run("paper", "update", "kestrel/mails", "--no-pdf", "-C", team, "--out", out)
    assert precious.read_text(encoding="utf-8") == "mine"
