"""The wall chart: one landscape page for as many areas as there are, and nothing on it is cut off."""

import re
from pathlib import Path

import pytest

from tests.reading import Read, pdf_pages, squeezed, text_of
from tests.team import run
from tests.wall.matrices import matrix

STEM = "who-to-call.internal"


def chart(root: Path, out: Path, *arguments: str) -> tuple[str, str]:
    """The words of the one page of its PDF, and of its page for a screen."""
    result = run("paper", "who-to-call", "-C", root, "--out", out, *arguments)
    assert result.exit_code == 0, result.output
    assert "pdf-too-long" not in result.stderr and "pdf-doubted" not in result.stderr
    pages = pdf_pages(out / f"{STEM}.pdf")
    assert len(pages) == 1
    return pages[0], text_of(Read(out / f"{STEM}.html").tree)


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize(("areas", "rungs"), [(1, 5), (9, 5), (35, 3)])
def test_every_name_and_number_is_on_the_one_page(
    tmp_path: Path, out: Path, areas: int, rungs: int, size: str
) -> None:
    root = matrix(tmp_path / "matrix", areas, rungs)
    page, _ = chart(root, out, "--size", size)
    contacts = (root / "contacts.yaml").read_text("utf-8")
    numbers = set(re.findall(r"phone: (\S+ \S+ \S+ \d+)", contacts)) - {"+1 603 555 0100"}
    assert len(numbers) == areas * rungs - 1 and all(number in page for number in numbers)
    names = re.findall(r'p[1-9]\d*: \{name: "(.*?)"', contacts)
    assert all(squeezed(name) in squeezed(page) for name in names)


def test_what_is_left_out_is_said_and_stays_on_the_screen(tmp_path: Path, out: Path) -> None:
    page, screen = chart(matrix(tmp_path / "matrix", 35, 3), out)
    assert "Left out for room: what areas cover, checks that are in time" in page
    assert "one, two" not in page and "one, two" in screen
    assert "confirmed 2 Mar" not in page and "confirmed 2 Mar" in screen


def test_where_there_is_room_nothing_is_left_out(tmp_path: Path, out: Path) -> None:
    page, _ = chart(matrix(tmp_path / "matrix", 5), out)
    assert "Left out" not in page
    assert "one, two" in page and "confirmed 2 Mar" in page and "London, 4 h" in squeezed_lines(page)


def squeezed_lines(text: str) -> str:
    return " ".join(text.split())


def test_a_rung_that_no_area_has_is_no_column(tmp_path: Path, out: Path) -> None:
    page, _ = chart(matrix(tmp_path / "matrix", 4, 3), out)
    assert "Manager" in page and "Director" not in page and "Vice president" not in page


def test_it_says_until_when_it_is_right_and_who_takes_over(tmp_path: Path, out: Path) -> None:
    page, _ = chart(matrix(tmp_path / "matrix", 2), out)
    words = squeezed_lines(page)
    assert "Right until Mon 16 Mar, 09:00." in words
    assert "Mon 16 Mar 09:00 Group 0: Nguyễn Thị Minh Khai 0 +1 603 555 0100" in words


def test_hand_overs_at_the_change_of_clocks_stay_at_their_hour(tmp_path: Path, out: Path) -> None:
    root = matrix(tmp_path / "matrix", 1)
    page, _ = chart(root, out, "--as-of", "2026-03-05T12:00-05:00")
    assert "Right until Mon 9 Mar, 09:00." in squeezed_lines(page)


def test_what_is_wrong_with_a_row_is_never_left_out(tmp_path: Path, out: Path) -> None:
    root = matrix(tmp_path / "matrix", 35, 3)
    contacts = root / "contacts.yaml"
    text = contacts.read_text("utf-8")
    text = text.replace("confirmed: {on: 2026-03-03, by: p0}", "confirmed: {on: 2025-01-01, by: p0}", 1)
    text += "absences:\n  - {person: p4, from: 2026-03-11 18:00, to: 2026-03-12, alternate: p5}\n"
    contacts.write_text(text, "utf-8")
    words = squeezed_lines(chart(root, out)[0])
    assert "last confirmed 434 days ago" in words
    assert "away from today 18:00, alternate not cleared" in words
    assert "Right until Wed 11 Mar, 18:00." in words


def test_a_number_that_cannot_be_dialled_is_marked_and_stops_nothing(tmp_path: Path, out: Path) -> None:
    root = matrix(tmp_path / "matrix", 2)
    contacts = root / "contacts.yaml"
    contacts.write_text(
        contacts.read_text("utf-8").replace("+1 603 555 0103", "+1 603 5550 103 103 103"), "utf-8"
    )
    words = squeezed_lines(chart(root, out)[0])
    assert "+1 603 5550 103 103 103 cannot be dialled" in words and words.count("cannot be dialled") == 1
