"""`casewright contacts`: what goes out comes in as it was, and what comes in is shown before it is written."""

import csv
import io
import shutil
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.contact_table.cells import phones_cell, phones_of
from generator.derive.contact_table.plan import plan_import
from generator.documents.contact_sheet import contact_table, guarded
from generator.intake.contact_rows import read_sheet, unguarded
from generator.model.contacts import Contacts, OtherPhone
from tests.team import run, tree


def export(folder: Path) -> list[dict[str, str]]:
    done = run("contacts", "export", "-C", folder)
    assert done.exit_code == 0, done.output
    return list(csv.DictReader(io.StringIO(done.stdout_bytes.decode(), newline="")))


def take_in(folder: Path, table: str | bytes, *options: str, exit_code: int | None = None) -> Result:
    file = folder / "in.csv"
    file.write_bytes(table if isinstance(table, bytes) else table.encode())
    done = run("contacts", "import", file, "-C", folder, *options)
    assert exit_code is None or done.exit_code == exit_code, done.output
    return done


def contacts(folder: Path) -> str:
    return (folder / "contacts.yaml").read_text()


def test_every_number_goes_out_with_the_characters_that_were_typed(folder: Path) -> None:
    rows = {row["Person"]: row for row in export(folder) if row["Phone"]}
    assert rows["priya"]["Phone"] == "+1 603 555 0142 x017"
    assert rows["priya"]["Other phones"] == "home: +1 603 555 0143; 004142"
    assert rows["li"]["Phone"] == "112" and rows["desk"]["Firm"] == "northline"


def test_the_matrix_goes_out_rung_by_rung_and_everybody_once(folder: Path) -> None:
    rows = export(folder)
    rungs = [(row["Area key"], row["Rung"], row["Rotation"] or row["Person"]) for row in rows if row["Rung"]]
    assert rungs[:4] == [
        ("engineering", "primary", "week"),
        ("engineering", "backup", "jonas"),
        ("engineering", "manager", "none"),
        ("engineering", "director", "none"),
    ]
    phones = [row["Person"] for row in rows if row["Phone"]]
    assert sorted(phones) == sorted(set(phones)) and len(phones) == 7
    assert [row["Covers"] for row in rows if row["Covers"]] == ["storage; first line", "mail; line drops"]


@pytest.mark.parametrize("workspace", ["matrix", "sample"])
def test_what_goes_out_changes_nothing_when_it_comes_in(
    folder: Path, repository: Path, workspace: str
) -> None:
    if workspace == "sample":
        shutil.copy(repository / "contacts.yaml", folder / "contacts.yaml")
    out = folder / "out.csv"
    assert run("contacts", "export", "-C", folder, "--out", out).stdout == f"Wrote {out}\n"
    assert out.read_bytes().startswith(b"\xef\xbb\xbfArea key,") and b"\r\n" in out.read_bytes()
    before = tree(folder)
    done = run("contacts", "import", out, "-C", folder, "--yes")
    assert done.exit_code == 0 and done.stdout == "Nothing to change: contacts.yaml says all of it already.\n"
    assert tree(folder) == before


