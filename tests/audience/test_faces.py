"""How much of a person a paper shows: ours by `shown_as`, raised or lowered by the team; the others by name."""

from pathlib import Path

from generator.audience.faces import Face, Faces, SideFace
from generator.audience.project import open_up, project
from tests.making import at, make_case

AS_OF = at("2026-03-11 14:30")
CONTACTS = """
people:
  ines:
    name: Ines Okafor
    title: Customer Advocate
    phone: +1 603 555 0150
    customer_phone: +1 603 555 0100
    email: ines@harborline.example
    shown_as: contact
  priya: {name: Priya Raman, title: On-call lead, phone: +1 603 555 0142, customer_phone: +1 603 555 0101}
  tomas: {name: Tomas Vit, title: Engineer, shown_as: name, phone: +1 603 555 0143, customer_phone: +1 603 555 0102}
  li: {name: Li Wei}
rotations: {advocates: {order: [ines, priya], start: 2026-03-02 09:00, every: 1 week, timezone: America/New_York}}
parties:
  northline:
    name: Northline Carrier
    people: {desk: {name: Night desk, role: Duty engineer, phone: +1 603 555 0170, email: desk@northline.example}}
"""
PROFILE = """
name: Kestrel Outfitters
timezone: America/New_York
people: {dana: {name: Dana Whitlock, role: Operations director, phone: +1 603 555 0180, email: dana@kestrel.example}}
"""
FILES = {
    "casewright.yaml": "organisation: Harborline Hosting\n",
    "contacts.yaml": CONTACTS,
    "cases/kestrel/customer.yaml": PROFILE,
}
US = ("us", "Harborline Hosting")
SEES = "customer_sees: [actions, team, meetings, events, close_out]\n"


def owners(root: Path, text: str) -> tuple[list[Face | None], list[Face | None]]:
    """The owners of a case's actions on the customer's copy and on ours."""
    file, workspace = make_case(root, SEES + text, FILES)
    theirs, ours = project(file, workspace, AS_OF), open_up(file, workspace, AS_OF)
    return [one.owner for one in theirs.actions], [one.owner for one in ours.actions]


def test_ours_are_shown_as_they_say(tmp_path: Path) -> None:
    actions = ", ".join(f"{{what: Do, owner: {key}}}" for key in ("ines", "priya", "tomas", "li"))
    theirs, ours = owners(tmp_path, f"actions: [{actions}, Nobody's]\n")
    assert theirs == [
        Face("Ines Okafor", *US, "Customer Advocate", "+1 603 555 0100"),
        Face("On-call lead", *US),
        Face("Tomas Vit", *US, "Engineer"),
        Face("a colleague at Harborline Hosting", *US),
        None,
    ]
    assert ours[0] == Face(
        "Ines Okafor", *US, "Customer Advocate", "+1 603 555 0150", "ines@harborline.example"
    )
    assert ours[1] == Face("Priya Raman", *US, "On-call lead", "+1 603 555 0142")


def test_the_team_raises_and_lowers(tmp_path: Path) -> None:
    text = """
team:
  - {person: priya, shown_as: contact}
  - {person: ines, shown_as: role}
  - {person: tomas, shown_as: role, audience: internal}
  - {person: li, part: Reads the logs}
actions: [{what: Do, owner: priya}, {what: Do, owner: ines}, {what: Do, owner: tomas}]
"""
    theirs, _ = owners(tmp_path, text)
    assert theirs == [
        Face("Priya Raman", *US, "On-call lead", "+1 603 555 0101"),
        Face("Customer Advocate", *US),
        Face("Engineer", *US),
    ]


def test_theirs_and_a_third_partys_are_named_without_their_numbers(tmp_path: Path) -> None:
    theirs, ours = owners(tmp_path, "actions: [{what: Do, owner: dana}, {what: Do, owner: desk}]\n")
    assert theirs == [
        Face("Dana Whitlock", "customer", "Kestrel Outfitters", "Operations director"),
        Face("Night desk", "party", "Northline Carrier", "Duty engineer"),
    ]
    assert [face and face.phone for face in ours] == ["+1 603 555 0180", "+1 603 555 0170"]
    assert [face and face.email for face in ours] == ["dana@kestrel.example", "desk@northline.example"]


