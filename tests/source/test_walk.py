"""Reading a whole workspace: what is found where, and what is refused by name without being opened."""

import os
import socket
from pathlib import Path

import pytest

from generator.errors import CasewrightError
from generator.finding import Finding, Severity
from generator.source.names import twins
from generator.source.sources import Sources
from generator.source.workspace import read_one, read_workspace

CASE = "title: Cards declined\nopened: 2026-03-11 02:05\nadvocate: ines\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with one customer, one case and its evidence."""
    for path, text in {
        "casewright.yaml": "organisation: Harborline\n",
        "contacts.yaml": "people: {}\n",
        "cases/kestrel/customer.yaml": "name: Kestrel\n",
        "cases/kestrel/cards.yaml": CASE,
        "cases/kestrel/cards/log.txt": "log\n",
        "cases/kestrel/cards/more/b.csv": "b\n",
        "cases/kestrel/cards/issued/update-1.json": "{}\n",
        "templates/update.html": "{{ x }}\n",
    }.items():
        write(tmp_path, path, text)
    return tmp_path


def write(root: Path, path: str, text: str = "a: 1\n") -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def told(sources: Sources) -> list[tuple[str, str]]:
    return [(finding.code, finding.place.path) for finding in sources.findings]


def test_a_sound_workspace_has_every_file_and_no_finding(workspace: Path) -> None:
    write(workspace, "stories.yaml", "- thumb: up\n")
    sources = read_workspace(workspace)
    assert sources.findings == []
    assert sources.settings and sources.settings.path == "casewright.yaml"
    assert sources.contacts and sources.contacts.text == "people: {}\n"
    assert sources.stories and sources.stories.path == "stories.yaml"
    assert {key: file.path for key, file in sources.customers.items()} == {
        "kestrel": "cases/kestrel/customer.yaml"
    }
    assert {key: file.path for key, file in sources.cases.items()} == {
        "kestrel/cards": "cases/kestrel/cards.yaml"
    }
    assert sources.evidence == {"kestrel/cards": ("log.txt", "more/b.csv")}


def test_files_come_in_the_order_of_their_names(workspace: Path) -> None:
    for name in ("zulu", "alder", "moss"):
        write(workspace, f"cases/{name}/customer.yaml", "name: x\n")
        for case in ("c2", "c10", "c1"):
            write(workspace, f"cases/{name}/{case}.yaml", CASE)
    sources = read_workspace(workspace)
    assert list(sources.customers) == ["alder", "kestrel", "moss", "zulu"]
    assert list(sources.cases)[:3] == ["alder/c1", "alder/c10", "alder/c2"]


def test_what_is_optional_may_be_missing(tmp_path: Path) -> None:
    write(tmp_path, "contacts.yaml")
    sources = read_workspace(tmp_path)
    assert (sources.settings, sources.stories, sources.cases, sources.findings) == (None, None, {}, [])


def test_a_broken_file_hides_no_other(workspace: Path) -> None:
    write(workspace, "cases/alder/customer.yaml", "name: [\n")
    write(workspace, "cases/kestrel/a.yaml", "a: b: c\n")
    write(workspace, "contacts.yaml", "")
    (workspace / "cases/kestrel/b.yaml").write_bytes(b"\xff")
    sources = read_workspace(workspace)
    assert told(sources) == [
        ("file-empty", "contacts.yaml"),
        ("bracket-open", "cases/alder/customer.yaml"),
        ("colon-in-text", "cases/kestrel/a.yaml"),
        ("file-not-utf8", "cases/kestrel/b.yaml"),
    ]
    assert sources.cases["kestrel/a"].root is None and sources.cases["kestrel/cards"].root is not None


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("cases/alder/cards.yaml", ("customer-missing", "cases/alder/customer.yaml")),
        ("cases/kestrel/outage.yml", ("file-ending", "cases/kestrel/outage.yml")),
        ("cases/kestrel/outage.YAML", ("file-ending", "cases/kestrel/outage.YAML")),
        ("cases/kestrel/outage.yaml.txt", ("file-ending", "cases/kestrel/outage.yaml.txt")),
        ("stories.yml", ("file-ending", "stories.yml")),
        ("cases/kestrel/Card_Outage.yaml", ("bad-name", "cases/kestrel/Card_Outage.yaml")),
        ("cases/kestrel/card outage.yaml", ("bad-name", "cases/kestrel/card outage.yaml")),
        ("cases/kestrel/výpadek.yaml", ("bad-name", "cases/kestrel/výpadek.yaml")),
        ("cases/kestrel/-x.yaml", ("bad-name", "cases/kestrel/-x.yaml")),
        ("cases/Alder/customer.yaml", ("bad-name", "cases/Alder")),
        ("cases/kestrel/2026/cards.yaml", ("misplaced-file", "cases/kestrel/2026/cards.yaml")),
        ("cases/cards.yaml", ("misplaced-file", "cases/cards.yaml")),
        ("cases/kestrel/old/log.txt", ("misplaced-file", "cases/kestrel/old")),
    ],
)
def test_a_file_that_is_not_where_or_what_it_should_be(
    workspace: Path, path: str, code: tuple[str, str]
) -> None:
    write(workspace, path, CASE)
    assert told(read_workspace(workspace)) == [code]