FORMS = {
    "commas": lambda text: text.encode(),
    "Excel's mark": lambda text: text.encode("utf-8-sig"),
    "semicolons": lambda text: text.replace(",", ";").encode(),
    "a line that names the mark": lambda text: ("sep=;\r\n" + text.replace(",", ";")).encode("utf-8-sig"),
    "tabs in UTF-16": lambda text: text.replace(",", "\t").encode("utf-16"),
    "line feeds": lambda text: text.replace("\r\n", "\n").encode(),
    "a title above": lambda text: ("Who to call,,,\r\n,,,\r\n" + text).encode(),
}  # fmt: skip
TABLE = (
    "Team,Level,Contact,Telephone\r\nNetwork,Backup,Jonas Keller,+1 603 555 0145 x03\r\n,VP,Łukasz Żak,+1 603 555 0160\r\n"
    "Zahlungen,1,山田 太郎,0041\r\n,2,Łukasz Żak,\r\n,manager,none,\r\n"
)
ENTRIES = (
    'lukasz-zak: {name: Łukasz Żak, phone: +1 603 555 0160}',
    'person-1: {name: 山田 太郎, phone: 0041}',
    "zahlungen: {name: Zahlungen, primary: person-1, backup: lukasz-zak, manager: none}",
)  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_the_tables_of_others_come_in_with_their_heads_and_merged_cells(folder: Path, form: str) -> None:
    before = contacts(folder)
    table = FORMS[form](TABLE)
    dry = take_in(folder, table, exit_code=1)
    assert contacts(folder) == before, "without --yes nothing is written"
    assert (
        "New: Łukasz Żak (lukasz-zak), +1 603 555 0160.\n" in dry.stdout
        and "Jonas Keller (jonas): phone +1 603 555 0145 x03, was +1 603 555 0145.\n" in dry.stdout
        and "Network: backup is Jonas Keller (jonas), was Tomas Lind (tomas).\n" in dry.stdout
        and "Network: vice president is Łukasz Żak (lukasz-zak).\n" in dry.stdout
        and "New area: Zahlungen (zahlungen).\n" in dry.stdout
        and "confirmed under the old number" in dry.stdout
        and "left as they are: 6 people and 2 areas." in dry.stdout
    )
    done = take_in(folder, table, "--yes", exit_code=0)
    assert done.stdout.endswith("\nWrote contacts.yaml\n")
    after = contacts(folder)
    assert all(entry in after for entry in ENTRIES)
    assert "backup: jonas, manager: vera, director: none, vp: lukasz-zak}" in " ".join(after.split())
    gone = set(before.splitlines()) - set(after.splitlines())
    assert {line.split(":")[0].strip() for line in gone} == {"jonas", "network"}, "every other line is there"
    assert take_in(folder, table, exit_code=0).stdout.count("Nothing to change") == 1


def test_a_matrix_with_a_column_for_each_rung_comes_in(folder: Path) -> None:
    table = (
        "Area,Primary,Phone,Backup,Backup phone,Manager\nStorage,tomas,,Ada Quist,+1 603 555 0161,Vera Blum\n"
    )
    take_in(folder, table, "--yes", exit_code=0)
    assert "  storage: {name: Storage, primary: tomas, backup: ada-quist, manager: vera}\n" in contacts(
        folder
    )
    assert "  ada-quist: {name: Ada Quist, phone: +1 603 555 0161}\n" in contacts(folder)


