"""Every part of a case becomes what its readers see of it, value by value: for the customer, and for us."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from generator.audience.customer_case import CustomerCase, Letterhead, MemberShown, SilverShown
from generator.audience.faces import Face, SideFace
from generator.audience.project import InternalCase, open_up, project
from generator.audience.shown.actions import DroppedShown
from generator.audience.shown.causes import CauseShown, FactorShown
from generator.audience.shown.chronology import EvidenceShown, ImpactShown, OtherAccountShown
from generator.audience.shown.close_out import (
    CloseOutShown,
    DisputeShown,
    HandedBackShown,
    LessonShown,
    RelatedShown,
)
from generator.audience.shown.criteria import AgreedShown, AmendedShown
from generator.audience.shown.get_well import ExtensionShown, GetWellShown, MilestoneShown
from generator.audience.shown.meetings import AttendeeShown, TopicShown
from generator.audience.shown.recommendations import (
    CheckpointShown,
    DecisionShown,
    MitigationShown,
    RecommendationShown,
    TrialShown,
)
from generator.model.scalars.durations import read_duration
from generator.model.scalars.moments import Moment
from generator.model.scalars.money import Money, read_money
from generator.model.scalars.texts import Goal
from tests.making import NEW_YORK, at, make_case

AS_OF = at("2026-03-11 14:30")
FILES = {
    "casewright.yaml": """\
        organisation: Alder Hosting
        timezone: America/New_York
        products: {replication: {name: Replication}}
        colours: {structure: "#112233"}
        logo: ours.png
        """,
    "contacts.yaml": """\
        people:
          ines: {name: Ines Okafor, title: Advocate, phone: +1 603 555 0150, customer_phone: +1 603 555 0100,
            shown_as: contact}
          joel: {name: Joel Park, title: Engineer, phone: +1 603 555 0116}
        parties: {northline: {name: Northline Carrier, people: {desk: {name: Night desk, role: Dispatch}}}}
        """,
    "cases/kestrel/customer.yaml": """\
        name: Kestrel Outfitters
        logo: theirs.png
        language: de
        people: {dana: {name: Dana Whitlock, role: Director, phone: +1 603 555 0180}}
        commitments: [{id: P9, what: A drill., made: 2026-01-20, by: ines, in: a review, due: 2026-04-30, kept: 2026-02-01}]
        """,
    "cases/kestrel/later.yaml": "title: The second matter\nopened: 2026-03-10 08:00\nadvocate: ines\n",
    "cases/wren/customer.yaml": "name: Wren\n",
    "cases/wren/pages.yaml": "title: Slow pages\nopened: 2026-03-10 08:00\nadvocate: ines\n",
}
CASE = """
    title: Card payments declined
    opened: 2026-03-02 08:00
    closed: 2026-03-11 10:00
    advocate: ines
    stage: get-well
    resolution_unknown: We are still measuring.
    expected_resolution: {at: 2026-03-20 10:00, sure: rather sure}
    customer_sees: [summary, impact, events, evidence, root_causes, contributing_factors, actions, recommendations,
      exit_criteria, get_well, silver_lining, team, meetings, commitments, lessons, related, close_out]
    engagement: {wants: A line that answers.}
    summary: In short.
    cause_unknown: Nobody has seen it twice.
    team:
      - {person: joel, part: Measures}
      - {person: dana, part: Decides, left: 2026-03-05}
    evidence:
      - {id: E0, kind: log, title: Kept inside, audience: internal}
      - {id: E1, kind: alert, title: The alarm, date: 2026-03-03, link: "https://x.example/1", file: a.txt,
        audience: customer}
      - {id: E2, kind: invoice, title: The bill, link: "https://x.example/2", file: b.txt}
    impact:
      - {id: I1, what: Sales., say: Lost sales., kind: revenue, amount: 10.50 EUR, recovered: 2.00 EUR, from: us,
        basis: Counted., counts: no}
      - {id: I2, what: Trust., low: 1.00 EUR, high: 9.00 EUR, words: a lot}
    events:
      - {id: V1, at: 2026-03-03 10:00, until: 2026-03-03 11:00, timezone: Europe/Berlin, approximate: yes, by: northline,
        person: desk, contact: out, channel: phone, next_update: 2026-03-04 09:00, evidence: [E0, E1], what: Inside words.,
        say: Outside words., disputed: {by: dana, says: It was noon.}}
      - {at: 2026-03-05 12:00, by: customer, contact: both, what: They called.}
    root_causes: [{id: C1, what: A cause., state: ruled-out, how: By looking., evidence: [E0, E2]}]
    contributing_factors: [{id: F1, what: A factor., owner: us, evidence: [E1]}]
    actions:
      - {id: A1, what: An action., owner: joel, due: 2026-03-13, done: 2026-03-12 10:00, depends_on: [A2, A3],
        serves: [C1, X9], evidence: [E2]}
      - {id: A2, what: Another., dropped: {on: 2026-03-06, why: Not needed.}}
      - {id: A3, what: Inside., audience: internal}
    recommendations:
      - {id: R1, what: A recommendation., owner: ines, decision: Agreed., serves: [C1, A3], mitigation: {audience: customer,
        product: replication, prevents: This., agreement: The old one., price: 5.00 EUR, period: 1 week,
        trial: {start: 2026-03-12, days: 90, switch_off: 2026-06-10, checkpoints: [{on: 2026-04-01, what: The half.}]},
        decision: {answer: taken, on: 2026-03-11, by: dana}, price_floor: 4.00 EUR}}
      - {id: R2, what: A second one., mitigation: {product: unheard-of}}
    exit_criteria:
      - {id: X1, what: Answers., measure: By ear., target: at most 15, unit: min,
        readings: [{at: 2026-03-10 09:00, value: 12.5}], agreed: {on: 2026-03-05, with: dana},
        met: {on: 2026-03-10, evidence: [E0, E1]}, accepted: {on: 2026-03-11, by: dana},
        amended: [{on: 2026-03-06, with: dana, before: Rings.}]}
      - {id: X2, what: No errors., dropped: {on: 2026-03-07, with: dana, why: Never mind.}}
    get_well: {start: 2026-03-04, end: 2026-04-03, milestones: [{id: L1, what: A step., due: 2026-03-20, met: 2026-03-19}],
      extended: [{from: 2026-03-30, to: 2026-04-03, why: Rain., told: 2026-03-29}]}
    commitments:
      - {id: P1, what: A promise., made: 2026-03-03, by: ines, in: a call, due: 2026-03-14, kept: 2026-03-10}
      - {id: P2, what: A second., in: A3}
    silver_lining: [{id: S1, what: It held.}]
    meetings:
      - {id: M1, kind: customer, at: 2026-03-13 10:00, timezone: Europe/Berlin, minutes: 30, purpose: Agree., where: Hall 1,
        bridge: line 7, attendees: [{person: dana, role: Decides}], decisions: [Go on.], held: yes,
        agenda: [{topic: Where we are, minutes: 10, presenter: ines, purpose: decide, outcome: Done., carry: M3},
          {topic: Later, carry: M2}]}
      - {id: M2, kind: dry-run, at: 2026-03-12 10:00}
      - {id: M3, kind: close-out, at: 2026-03-14 10:00}
    lessons: [{id: N1, what: A lesson., say: Said kindly.}]
    related: [{id: O1, case: kestrel/later, how: follow-up, why: We think so., say: It followed.},
      {case: kestrel/unheard-of, how: recurrence, why: Inside.}, {case: wren/pages, how: same-cause, why: Same rack.}]
    close_out:
      proposed: {on: 2026-03-08, by: ines, to: dana}
      answer: disputed
      on: 2026-03-09
      by: dana
      how: by phone
      said: Not yet.
      disputes:
        - {id: D1, criterion: X1, concern: Too slow., by: dana, on: 2026-03-09, ruling: related, why: It is.,
          case: kestrel/later, settled: 2026-03-10}
        - {id: D2, criterion: X2, concern: Errors., case: wren/pages}
        - {id: D3, concern: Rain.}
      handed_back: {person: joel, from: 2026-03-11, calls: the desk}
