"""What is withheld goes with every reference to it, and what waits for words or an audience of its own waits."""

from pathlib import Path

from generator.audience.customer_case import CustomerCase
from generator.audience.project import InternalCase, open_up, project
from tests.making import at, make_case

AS_OF = at("2026-03-11 14:30")
ALL = (
    "customer_sees: [summary, impact, events, evidence, root_causes, contributing_factors, actions, recommendations, "
    "exit_criteria, get_well, silver_lining, team, meetings, commitments, lessons, related, close_out]\n"
)


def copies(root: Path, text: str, files: dict[str, str] | None = None) -> tuple[CustomerCase, InternalCase]:
    """The customer's copy of a case whose every section is opened, and our own."""
    file, workspace = make_case(root, ALL + text, files)
    return project(file, workspace, AS_OF), open_up(file, workspace, AS_OF)


def test_evidence_kept_inside_goes_with_its_citations_and_the_rest_is_numbered_anew(tmp_path: Path) -> None:
    theirs, ours = copies(
        tmp_path,
        """
evidence:
  - {id: E1, kind: log, title: Our own log, audience: internal}
  - {id: E2, kind: inquiry, title: Your inquiry, link: "https://tickets.example/1"}
  - {id: E3, kind: contract, title: The contract, link: "https://contracts.example/2", audience: customer}
events: [{at: 2026-03-02 09:00, what: The job stopped, evidence: [E1, E3]}]
root_causes: [{what: A dropped line, evidence: [E1]}]
contributing_factors: [{what: A silent alarm, evidence: [E2, E1]}]
actions: [{what: Mend it, evidence: [E1, E2]}]
exit_criteria: [{what: Runs, met: {on: 2026-03-09, evidence: [E1, E3]}}]
""",
    )
    assert [(one.id, one.number, one.link) for one in theirs.evidence] == [
        ("E2", 1, None),
        ("E3", 2, "https://contracts.example/2"),
    ]
    assert [one.id for one in theirs.events[0].evidence] == ["E3"]
    assert theirs.root_causes[0].evidence == ()
    assert [one.number for one in theirs.contributing_factors[0].evidence] == [1]
    assert [one.id for one in theirs.actions[0].evidence] == ["E2"]
    assert theirs.exit_criteria[0].met and [one.id for one in theirs.exit_criteria[0].met.evidence] == ["E3"]
    assert [(one.id, one.number) for one in ours.evidence] == [("E1", 1), ("E2", 2), ("E3", 3)]
    assert ours.evidence[1].link == "https://tickets.example/1"
    assert [one.id for one in ours.events[0].evidence] == ["E1", "E3"]


def test_an_action_names_only_what_the_customer_sees(tmp_path: Path) -> None:
    theirs, ours = copies(
        tmp_path,
        """
root_causes: [{id: C1, what: A dropped line}, {id: C2, what: A tired colleague, audience: internal}]
actions:
  - {id: A1, what: Ask the carrier, audience: internal}
  - {id: A2, what: Mend the job, depends_on: [A1], serves: [C1, C2]}
  - {id: A3, what: Test it, depends_on: [A2]}
recommendations: [{what: Watch it, serves: [C2]}]
""",
    )
    assert [(one.id, one.depends_on, one.serves) for one in theirs.actions] == [
        ("A2", (), ("C1",)),
        ("A3", ("A2",), ()),
    ]
    assert theirs.recommendations[0].serves == ()
    assert (ours.actions[1].depends_on, ours.actions[1].serves) == (("A1",), ("C1", "C2"))
    assert ours.recommendations[0].serves == ("C2",)


def test_say_stands_for_what_on_the_customers_copy_alone(tmp_path: Path) -> None:
    theirs, ours = copies(
        tmp_path,
        """
events: [{at: 2026-03-02 09:00, what: Their DBA broke it, say: The table was changed}]
actions: [{what: Fix the mess, say: Mend the job}, Tell everybody]
silver_lining: [{what: They still talk to us, say: We talk every morning}]
get_well: {start: 2026-03-03, end: 2026-03-20, milestones: [{what: Pray, say: First full night}]}
""",
    )
    words = [
        [copy.events[0].what, copy.actions[0].what, copy.actions[1].what, copy.silver_lining[0].what]
        for copy in (theirs, ours)
    ]
    assert words == [
        ["The table was changed", "Mend the job", "Tell everybody", "We talk every morning"],
        ["Their DBA broke it", "Fix the mess", "Tell everybody", "They still talk to us"],
    ]
    assert theirs.get_well and theirs.get_well.milestones[0].what == "First full night"
    assert ours.get_well and ours.get_well.milestones[0].what == "Pray"