def test_a_key_that_nobody_has_is_never_printed_for_a_customer(tmp_path: Path) -> None:
    text = "actions: [{what: Do, owner: big-mike}]\nevents: [{at: 2026-03-02 09:00, what: Stop, by: shadow-firm}]\n"
    file, workspace = make_case(tmp_path, SEES + text, FILES)
    theirs, ours = project(file, workspace, AS_OF), open_up(file, workspace, AS_OF)
    assert [copy.actions[0].owner and copy.actions[0].owner.name for copy in (theirs, ours)] == [
        "a colleague",
        "big-mike",
    ]
    assert [copy.events[0].by and copy.events[0].by.name for copy in (theirs, ours)] == [
        "a third party",
        "shadow-firm",
    ]


def test_somebody_nobody_knows_is_taken_for_one_of_ours(tmp_path: Path) -> None:
    theirs, ours = owners(tmp_path, "actions: [{what: Do, owner: big-mike}]\n")
    assert (theirs, ours) == ([Face("a colleague", *US)], [Face("big-mike", *US)])


def test_without_a_case_ours_are_shown_as_contacts_say(tmp_path: Path) -> None:
    file, workspace = make_case(tmp_path, "team: [{person: priya, shown_as: contact}]\n", FILES)
    faces = Faces(workspace, file.owner, None, "customer")
    assert [faces.of(key) for key in ("priya", "tomas")] == [
        Face("On-call lead", *US),
        Face("Tomas Vit", *US, "Engineer"),
    ]


def test_the_sides_have_their_names(tmp_path: Path) -> None:
    file, workspace = make_case(tmp_path, "", FILES)
    faces = Faces(workspace, file.owner, file, "customer")
    sides = [faces.side(key) for key in ("us", "customer", "northline", None)]
    names = ("Harborline Hosting", "Kestrel Outfitters", "Northline Carrier")
    assert sides == [
        SideFace("us", names[0]),
        SideFace("customer", names[1]),
        SideFace("party", names[2]),
        None,
    ]
    assert Faces(workspace, None, None, "customer").side("customer") == SideFace("customer", "the customer")


def test_the_advocate_may_be_whoever_has_the_turn(tmp_path: Path) -> None:
    file, workspace = make_case(tmp_path, "advocate: advocates\n", FILES)
    turns = [project(file, workspace, at(day)).advocate for day in ("2026-03-09 08:59", "2026-03-09 09:00")]
    assert [face and face.name for face in turns] == ["Ines Okafor", "On-call lead"]
    before = project(file, workspace, at("2026-03-02 08:59")).advocate
    assert before is not None and before.name == "a colleague"


def test_attendees_of_ours_stand_there_by_their_part(tmp_path: Path) -> None:
    text = """
meetings:
  - id: M1
    kind: customer
    at: 2026-03-12 15:00
    attendees: [{person: priya, role: explains the cause}, dana, desk, tomas]
    agenda: [{topic: Why, presenter: priya}]
"""
    file, workspace = make_case(tmp_path, SEES + text, FILES)
    meeting = project(file, workspace, AS_OF).meetings[0]
    assert [(one.person.name, one.role) for one in meeting.attendees] == [
        ("On-call lead", "explains the cause"),
        ("Dana Whitlock", None),
        ("Night desk", None),
        ("Tomas Vit", None),
    ]
    assert meeting.agenda[0].presenter == Face("On-call lead", *US)


def test_the_team_shows_who_is_on_it_still(tmp_path: Path) -> None:
    text = "team: [{person: ines, part: Leads}, {person: priya, left: 2026-03-05}]\n"
    file, workspace = make_case(tmp_path, SEES + text, FILES)
    theirs, ours = project(file, workspace, AS_OF), open_up(file, workspace, AS_OF)
    assert [(one.person.name, one.part) for one in theirs.team] == [("Ines Okafor", "Leads")]
    assert [one.person.name for one in ours.team] == ["Ines Okafor", "Priya Raman"]


def test_the_letterhead_has_the_customers_language_and_zone(tmp_path: Path) -> None:
    settings = "organisation: Harborline Hosting\nlogo: ours.png\ncolours: {structure: '#123456'}\ntimezone: Asia/Tokyo\n"
    profile = "name: Kestrel\nlanguage: de\ntimezone: Europe/Berlin\nlogo: theirs.png\n"
    file, workspace = make_case(
        tmp_path, "", {"casewright.yaml": settings, "cases/kestrel/customer.yaml": profile}
    )
    head = project(file, workspace, AS_OF).letterhead
    assert (head.organisation, head.customer, head.language) == ("Harborline Hosting", "Kestrel", "de")
    assert (head.logo, head.customer_logo, head.structure) == ("ours.png", "theirs.png", "#123456")
    assert head.zone.key == "Europe/Berlin"