def test_a_customer_with_another_ending_is_told_once(workspace: Path) -> None:
    write(workspace, "cases/alder/customer.yml", "name: x\n")
    assert told(read_workspace(workspace)) == [("file-ending", "cases/alder/customer.yml")]


def test_a_name_that_is_no_key_is_still_read_where_an_address_can_hold_it(workspace: Path) -> None:
    write(workspace, "cases/kestrel/Card_Outage.yaml", CASE)
    write(workspace, "cases/kestrel/a b?.yaml", CASE)
    sources = read_workspace(workspace)
    assert list(sources.cases) == ["kestrel/Card_Outage", "kestrel/cards"]
    assert told(sources) == [
        ("bad-name", "cases/kestrel/Card_Outage.yaml"),
        ("bad-name", "cases/kestrel/a b?.yaml"),
    ]
    assert sources.findings[0].remedy.endswith('for example "card-outage".')


def test_two_names_that_many_disks_take_for_one(workspace: Path) -> None:
    write(workspace, "cases/kestrel/Cards.yaml", CASE)
    write(workspace, "cases/Kestrel/customer.yaml", "name: x\n")
    sources = read_workspace(workspace)
    assert ("same-name", "cases/kestrel") in told(sources)
    assert list(sources.customers) == ["Kestrel"]


def test_letters_that_only_look_different_to_us_are_one_name() -> None:
    names = ["outage", "OUTAGE", "cafe\u0301", "caf\u00e9", "stra\u00dfe", "STRASSE", "other"]
    assert [finding.place.path for finding in twins("cases", names)] == [
        "cases/caf\u00e9",
        "cases/outage",
        "cases/stra\u00dfe",
    ]


def test_hidden_files_and_what_editors_leave_behind_are_ignored(workspace: Path) -> None:
    for name in (
        ".cards.yaml.swp",
        ".DS_Store",
        "cards.yaml~",
        "#cards.yaml#",
        "cards.yaml.bak",
        "cards.yaml.orig",
        "notes.txt",
    ):
        write(workspace, f"cases/kestrel/{name}", "a: [\n")
    write(workspace, "cases/.git/x.yaml", "a: [\n")
    write(workspace, "cases/kestrel/cards/.hidden", "x")
    sources = read_workspace(workspace)
    assert sources.findings == [] and list(sources.cases) == ["kestrel/cards"]
    assert sources.evidence == {"kestrel/cards": ("log.txt", "more/b.csv")}