def test_swirl_and_what_others_own_wait_for_words_of_their_own(tmp_path: Path) -> None:
    theirs, ours = copies(
        tmp_path,
        """
contributing_factors:
  - {id: F1, what: Nine people were woken, swirl: yes}
  - {id: F2, what: They restarted it, owner: customer, audience: customer}
  - {id: F3, what: The carrier slept, owner: northline}
  - {id: F4, what: Six were woken, swirl: yes, say: We called more people than were needed}
  - {id: F5, what: They restarted again, owner: customer, say: The second restart lost the queue}
  - {id: F6, what: We watched the wrong graph, owner: us}
  - {id: F7, what: Nobody knows whose}
actions: [{what: Call fewer people, serves: [F1, F4]}]
""",
        {
            "contacts.yaml": """
people: {ines: {name: Ines Okafor, shown_as: contact, customer_phone: +1 603 555 0100}}
parties: {northline: {name: Northline Carrier}}
"""
        },
    )
    assert [(one.id, one.owner and one.owner.name) for one in theirs.contributing_factors] == [
        ("F4", None),
        ("F5", "Kestrel Outfitters"),
        ("F6", "Customer Advocacy"),
        ("F7", None),
    ]
    assert theirs.actions[0].serves == ("F4",)
    assert [one.owner and one.owner.name for one in ours.contributing_factors][2] == "Northline Carrier"
    assert {index for section, index in ours.hidden if section == "contributing_factors"} == {0, 1, 2}


def test_an_offer_is_read_only_where_it_says_so_itself(tmp_path: Path) -> None:
    offer = "product: replication, price: 900.00 USD, price_floor: 500.00 USD, reasoning: they will pay"
    theirs, ours = copies(
        tmp_path,
        f"""
recommendations:
  - {{what: Buy a copy, audience: customer, mitigation: {{{offer}}}}}
  - {{what: Borrow a copy, mitigation: {{{offer}, audience: customer}}}}
  - {{what: Not for them, audience: internal, mitigation: {{{offer}, audience: customer}}}}
""",
        {"casewright.yaml": "products: {replication: {name: Standby copy}}\n"},
    )
    assert [(one.what, one.mitigation is not None) for one in theirs.recommendations] == [
        ("Buy a copy", False),
        ("Borrow a copy", True),
    ]
    offered = theirs.recommendations[1].mitigation
    assert offered is not None and offered.product == "Standby copy"
    assert all(one.mitigation for one in ours.recommendations)
    assert ours.hidden == {("mitigation", 0), ("recommendations", 2)}


def test_dry_runs_and_management_reviews_are_never_read_nor_pointed_at(tmp_path: Path) -> None:
    theirs, ours = copies(
        tmp_path,
        """
meetings:
  - {id: M1, kind: dry-run, at: 2026-03-12 09:00, audience: customer, rehearses: M3}
  - {id: M2, kind: management-review, at: 2026-03-12 11:00, audience: customer}
  - id: M3
    kind: customer
    at: 2026-03-12 15:00
    bridge: +1 603 555 0112, code 9
    decisions: [The trial begins on Monday]
    agenda:
      - {topic: What happened, minutes: 10, notes: keep calm, carry: M4}
      - {topic: The price, carry: M2}
  - {id: M4, kind: customer, at: 2026-03-19 15:00}
commitments:
  - {what: Write it up, in: M2}
  - {what: Send the log, in: M3}
  - {what: Drill, in: relationship review}
""",
    )
    assert [one.id for one in theirs.meetings] == ["M3", "M4"]
    meeting = theirs.meetings[0]
    assert (meeting.bridge, meeting.decisions) == ("+1 603 555 0112, code 9", ("The trial begins on Monday",))
    assert [(one.topic, one.carry) for one in meeting.agenda] == [
        ("What happened", "M4"),
        ("The price", None),
    ]
    assert [one.where for one in theirs.commitments] == [None, "M3", "relationship review"]
    assert [one.id for one in ours.meetings] == ["M1", "M2", "M3", "M4"]
    assert ours.meetings[2].agenda[1].carry == "M2"
    assert [one.where for one in ours.commitments] == ["M2", "M3", "relationship review"]


def test_a_case_of_another_customer_is_never_read_nor_its_title(tmp_path: Path) -> None:
    other = "title: {}\nopened: 2026-02-01 08:00\nadvocate: ines\n"
    theirs, ours = copies(
        tmp_path,
        """
related:
  - {case: kestrel/older, how: recurrence, why: same bug, say: The same fault in February}
  - {case: wren/pages, how: same-incident, audience: customer, say: Wren too}
  - {case: kestrel-two/pages, how: same-incident, audience: customer}
close_out:
  disputes:
    - {concern: Pages are slow, case: kestrel/older, ruling: separate}
    - {concern: And theirs too, case: wren/pages, ruling: separate}
""",
        {
            "cases/kestrel/older.yaml": other.format("Cards in February"),
            "cases/wren/customer.yaml": "name: Wren Books\n",
            "cases/wren/pages.yaml": other.format("Slow pages at Wren"),
            "cases/kestrel-two/customer.yaml": "name: Kestrel Two\n",
            "cases/kestrel-two/pages.yaml": other.format("Slow pages at Two"),
        },
    )
    assert [(one.title, one.say) for one in theirs.related] == [
        ("Cards in February", "The same fault in February")
    ]
    assert theirs.close_out and [one.case for one in theirs.close_out.disputes] == ["kestrel/older", None]
    assert [one.title for one in ours.related] == [
        "Cards in February",
        "Slow pages at Wren",
        "Slow pages at Two",
    ]
    assert ours.close_out and ours.close_out.disputes[1].case == "wren/pages"


