"""A customer's copy holds every field that is theirs to read, and not one of the others."""

import json
from pathlib import Path

import pytest

from generator.audience.project import open_up, project
from generator.audience.sealing import canonical
from generator.model.case import Case, SectionName
from generator.model.contacts import OurPersonRecord, Party, PartyPerson
from generator.model.customer import Customer, TheirPersonRecord
from generator.model.marks import Kind, Target
from generator.model.workspace import CaseFile, Workspace
from tests.audience.canaries import Aviary, Canary, Tree
from tests.making import KEY, at, make_workspace

AS_OF = at("2026-03-11 14:30")
SECTIONS = SectionName.__args__  # type: ignore[attr-defined]
WITHIN = {"cause_unknown": "root_causes", "engagement": "summary"}
"""Fields that go with a section of another name."""
PEOPLE = ["canary-role", "canary-name", "canary-contact", "canary-theirs", "canary-party"]
KEYS = {
    Target.PERSON: PEOPLE,
    Target.OURS: PEOPLE[:3],
    Target.ADVOCATE: ["canary-contact"],
    Target.SIDE: ["us"],
    Target.EVIDENCE: ["E1"],
    Target.ACTION: ["A1"],
    Target.CRITERION: ["X1"],
    Target.MEETING: ["M1"],
    Target.PURPOSE: ["C1"],
}
IDS = {"evidence": "E1", "actions": "A1", "exit_criteria": "X1", "meetings": "M1", "root_causes": "C1"}


class Nest:
    """A case with a canary in every field, its customer and contacts, read from their files."""

    def __init__(self, root: Path, sees: tuple[str, ...], audience: str | None = None) -> None:
        fixed = {f"{section}.id": name for section, name in IDS.items()}
        left_out = {"audience", "left", "customer_sees", "swirl", "shown_as"}
        self.case = Aviary(
            KEYS,
            frozenset(left_out),
            {"timezone": "America/New_York", "severity": "2", "events.contact": "in", **fixed},
        )
        tree = self.case.tree(Case)
        for section in SECTIONS:
            for item in tree[section] if audience and isinstance(tree[section], list) else ():
                item["audience"] = audience
        tree["recommendations"][0]["mitigation"]["audience"] = "customer"
        self.people: dict[str, list[Canary]] = {}
        files = {
            f"cases/{KEY}.yaml": {**tree, "customer_sees": list(sees)},
            "cases/kestrel/customer.yaml": self._customer(),
            "contacts.yaml": self._contacts(),
        }
        self.workspace: Workspace = make_workspace(
            root, {name: json.dumps(one) for name, one in files.items()}
        )
        self.file: CaseFile = self.workspace.cases[KEY]

    def _customer(self) -> Tree:
        self.customer = Aviary({**KEYS, Target.THEIRS: ["canary-theirs"]}, frozenset({"people", "audience"}))
        self.customer.numbers = self.case.numbers
        self.customer.fixed = {"timezone": "America/New_York", "language": "en"}
        return {**self.customer.tree(Customer), "people": self._persons(TheirPersonRecord, ["canary-theirs"])}

    def _contacts(self) -> Tree:
        party = Aviary({}, frozenset({"people"}), {}, [], self.case.numbers).tree(Party)
        inside = self._persons(PartyPerson, ["canary-party"])
        return {
            "people": self._persons(OurPersonRecord, PEOPLE[:3]),
            "parties": {"canary-firm": {**party, "people": inside}},
        }

    def _persons(self, record: type, keys: list[str]) -> Tree:
        made = {}
        for key in keys:
            aviary = Aviary(
                {Target.OURS: ["canary-role"]}, frozenset({"shown_as"}), {}, [], self.case.numbers
            )
            made[key] = aviary.tree(record)
            if key in PEOPLE[:3]:
                made[key]["shown_as"] = key.removeprefix("canary-")
            self.people[key] = aviary.canaries
        return made

    def copy(self) -> str:
        """The customer's copy as the bytes of its fingerprint."""
        return canonical(project(self.file, self.workspace, AS_OF)).decode()

    def own(self) -> str:
        """Our own copy."""
        return canonical(open_up(self.file, self.workspace, AS_OF)).decode()