@pytest.mark.parametrize(
    "path",
    [
        "casewright.yaml",
        "contacts.yaml",
        "stories.yaml",
        "cases/kestrel/cards.yaml",
        "cases/kestrel/customer.yaml",
    ],
)
def test_a_link_in_the_place_of_a_file_is_refused_by_name(
    workspace: Path, tmp_path_factory: pytest.TempPathFactory, path: str
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.yaml"
    outside.write_text("secret: 4711\n", encoding="utf-8")
    (workspace / path).unlink(missing_ok=True)
    (workspace / path).symlink_to(outside)
    sources = read_workspace(workspace)
    assert ("link-refused", path) in told(sources)
    assert "4711" not in repr(sources)


@pytest.mark.parametrize(
    "path",
    [
        "cases",
        "templates",
        "cases/linked",
        "cases/kestrel/linked",
        "cases/kestrel/cards/linked",
        "templates/linked",
    ],
)
def test_a_link_in_the_place_of_a_folder_is_refused_by_name(
    workspace: Path, tmp_path_factory: pytest.TempPathFactory, path: str
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    write(outside, "linked/customer.yaml", "secret: 4711\n")
    if (workspace / path).exists():
        (workspace / path).rename(workspace / "moved")
    (workspace / path).symlink_to(outside, target_is_directory=True)
    sources = read_workspace(workspace)
    assert ("link-refused", path) in told(sources)
    assert "4711" not in repr(sources)


def test_a_dangling_link_and_a_link_to_itself_are_refused(workspace: Path) -> None:
    (workspace / "cases/kestrel/gone.yaml").symlink_to("nowhere")
    (workspace / "cases/kestrel/loop.yaml").symlink_to("loop.yaml")
    assert told(read_workspace(workspace)) == [
        ("link-refused", "cases/kestrel/gone.yaml"),
        ("link-refused", "cases/kestrel/loop.yaml"),
    ]


def test_pipes_and_sockets_are_refused_without_waiting(workspace: Path) -> None:
    os.mkfifo(workspace / "cases/kestrel/pipe.yaml")
    os.mkfifo(workspace / "stories.yaml")
    (workspace / "cases/kestrel/folder.yaml").mkdir()
    with socket.socket(socket.AF_UNIX) as server:
        before = Path.cwd()
        os.chdir(workspace / "cases/kestrel/cards")  # a socket's path may hold 107 bytes
        try:
            server.bind("socket.yaml")
        finally:
            os.chdir(before)
        sources = read_workspace(workspace)
    assert told(sources)[:3] == [
        ("not-a-file", "stories.yaml"),
        ("not-a-file", "cases/kestrel/pipe.yaml"),
        ("not-a-file", "cases/kestrel/cards/socket.yaml"),
    ]
    assert '"stories.yaml" is a pipe' in sources.findings[0].message
    assert sources.stories is not None and sources.stories.root is None


def test_a_folder_and_a_file_in_each_others_place(workspace: Path) -> None:
    (workspace / "stories.yaml").mkdir()
    (workspace / "templates/update.html").unlink()
    (workspace / "templates").rmdir()
    (workspace / "templates").write_text("", encoding="utf-8")
    assert told(read_workspace(workspace)) == [("not-a-file", "stories.yaml"), ("not-a-file", "templates")]


def test_a_file_that_is_too_big_is_not_read_whole(workspace: Path) -> None:
    with (workspace / "cases/kestrel/huge.yaml").open("wb") as file:
        file.truncate(50 * 1024**3)
    assert told(read_workspace(workspace)) == [("file-too-big", "cases/kestrel/huge.yaml")]


def test_an_evidence_folder_without_a_case_is_a_warning(workspace: Path) -> None:
    write(workspace, "cases/kestrel/old/log.txt", "x")
    (finding,) = read_workspace(workspace).findings
    assert finding.severity == Severity.WARNING and "belongs to no case" in finding.message


@pytest.mark.parametrize("relative", ["../secret.yaml", "/etc/hostname", "cases/../../secret.yaml"])
def test_no_path_leads_out_of_the_workspace(workspace: Path, relative: str) -> None:
    write(workspace.parent, "secret.yaml", "secret: 4711\n")
    source, findings = read_one(workspace, relative)
    assert source.root is None and [finding.code for finding in findings] == ["link-refused"]


def test_one_file_can_be_read_and_one_that_is_not_there(workspace: Path) -> None:
    source, findings = read_one(workspace, "cases/kestrel/cards.yaml")
    assert findings == [] and source.text == CASE
    source, (finding,) = read_one(workspace, "cases/kestrel/gone.yaml")
    assert isinstance(finding, Finding) and finding.code == "file-unreadable" and source.root is None


def test_no_workspace_says_what_to_do_next(tmp_path: Path) -> None:
    with pytest.raises(
        CasewrightError, match=r"neither casewright\.yaml nor contacts\.yaml nor cases/ is there\. Go to"
    ):
        read_workspace(tmp_path)
    with pytest.raises(
        CasewrightError, match=r"There is no folder .*\. Give the folder of the workspace with --root\."
    ):
        read_workspace(tmp_path / "gone")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CasewrightError, match="There is no folder"):
        read_workspace(tmp_path / "file")


def test_a_name_that_is_no_utf8_is_told_and_not_read(workspace: Path) -> None:
    try:
        (workspace / os.fsdecode(b"cases/kestrel/caf\xe9.yaml")).write_text(CASE, encoding="utf-8")
    except OSError:
        pytest.xfail("this disk takes only names in UTF-8")
    (finding,) = read_workspace(workspace).findings
    assert finding.code == "bad-name" and finding.place.path == "cases/kestrel/caf\ufffd.yaml"


def test_reading_writes_nothing(workspace: Path) -> None:
    before = {path: (path.stat().st_mtime_ns, path.stat().st_mode) for path in workspace.rglob("*")}
    read_workspace(workspace)
    assert {path: (path.stat().st_mtime_ns, path.stat().st_mode) for path in workspace.rglob("*")} == before