def test_a_workspace_without_contacts_begins_with_a_table(tmp_path: Path) -> None:
    (tmp_path / "casewright.yaml").write_text("timezone: America/New_York\n")
    table = "Area,Rung,Name,Phone,Firm name\nNetwork,primary,Jan Kowalski,+44 20 7946 0108,\n"
    table += "Carrier,primary,Desk,112,Northline\n"
    take_in(tmp_path, table, "--yes", exit_code=0)
    assert contacts(tmp_path) == (
        "people:\n  jan-kowalski: {name: Jan Kowalski, phone: +44 20 7946 0108}\n"
        "parties:\n  northline: {name: Northline, people: {desk: {name: Desk, phone: 112}}}\n"
        "areas:\n  network: {name: Network, primary: jan-kowalski}\n  carrier: {name: Carrier, primary: desk}\n"
    )
    assert run("who", "network", "-C", tmp_path).exit_code == 0


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("Name,Phone\nLi Wei,16035550142\n", "Line 2: '16035550142' is not a number: it begins with +"),
        ("Name,Phone\nLi Wei,1.60356E+10\n", "Line 2: '1.60356E+10' is not a number"),
        ("Name,Title\nLi Wei,ring \x07 twice\n", "'ring \\x07 twice' holds a character that cannot be seen"),
        ("Name,Email\nLi Wei,li at home\n", "Line 2: 'li at home' is not a mail address."),
        ("Name,Time zone\nLi Wei,Tokyo time\n", "is not a time zone such as"),
        ("Area,Rung,Name\nNetwork,boss,Li Wei\n", "'boss' is not a rung: primary, backup"),
        ("Rung,Name\nbackup,Li Wei\n", "Line 2: It names a rung and no area."),
        ("Area,Rung,Rotation\nNetwork,backup,weeks\n", "There is no rotation 'weeks'"),
        ("Person,Phone\nnobody,112\n", "There is no person `nobody`, and a new one needs a name."),
        ("Name,Phone\nLi Wei,112\nLi Wei,113\n", "Line 3: phone is '113' here and '112' in line 2."),
        ("Area,Rung,Name\nNetwork,backup,Li Wei\n,backup,Vera Blum\n", "Line 3: backup is 'vera' here and 'li'"),
        ("Name,Phone,Telephone\nLi Wei,112,113\n", "Two columns say the same: 'Phone' and 'Telephone'."),
        ("Name,Confirmed on\nLi Wei,2026-03-01\n", "nobody is named who did"),
        ("Person,Confirmed on,Confirmed by\nli,2026-03-01,inez\n", "was confirmed by 'inez', who is nobody's key."),
        ("Person,Shown as\ndesk,name\n", "is of another firm, and has no shown as"),
        ("Person,Firm\nli,northline\n", "does not belong to the firm northline"),
        ("colour,shape\nred,round\n", "No line holds the heads of columns"),
        ("", "No line holds the heads of columns"),
        (b"Name\nS\xf8ren\n", "Line 2 is not UTF-8. Save it as CSV UTF-8"),
        (b"Name,Phone\n\"Li\n", "It is no table of comma-separated values"),
    ],
    ids=lambda value: repr(value)[:40],
)  # fmt: skip
def test_what_cannot_be_taken_is_said_by_its_line_and_nothing_is_written(
    folder: Path, table: str | bytes, said: str
) -> None:
    before = contacts(folder)
    done = take_in(folder, table, "--yes", exit_code=1)
    assert said in done.stderr, done.stderr
    assert contacts(folder) == before


def test_a_number_off_the_web_has_plain_spaces(folder: Path) -> None:
    take_in(folder, "Name,Phone\nLi Wei,+1\u00a0603\u202f555 0163\n", "--yes", exit_code=0)
    assert "phone: +1 603 555 0163," in contacts(folder)


def test_white_space_makes_no_difference_but_in_a_number(folder: Path) -> None:
    text = contacts(folder).replace("name: Engineering", "name: |\n      Engineering\n      and more")
    (folder / "contacts.yaml").write_text(text)
    table = 'Area,Covers,Name,Title\n"Engineering\nand  more",storage ;first  line;,Priya  Raman,"On-call\nlead"\n'
    assert "Nothing to change" in take_in(folder, table, exit_code=0).stdout
    done = take_in(folder, "Person,Phone\nli,+1  603 555 0163\n", "--yes", exit_code=0)
    assert "phone +1  603 555 0163, was 112." in done.stdout and "phone: +1  603 555 0163," in contacts(
        folder
    )


def test_an_older_table_makes_no_number_older_than_it_is(folder: Path) -> None:
    table = "Person,Confirmed on,Confirmed by\npriya,2026-02-26,vera\n"
    assert "Nothing to change" in take_in(folder, table, exit_code=0).stdout
    newer = take_in(folder, table.replace("02-26", "03-01"), "--yes", exit_code=0).stdout
    assert "Priya Raman (priya): confirmed on 2026-03-01, was 2026-02-27." in newer
    assert "confirmed: {on: 2026-03-01, by: vera}" in contacts(folder)