def test_a_dispute_names_no_criterion_that_is_withheld(tmp_path: Path) -> None:
    theirs, ours = copies(
        tmp_path,
        """
exit_criteria: [{id: X1, what: Runs}, {id: X2, what: They stop calling, audience: internal}]
close_out:
  disputes:
    - {criterion: X1, concern: It does not run}
    - {criterion: X2, concern: We call}
    - {criterion: X1, concern: Between us, audience: internal}
""",
    )
    assert theirs.close_out and ours.close_out
    assert [(one.concern, one.criterion) for one in theirs.close_out.disputes] == [
        ("It does not run", "X1"),
        ("We call", None),
    ]
    assert [one.criterion for one in ours.close_out.disputes] == ["X1", "X2", "X1"]


def test_the_customers_own_commitments_stand_on_their_copy_and_apart_on_ours(tmp_path: Path) -> None:
    profile = """
name: Kestrel Outfitters
commitments:
  - {id: P1, what: Quarterly drill, say: A drill every quarter, due: 2026-04-30}
  - {what: A discount, audience: internal}
"""
    theirs, ours = copies(
        tmp_path, "commitments: [{what: Write it up}]\n", {"cases/kestrel/customer.yaml": profile}
    )
    assert [one.what for one in theirs.commitments] == ["Write it up", "A drill every quarter"]
    assert [one.what for one in ours.commitments] == ["Write it up"]
    assert [one.what for one in ours.customer.commitments] == ["Quarterly drill", "A discount"]


def test_what_the_customer_does_not_see_is_marked_on_our_copy(tmp_path: Path) -> None:
    file, workspace = make_case(
        tmp_path,
        """
customer_sees: [events, team]
team: [ines, {person: ines, audience: internal}]
events: [{at: 2026-03-02 09:00, what: One}, {at: 2026-03-02 10:00, what: Two, audience: internal}]
evidence: [{id: E1, kind: log, title: Log}, {id: E2, kind: log, title: Log, audience: customer}]
silver_lining: [Nobody shouted]
""",
    )
    hidden = open_up(file, workspace, AS_OF).hidden
    assert hidden == {("team", 1), ("events", 1), ("evidence", 0), ("silver_lining", 0)}


def test_single_milestones_and_concerns_are_opened_without_the_rest(tmp_path: Path) -> None:
    text = """
get_well:
  start: 2026-03-03
  end: 2026-03-20
  milestones: [{what: First night, audience: customer}, Second night]
close_out: {said: Fine by us, disputes: [{concern: One order is missing, audience: customer}, Another]}
"""
    file, workspace = make_case(tmp_path, f"customer_sees: [events]\n{text}")
    theirs = project(file, workspace, AS_OF)
    assert theirs.get_well and theirs.close_out
    assert ([one.what for one in theirs.get_well.milestones], theirs.get_well.end) == (["First night"], None)
    assert [one.concern for one in theirs.close_out.disputes] == ["One order is missing"]
    assert theirs.close_out.said is None


def test_without_anything_opened_plan_and_close_out_are_not_there_at_all(tmp_path: Path) -> None:
    text = "get_well: {start: 2026-03-03, milestones: [First night]}\nclose_out: {disputes: [Slow]}\n"
    file, workspace = make_case(tmp_path, text)
    theirs = project(file, workspace, AS_OF)
    assert (theirs.get_well, theirs.close_out) == (None, None)


def test_a_criterion_stays_disputed_where_the_close_out_is_not_shown(tmp_path: Path) -> None:
    text = """
customer_sees: [exit_criteria]
exit_criteria:
  - {id: X1, what: Runs, accepted: 2026-03-01}
  - {id: X2, what: Is fast, accepted: 2026-03-01}
  - {id: X3, what: Is quiet, accepted: 2026-03-01}
close_out:
  disputes:
    - {criterion: X1, concern: It does not run}
    - {criterion: X2, concern: Another matter, ruling: separate}
    - {criterion: X3, concern: It rang, settled: 2026-03-05}
"""
    file, workspace = make_case(tmp_path, text)
    assert [one.disputed for one in project(file, workspace, AS_OF).exit_criteria] == [True, False, False]
