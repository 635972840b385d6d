"""Every number that goes in comes out in the same characters, whatever it is printed into."""

import csv
import io
import re
from pathlib import Path

import pytest

from tests.making import write_files
from tests.reading import Read, pdf_pages, text_of
from tests.team import run

NUMBERS = (
    "+1 603 555 0142",
    "+16035550143",
    "+1 (603) 555-0144",
    "+1 603 555 0145 x 12",
    "+44 (0)20 7946 0958",
    "+39 06 5550 1234",
    "+420 601 555 017",
    "4142",
    "007",
    "+1.603.555.0146",
    "+81 3-5550-1234",
)
"""Extensions, short codes, leading zeros, a zero in brackets, and marks of every kind between the digits."""


@pytest.fixture(scope="module")
def phones(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace where each number is somebody's, and each of them stands on a rung."""
    root = tmp_path_factory.mktemp("phones")
    people = "\n".join(
        f'  p{at}: {{name: Nova Person{at}, phone: "{number}"}}' for at, number in enumerate(NUMBERS)
    )
    areas = "\n".join(
        f"  a{at}: {{name: Area {at}, primary: p{at}, backup: none, manager: none, director: none, vp: none}}"
        for at in range(len(NUMBERS))
    )
    write_files(
        root,
        {
            "contacts.yaml": f"people:\n{people}\nareas:\n{areas}\n",
            "casewright.yaml": "organisation: Harborline\n",
        },
    )
    return root


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00a0\u202f\u2011]+", " ", text.replace("\u2011", "-"))


@pytest.fixture(scope="module")
def printed(phones: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("printed")
    for paper in ("who-to-call", "wallet-card"):
        assert run("paper", paper, "-C", phones, "--out", out).exit_code == 0
    return out


@pytest.mark.parametrize("number", NUMBERS)
def test_it_stands_on_paper_as_it_was_typed(printed: Path, number: str) -> None:
    for paper in ("who-to-call", "wallet-card"):
        assert number in squeezed(text_of(Read(printed / f"{paper}.internal.html").tree)), paper
        assert number in squeezed(" ".join(pdf_pages(printed / f"{paper}.internal.pdf"))), paper


@pytest.mark.parametrize("number", NUMBERS)
def test_it_goes_into_a_telephone_and_a_spreadsheet_as_it_was_typed(
    phones: Path, printed: Path, number: str
) -> None:
    card = (printed / "who-to-call.internal.vcf").read_bytes().replace(b"\r\n ", b"").decode()
    assert f":{number}\r\n" in card
    rows = list(csv.reader(io.StringIO(run("contacts", "export", "-C", phones).stdout)))
    assert number in [cell for row in rows for cell in row]


def test_it_is_said_on_a_terminal_as_it_was_typed(phones: Path) -> None:
    for at, number in enumerate(NUMBERS):
        assert number in run("who", f"a{at}", "-C", phones).stdout