"""
INES = Face("Ines Okafor", "us", "Alder Hosting", "Advocate", "+1 603 555 0100")
JOEL = Face("Engineer", "us", "Alder Hosting")
DANA = Face("Dana Whitlock", "customer", "Kestrel Outfitters", "Director")
DESK = Face("Night desk", "party", "Northline Carrier", "Dispatch")
E1 = EvidenceShown("E1", 1, "alert", "The alarm", date(2026, 3, 3), "https://x.example/1", "a.txt")
E2 = EvidenceShown("E2", 2, "invoice", "The bill")
BERLIN = ZoneInfo("Europe/Berlin")


def day(number: int, month: int = 3) -> date:
    return date(2026, month, number)


def euros(text: str) -> Money:
    return read_money(f"{text} EUR")


def when(moment: Moment | None) -> datetime | None:
    return moment.at if moment else None


@pytest.fixture
def copies(tmp_path: Path) -> tuple[CustomerCase, InternalCase]:
    file, workspace = make_case(tmp_path, CASE, FILES)
    return project(file, workspace, AS_OF), open_up(file, workspace, AS_OF)


Copies = tuple[CustomerCase, InternalCase]


def test_the_head(copies: Copies) -> None:
    for read, language in zip(copies, ("de", "en"), strict=True):
        assert read.key == "kestrel/cards"
        assert read.letterhead == Letterhead(
            "Alder Hosting", "Kestrel Outfitters", NEW_YORK, language, "#112233", "ours.png", "theirs.png"
        )
        assert (read.title, read.stage) == ("Card payments declined", "get-well")
        assert (when(read.opened), when(read.closed)) == (at("2026-03-02 08:00"), at("2026-03-11 10:00"))
        assert when(read.next_update) == at("2026-03-04 09:00", BERLIN)
        assert read.resolution_unknown == "We are still measuring."
        assert read.expected_resolution is not None
        assert when(read.expected_resolution.at) == at("2026-03-20 10:00")
        assert read.expected_resolution.sure == "rather sure"
        assert read.sections == tuple(sorted(read.sections)) and len(read.sections) == 17
        assert (read.summary, read.wants) == ("In short.", "A line that answers.")
        assert read.cause_unknown == "Nobody has seen it twice."
        assert read.update_followed is True
    assert copies[0].advocate == INES
    assert copies[1].advocate == Face("Ines Okafor", "us", "Alder Hosting", "Advocate", "+1 603 555 0150")


def test_evidence_and_impact(copies: Copies) -> None:
    theirs, ours = copies
    assert theirs.evidence == (E1, E2)
    assert [(one.id, one.number, one.link, one.file) for one in ours.evidence] == [
        ("E0", 1, None, None),
        ("E1", 2, "https://x.example/1", "a.txt"),
        ("E2", 3, "https://x.example/2", "b.txt"),
    ]
    assert theirs.impact == (
        ImpactShown(
            *(
                "Lost sales.",
                "I1",
                "revenue",
                euros("10.50"),
                None,
                None,
                None,
                euros("2.00"),
                "us",
                "Counted.",
                False,
            )
        ),
        ImpactShown("Trust.", "I2", None, None, euros("1.00"), euros("9.00"), "a lot"),
    )
    assert ours.impact[0].what == "Sales."


def test_events(copies: Copies) -> None:
    first, second = copies[0].events
    assert (first.id, first.what, first.approximate, first.zone) == ("V1", "Outside words.", True, BERLIN)
    assert when(first.at) == at("2026-03-03 10:00", BERLIN) and when(first.until) == at(
        "2026-03-03 11:00", BERLIN
    )
    assert (first.by, first.person) == (SideFace("party", "Northline Carrier"), DESK)
    assert (first.contact, first.channel, first.evidence) == ("out", "phone", (E1,))
    assert when(first.next_update) == at("2026-03-04 09:00", BERLIN)
    assert first.disputed == OtherAccountShown(DANA, "It was noon.")
    assert (second.by, second.disputed) == (SideFace("customer", "Kestrel Outfitters"), None)
    inside = copies[1].events[0]
    assert (inside.what, [one.id for one in inside.evidence]) == ("Inside words.", ["E0", "E1"])


def test_causes_factors_and_actions(copies: Copies) -> None:
    theirs, ours = copies
    assert theirs.root_causes == (CauseShown("A cause.", "ruled-out", "C1", "By looking.", (E2,)),)
    assert theirs.contributing_factors == (
        FactorShown("A factor.", SideFace("us", "Alder Hosting"), "F1", (E1,)),
    )
    first, second = theirs.actions
    assert (first.what, first.id, first.owner, first.evidence) == ("An action.", "A1", JOEL, (E2,))
    assert (first.depends_on, first.serves, first.dropped) == (("A2",), ("C1",), None)
    assert (
        first.due is not None
        and first.due.typed == "2026-03-13"
        and when(first.done) == at("2026-03-12 10:00")
    )
    assert second.dropped == DroppedShown(day(6), "Not needed.")
    assert (ours.actions[0].depends_on, ours.actions[0].serves) == (("A2", "A3"), ("C1", "X9"))


def test_recommendations(copies: Copies) -> None:
    theirs, ours = copies
    trial = TrialShown(day(12), 90, day(10, 6), (CheckpointShown(day(1, 4), "The half."),))
    offer = MitigationShown(
        *("Replication", "This.", "The old one.", euros("5.00"), read_duration("1 week"), trial),
        DecisionShown("taken", day(11), DANA),
    )
    assert theirs.recommendations == (
        RecommendationShown("A recommendation.", "R1", INES, "Agreed.", ("C1",), offer),
        RecommendationShown("A second one.", "R2"),
    )
    assert ours.recommendations[1].mitigation == MitigationShown("unheard-of")
    assert ours.recommendations[0].serves == ("C1", "A3")


def test_exit_criteria_and_get_well(copies: Copies) -> None:
    first, second = copies[0].exit_criteria
    assert (first.what, first.id, first.measure, first.unit) == ("Answers.", "X1", "By ear.", "min")
    assert first.target == Goal(Decimal(15), at_most=True)
    assert [(when(one.at), one.value) for one in first.readings] == [
        (at("2026-03-10 09:00"), Decimal("12.5"))
    ]
    assert first.agreed == AgreedShown(day(5), DANA)
    assert first.met == AgreedShown(day(10), None, (E1,))
    assert first.accepted == AgreedShown(day(11), DANA)
    assert first.amended == (AmendedShown(day(6), DANA, "Rings."),)
    assert (first.disputed, first.dropped) == (False, None), "the one dispute about it is settled"
    assert second.dropped == DroppedShown(day(7), "Never mind.", DANA)
    assert (second.disputed, second.agreed, second.met, second.accepted) == (True, None, None, None)
    assert copies[0].get_well == GetWellShown(
        day(4),
        day(3, 4),
        (MilestoneShown("A step.", "L1", day(20), day(19)),),
        (ExtensionShown(day(30), day(3, 4), "Rain.", day(29)),),
    )


def test_commitments_team_and_what_goes_right(copies: Copies) -> None:
    theirs, ours = copies
    assert [(one.id, one.what, one.made, one.by, one.where, one.kept) for one in theirs.commitments] == [
        ("P1", "A promise.", day(3), INES, "a call", day(10)),
        ("P2", "A second.", None, None, None, None),
        ("P9", "A drill.", day(20, 1), INES, "a review", day(1, 2)),
    ]
    assert [one.due.typed for one in theirs.commitments if one.due] == ["2026-03-14", "2026-04-30"]
    assert [(one.id, one.where) for one in ours.commitments] == [("P1", "a call"), ("P2", "A3")]
    assert theirs.team == (MemberShown(JOEL, "Measures"),)
    assert [member.part for member in ours.team] == ["Measures", "Decides"]
    assert theirs.silver_lining == ours.silver_lining == (SilverShown("It held.", "S1"),)


def test_meetings(copies: Copies) -> None:
    theirs, ours = copies
    first, second = theirs.meetings
    assert (first.id, first.kind, first.zone, first.minutes) == ("M1", "customer", BERLIN, 30)
    assert (second.id, second.kind, second.zone, second.held) == ("M3", "close-out", NEW_YORK, False)
    assert when(first.at) == at("2026-03-13 10:00", BERLIN)
    assert (first.purpose, first.where, first.bridge, first.held) == ("Agree.", "Hall 1", "line 7", True)
    assert first.attendees == (AttendeeShown(DANA, "Decides"),)
    assert first.decisions == ("Go on.",)
    assert first.agenda == (
        TopicShown("Where we are", 10, INES, "decide", "Done.", "M3"),
        TopicShown("Later"),
    )
    assert [topic.carry for topic in ours.meetings[0].agenda] == ["M3", "M2"]
    assert [meeting.id for meeting in ours.meetings] == ["M1", "M2", "M3"]


def test_lessons_and_related_cases(copies: Copies) -> None:
    theirs, ours = copies
    assert theirs.lessons == (LessonShown("Said kindly.", "N1"),)
    assert ours.lessons == (LessonShown("A lesson.", "N1"),)
    assert theirs.related == (
        RelatedShown("The second matter", "kestrel/later", "follow-up", "It followed.", "O1"),
        RelatedShown("kestrel/unheard-of", "kestrel/unheard-of", "recurrence"),
    )
    assert ours.related[0] == theirs.related[0]
    assert ours.related[1].say == "Inside."
    assert ours.related[2] == RelatedShown("Slow pages", "wren/pages", "same-cause", "Same rack.")


def test_the_close_out(copies: Copies) -> None:
    theirs, ours = copies
    first = DisputeShown(
        *("Too slow.", "X1", DANA, day(9), "related", "It is.", "kestrel/later", day(10), "D1")
    )
    assert theirs.close_out == CloseOutShown(
        *(day(8), INES, DANA, "disputed", day(9), DANA, "by phone", "Not yet."),
        (first, DisputeShown("Errors.", "X2", id="D2"), DisputeShown("Rain.", id="D3")),
        HandedBackShown(JOEL, day(11), "the desk"),
    )
    assert ours.close_out is not None
    assert [dispute.case for dispute in ours.close_out.disputes] == ["kestrel/later", "wren/pages", None]


def test_what_the_customer_does_not_see_is_told_apart_on_our_own_copy(copies: Copies) -> None:
    _, ours = copies
    assert ours.hidden == {
        ("evidence", 0),
        ("actions", 2),
        ("mitigation", 1),
        ("meetings", 1),
        ("related", 2),
    }
    assert (ours.whole.title, ours.customer.name) == ("Card payments declined", "Kestrel Outfitters")