def test_a_name_that_two_people_have_wants_a_key(folder: Path) -> None:
    text = contacts(folder).replace("vera: {name: Vera Blum,", "vera: {name: Li Wei,")
    (folder / "contacts.yaml").write_text(text)
    done = take_in(folder, "Name,Phone\nLi  wei,113\n", exit_code=1)
    assert "Li wei fits several: li, vera. Give the key" in done.stderr


def test_an_older_encoding_is_told(folder: Path) -> None:
    table = "Name;Phone\r\nSøren Åkesson;+1 603 555 0162\r\n".encode("windows-1252")
    take_in(folder, table, "--yes", "--encoding", "windows-1252", exit_code=0)
    assert "soren-akesson: {name: Søren Åkesson, phone: +1 603 555 0162}" in contacts(folder)
    for name in ("klingon", "rot13", "undefined", "a\0b"):
        assert "There is no encoding" in take_in(folder, table, "--encoding", name, exit_code=1).stderr
    huge = b"Name,Phone\n" + b"Li Wei,112\n" * 800_000
    assert "It is larger than 8 MiB." in take_in(folder, huge, exit_code=1).stderr
    assert "It is no table" in take_in(folder, "Name\n" + "x" * 200_000, exit_code=1).stderr


def test_columns_that_are_not_used_are_named(folder: Path) -> None:
    assert take_in(folder, "Name,Shoe size\nLi Wei,38\n", exit_code=0).stdout.startswith(
        "Columns that are not used: Shoe size.\n"
    )


def test_no_cell_begins_a_formula_and_none_is_changed_by_the_guard(folder: Path) -> None:
    hostile = [
        "=cmd|' /C calc'!A0",
        "+1+cmd|' /C calc'!A0",
        "-2",
        "@SUM(1)",
        "'=1",
        "''@x",
        "plain",
        "'t Hooft",
    ]
    text = contacts(folder)
    for number, name in enumerate(hostile):
        quoted = name.replace('"', '\\"')
        text = text.replace("areas:\n", f'  h{number}: {{name: "{quoted}"}}\nareas:\n', 1)
    (folder / "contacts.yaml").write_text(text)
    done = run("contacts", "export", "-C", folder)
    for row in csv.reader(io.StringIO(done.stdout_bytes.decode(), newline="")):
        assert all(not cell or cell[0] not in "=-@\t\r" for cell in row)
        assert all(cell[1:].strip("0123456789 x().;-") == "" for cell in row if cell.startswith("+"))
    assert "Nothing to change" in take_in(folder, done.stdout_bytes, exit_code=0).stdout


@given(st.text())
def test_the_guard_comes_off_as_it_went_on(text: str) -> None:
    assert unguarded(guarded(text)) == text


NUMBER = st.from_regex(r"\+[0-9][0-9 ().-]{4,30}[0-9]( ?x ?[0-9]{1,8})?|[0-9]{1,6}", fullmatch=True)
WORD = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)


@given(st.lists(st.tuples(NUMBER, st.none() | WORD), min_size=1, max_size=4))
def test_further_numbers_come_back_with_their_notes(phones: list[tuple[str, str | None]]) -> None:
    typed = [OtherPhone.model_validate({"number": number, "note": note}) for number, note in phones]
    assert list(phones_of(phones_cell(typed))) == phones


@given(
    st.dictionaries(st.from_regex("[a-z][a-z0-9-]{0,8}", fullmatch=True), st.tuples(WORD, NUMBER), max_size=6)
)
def test_any_people_come_back_as_they_went(people: dict[str, tuple[str, str]]) -> None:
    typed = Contacts.model_validate(
        {
            "people": {
                key: {"name": name, "phone": phone} for key, (name, phone) in people.items() if key != "none"
            }
        }
    )
    sheet = read_sheet(contact_table(typed).encode())
    plan = plan_import(typed, sheet.rows)
    assert not sheet.refusals and not plan.refusals and not plan.wanted and plan.untouched == (0, 0)