def _section(canary: Canary) -> str:
    return WITHIN.get(canary.path[0], canary.path[0])


def _theirs(canary: Canary, sees: tuple[str, ...]) -> bool:
    """Whether domain.md lets the customer read a field, where every item follows its section."""
    if Kind.NEVER in canary.kinds:
        return canary.path == ("engagement", "wants") and "summary" in sees
    if canary.kinds[0] is Kind.ALWAYS:
        return True
    replaced = canary.path[-1] == "what" and canary.path[:-1] not in UNSAID
    kept = canary.path in (("evidence", "link"), ("evidence", "file"))
    return _section(canary) in sees and not replaced and not kept and canary.path != ("team", "id")


UNSAID = {("recommendations", "mitigation", "trial", "checkpoints")}
"""Records with a `what` that is never said in other words."""


def test_our_own_copy_holds_all_of_it(tmp_path: Path) -> None:
    nest = Nest(tmp_path, SECTIONS)
    own = nest.own()
    silent = [canary.path for canary in nest.case.canaries if not canary.sings_in(own)]
    assert [path for path in silent if path[0] != "issued"] == []


@pytest.mark.parametrize(
    "sees", [SECTIONS, (), *((one,) for one in SECTIONS)], ids=lambda sees: "+".join(sees)[:20]
)
def test_the_customer_reads_their_fields_and_no_other(tmp_path: Path, sees: tuple[str, ...]) -> None:
    nest = Nest(tmp_path, sees)
    copy = nest.copy()
    read = {canary.path for canary in nest.case.canaries if canary.sings_in(copy)}
    assert read == {canary.path for canary in nest.case.canaries if _theirs(canary, sees)}


def test_an_item_kept_inside_is_gone_with_everything_in_it(tmp_path: Path) -> None:
    nest = Nest(tmp_path, SECTIONS, "internal")
    copy = nest.copy()
    read = {canary.path[0] for canary in nest.case.canaries if canary.sings_in(copy)}
    always = {canary.path[0] for canary in nest.case.canaries if canary.kinds[0] is Kind.ALWAYS}
    assert read - always == {"summary", "engagement", "cause_unknown", "get_well", "close_out"}


def test_an_item_opened_alone_is_read_where_its_section_is_not(tmp_path: Path) -> None:
    nest = Nest(tmp_path, (), "customer")
    copy = nest.copy()
    lists = {name for name in SECTIONS if isinstance(getattr(nest.file.case, name), list)}
    read = {canary.path[0] for canary in nest.case.canaries if canary.sings_in(copy)} & set(SECTIONS)
    assert read == lists


def test_what_the_house_knows_of_people_stays_in_the_house(tmp_path: Path) -> None:
    nest = Nest(tmp_path, SECTIONS)
    copy = nest.copy()
    read = {
        key: {one.path[0] for one in canaries if one.sings_in(copy)} for key, canaries in nest.people.items()
    }
    assert read == {
        "canary-role": {"title"},
        "canary-name": {"name", "title"},
        "canary-contact": {"name", "title", "customer_phone"},
        "canary-theirs": {"name", "role"},
        "canary-party": {"name", "role"},
    }
    assert not [key for key in PEOPLE if key in copy], "a key is a name that only we use"


def test_of_the_profile_only_name_logo_and_commitments_are_read(tmp_path: Path) -> None:
    nest = Nest(tmp_path, SECTIONS)
    copy = nest.copy()
    read = {canary.path for canary in nest.customer.canaries if canary.sings_in(copy)}
    promised = {("commitments", key) for key in ("id", "say", "made", "in", "due", "kept")}
    assert read == {("name",), ("logo",)} | promised
    unseen = Nest(tmp_path / "unseen", ())
    assert {one.path for one in unseen.customer.canaries if one.sings_in(unseen.copy())} == {
        ("name",),
        ("logo",),
    }
