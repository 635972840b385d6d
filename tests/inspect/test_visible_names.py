"""What an author wrote into a text for the customer is told before anything is built."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.audience.passages import open_texts
from generator.audience.secrets import secrets_of
from generator.audience.visible_names import Lookout
from generator.inspect.gate import leaks_in
from generator.model.workspace import Workspace, load_workspace
from generator.source.workspace import read_workspace
from tests.inspect.conftest import FILES

Put = Callable[[dict[str, str]], Workspace]
HEAD = "title: Slow pages\nopened: 2026-03-11\nadvocate: ines\n"


def found(put: Put, text: str, more: str = "") -> list[str]:
    """What is said of a summary that the customer reads."""
    workspace = put({"cases/kestrel/x.yaml": f"{HEAD}customer_sees: [summary]\nsummary: |\n  {text}\n{more}"})
    file = workspace.cases["kestrel/x"]
    findings = [*Lookout(workspace).findings(file, open_texts(file))]
    assert all(
        (one.code, one.place.path, one.place.line) == ("name-visible", "cases/kestrel/x.yaml", 5)
        for one in findings
    )
    return [one.message for one in findings]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Priya Raman rang", "names `priya` of"),
        ("PRIYA\n  RAMAN rang", "names `priya` of"),
        ("Nguyễn Thị Mai’s report", "names `mai` of"),
        ("Priya Ramans Team", "names `priya` of"),
        ("Raman, Priya", "names `priya` of"),
        ("PriyaRaman rang", "names `priya` of"),
        ("Priya K. Raman", "names `priya` of"),
        ("Priya (Engineering) Raman", "names `priya` of"),
        ("Ms Raman rang", "names `priya` of"),
        ("Frau Ramans Team", "names `priya` of"),
        ("Nguyen Thi Mai rang", "names `mai` of"),
        ("Mai Nguyen Thi rang", "names `mai` of"),
        ("Dr. Muellers Team", "names `mueller` of"),
        ("Joerg Mueller rang", "names `mueller` of"),
        ("Jorg Muller rang", "names `mueller` of"),
        ("Wrens Kassen", "names another customer"),
        ("Oak Lines Kassen", "names another customer"),
        ("OakLine", "names another customer"),
        ("write to priya@alder.example", "mail address of `priya`"),
        ("write to PRIYA@alder.example", "mail address of `priya`"),
        ("ring +1 603 555 0142", "number of `priya`"),
        ("ring 603-5550142", "number of `priya`"),
        ("ring 6035550142", "number of `priya`"),
        ("ring 020 79460143", "number of `priya`"),
        ("as at Wren", "names another customer"),
        ("as at Oak Line", "names another customer"),
        ("see cases/wren/slow.html", "another customer's key"),
        ("see wiki-01.alder.example/x", "settings call internal"),
        ("ask a@corp.alder.example", "settings call internal"),
    ],
)
def test_names_in_what_the_customer_reads(put: Put, text: str, wanted: str) -> None:
    (message,) = found(put, text)
    assert wanted in message


@pytest.mark.parametrize(
    "text",
    [
        "Ines Okafor, +1 603 555 0100",
        "Grace Achieng",
        "Priya",
        "a wren, WREN",
        "Kestrel Alderney Stores",
        "Maria Lopez",
        "Ms Lopez, Dr Whitfield and Ms Achieng",
        "Priya and the Ramans, Raman noodles, Muller corners",
        "Priya Ramanujan",
        "Alder Hosting",
        "https://desk.alder.example/queue/public",
        "Jo and An",
        "2026-03-11 06:03, 555 0142",
    ],
)
def test_names_that_may_be_read(put: Put, text: str) -> None:
    assert found(put, text) == []


def test_what_the_customer_does_not_read_is_not_looked_at(put: Put) -> None:
    assert found(put, "Fine.", "notes: Priya Raman rang Wren.\nactions: [Ask Priya Raman]\n") == []


def test_the_case_decides_how_a_person_is_shown(put: Put) -> None:
    assert found(put, "Priya Raman rang", "team: [{person: priya, shown_as: name}]\n") == []
    (message,) = found(put, "Grace Achieng rang", "team: [{person: grace, shown_as: role}]\n")
    assert "`grace`" in message


def test_whatever_check_says_the_gate_would_have_stopped(put: Put) -> None:
    texts = [
        "Priya Raman",
        "priya@alder.example",
        "+1 603 555 0142",
        "Wren",
        "cases/wren/x",
        "wiki-01.alder.example",
    ]
    for text in texts:
        assert found(put, text)
        workspace = put({})
        assert leaks_in({"x.html": f"<p>{text}</p>".encode()}, secrets_of(workspace, "kestrel/x"))


def test_the_sample_names_nobody_who_is_not_to_be_known(repository: Path) -> None:
    workspace = load_workspace(read_workspace(repository))
    assert len(workspace.cases) >= 10
    lookout = Lookout(workspace)
    assert not [one for file in workspace.cases.values() for one in lookout.findings(file, open_texts(file))]


@pytest.mark.parametrize("name", ["\u0301", "\u0301 \u0302", "``` x ```", "-- --"])
def test_a_name_of_signs_alone_stops_nobody(put: Put, name: str) -> None:
    """Without its accents nothing is left of it, and it has no surname to look for."""
    people = FILES["contacts.yaml"].replace("people:\n", f"people:\n  odd: {{name: '{name}'}}\n", 1)
    case = f"{HEAD}customer_sees: [summary]\nsummary: Quiet. X.\n"
    workspace = put({"contacts.yaml": people, "cases/kestrel/x.yaml": case})
    assert workspace.contacts.people["odd"].name == name
    file = workspace.cases["kestrel/x"]
    assert [*Lookout(workspace).findings(file, open_texts(file))] == []
    assert leaks_in({"x.txt": "Quiet. X é.".encode()}, secrets_of(workspace, "kestrel/x")) == []
