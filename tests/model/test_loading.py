"""From a file to a record: short forms, nearest zones, and each fault told once, at its place, with what to do."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.finding import Finding
from generator.model.case import Case
from generator.model.contacts import Contacts
from generator.model.customer import Customer
from generator.model.loading import load, load_list
from generator.model.settings import Settings
from generator.model.stories import DatedStory
from generator.source.file import SourceFile
from generator.source.reader import read_text

Read = Callable[..., tuple[Any, list[Finding]]]
Told = Callable[..., list[str]]
UTC = ZoneInfo("UTC")
GROUP = "a group of keys belongs. Write the keys on lines of their own, indented below it."
LIST = (
    "a list belongs. "
    "Put brackets around it, `[one, another]`, or write each entry on a line of its own that begins with `- `."
)
HEAD = "title: Cards declined\nopened: 2026-03-11 02:05\nadvocate: ines\n"


def read_case(read: Read, rest: str) -> Case:
    case, findings = read(Case, HEAD + rest)
    assert not findings
    assert isinstance(case, Case)
    return case


def test_three_lines_are_a_case(read: Read) -> None:
    case = read_case(read, "")
    assert (case.title, case.advocate, case.stage) == ("Cards declined", "ines", "engaged")
    assert case.opened.at.isoformat() == "2026-03-11T02:05:00-04:00"
    assert (case.events, case.severity, case.summary) == ([], None, None)


def test_an_empty_group_is_all_that_settings_and_contacts_need(read: Read) -> None:
    settings, _ = read(Settings, "{}")
    contacts, _ = read(Contacts, "{}")
    assert (settings, contacts) == (Settings(), Contacts())
    assert (str(settings.grace), settings.severities[1]) == ("24 hours", "Business stopped")


def test_scalars_are_the_text_that_was_typed(read: Read) -> None:
    case = read_case(
        read,
        "tags: [0123, no, 14:05, 1.10, 2026-03-11, +442079460000, 1_0, 0x1F, .inf]\nbridge: 1e3\n"
        "impact: [{what: off, amount: 1200.50 EUR, recovered: 0.10 EUR}]\n",
    )
    assert case.tags == ["0123", "no", "14:05", "1.10", "2026-03-11", "+442079460000", "1_0", "0x1F", ".inf"]
    assert case.bridge == "1e3"
    (impact,) = case.impact
    assert impact.amount and impact.recovered
    assert impact.amount.value + impact.recovered.value == Decimal("1200.60")


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("root_causes: [A dropped connection]", "root_causes: [{what: A dropped connection}]"),
        ("team: [dana]", "team: [{person: dana}]"),
        ("notes: Only us", "notes: [Only us]"),
        ("silver_lining: [Nothing was lost]\n", "silver_lining:\n- what: Nothing was lost\n"),
        ("declined: support desk", "declined: {channel: support desk}"),
        ("expected_resolution: 2026-03-12", "expected_resolution: {at: 2026-03-12}"),
        (
            "engagement: {failed: no answer, asks: [A call]}",
            "engagement: {failed: {how: no answer}, asks: [{what: A call}]}",
        ),
        ("related: []", ""),
        (
            "actions: [{what: Mend it, dropped: no use, blocked: no parts}]",
            "actions: [{what: Mend it, dropped: {why: no use}, blocked: {why: no parts}}]",
        ),
        (
            "exit_criteria: [{what: Quiet, met: 2026-03-11, accepted: 2026-03-12}]",
            "exit_criteria: [{what: Quiet, met: {on: 2026-03-11}, accepted: {on: 2026-03-12}}]",
        ),
        (
            "meetings: [{id: M1, kind: customer, at: 2026-03-12, attendees: [dana], agenda: [Where we are]}]",
            (
                "meetings: [{id: M1, kind: customer, at: 2026-03-12, attendees: [{person: dana}],"
                " agenda: [{topic: Where we are}]}]"
            ),
        ),
    ],
)
def test_a_plain_line_is_the_items_main_text(read: Read, short: str, long: str) -> None:
    assert read_case(read, short) == read_case(read, long)


def test_short_forms_of_the_other_files(read: Read) -> None:
    contacts, faults = read(
        Contacts,
        "people: {priya: {name: Priya, phone: 112, other_phones: [4142]}}\n"
        "areas: {net: {name: Network, primary: {rotation: week}, backup: priya, vp: none}}\n",
    )
    assert not faults
    net = contacts.areas["net"]
    assert [(rung, post and (post.person, post.rotation, post.is_none)) for rung, post in net.posts()] == [
        ("primary", (None, "week", False)),
        ("backup", ("priya", None, False)),
        ("manager", None),
        ("director", None),
        ("vp", ("none", None, True)),
    ]
    assert contacts.people["priya"].other_phones[0].number == "4142"
    settings, faults = read(Settings, "products: {db: Database}\nsegments: {gold: Gold}\n")
    assert not faults
    assert (settings.products["db"].name, settings.segments["gold"].name) == ("Database", "Gold")


@pytest.mark.parametrize("null", ["", "~", "null", "Null", "NULL"])
def test_null_is_not_written(read: Read, null: str) -> None:
    rest = f"severity: {null}\ntags: [a, {null or '~'}, b]\nevents:\n- at: 2026-03-11\n  what: Rang\n  by: {null}\n"
    case = read_case(read, rest)
    assert (case.severity, case.tags, case.events[0].by) == (None, ["a", "b"], None)
    quoted, faults = read(Case, HEAD + "sponsor: 'null'\nsummary: 'no'\n")
    assert not faults
    assert (quoted.sponsor, quoted.summary) == ("null", "no")


def test_a_key_without_a_value_must_be_known_too(told: Told) -> None:
    assert told(Case, HEAD + "sevrity:\nevents:\n- {at: 2026-03-11, what: x, sy: ~}\n") == [
        "4:1 key-unknown The key `sevrity` is not known here. Did you mean `severity`?",
        "6:29 key-unknown The key `sy` is not known here. Did you mean `say`?",
    ]
    assert told(Contacts, "people: {ines: }\nareas: {net: {name: N, primry: }}") == [
        "2:24 key-unknown The key `primry` is not known here. Did you mean `primary`?"
    ]
    (rest,) = told(Case, HEAD + 'events: [{at: 2026-03-11, what: "He said no", and hung up}]')
    assert rest.startswith(
        "4:47 key-unknown The key `and hung up` is not known here. If it is part of a text,"
    )


@pytest.mark.parametrize(
    "rest",
    [
        "events: [{at: 2026-03-11, what: Rang Dana, no answer}]",
        "events:\n- {at: 2026-03-11,\n   what: Rang Dana, no answer, by: us}",
        "events:\n- {at: 2026-03-11, what: Rang Dana, no answer,\n   by: us}",
        "events:\n- {at: 2026-03-11, what: Rang Dana,\n   no answer}",
        "events:\n- {at: 2026-03-11, what: Rang Dana, no answer , by: us}",
        "events:\n- at: 2026-03-11\n  what: x\n  disputed: {says: Not so, it was noon}",
    ],
)
def test_the_rest_of_a_text_cut_by_a_comma_is_told_once(rest: str) -> None:
    source, faults = read_text("a.yaml", f"{HEAD}{rest}\n".encode())
    findings = [*faults, *load(Case, source, UTC)[1]]
    assert [fault.code for fault in findings] == ["comma-in-text"]


def test_moments_are_read_in_the_nearest_zone(read: Read) -> None:
    case = read_case(
        read,
        "timezone: Europe/London\n"
        "events:\n- {at: 2026-03-11 02:05, what: here}\n"
        "- {at: 2026-03-11 02:05, what: there, timezone: Asia/Tokyo, next_update: 2026-03-11 09:00}\n"
        "- {at: 2026-03-11 02:05-04:00, what: said}\n",
    )
    zones = [case.opened, *(event.at for event in case.events), case.events[1].next_update]
    assert [one.at.isoformat() for one in zones if one] == [
        "2026-03-11T02:05:00+00:00",
        "2026-03-11T02:05:00+00:00",
        "2026-03-11T02:05:00+09:00",
        "2026-03-11T06:05:00+00:00",
        "2026-03-11T09:00:00+09:00",
    ]


def test_an_unknown_zone_is_told_once_and_the_times_below_it_not_at_all(told: Told) -> None:
    assert told(Case, HEAD + "timezone: London\n") == [
        "4:11 zone-unknown `London` is not a time zone. Write its IANA name, `Europe/London`."
    ]


def test_a_rotation_hands_over_in_its_own_zone(read: Read) -> None:
    text = "rotations: {w: {order: [a], start: 2026-01-05 09:00, every: 1 week, timezone: Europe/London}}"
    contacts, _ = read(Contacts, text)
    assert contacts.rotations["w"].start.at == datetime.fromisoformat("2026-01-05T09:00+00:00")


def test_only_an_approximate_event_may_be_rough(read: Read, told: Told) -> None:
    rough = "events: [{at: 2026-03-11 morning, until: 2026-03-11 14, what: Slow, approximate: yes}]\n"
    (event,) = read_case(read, rough).events
    assert event.until
    assert (event.at.typed, event.at.at.hour, event.until.at.hour) == ("2026-03-11 morning", 6, 14)
    (fault,) = told(
        Case,
        HEAD + rough.replace("approximate: yes", "approximate: no").replace("until: 2026-03-11 14, ", ""),
    )
    assert fault.startswith("4:15 time-wrong `2026-03-11 morning` is not a moment.")
    (fault,) = told(Case, HEAD + rough.replace("2026-03-11 morning", "last week"))
    assert fault.startswith("4:15 time-wrong `last week` is not even roughly a moment.")


WRONG = {
    "missing": (
        "title: Cards\nopened: 2026-03-11\n",
        ["1:1 key-missing The key `advocate` is missing. Add `advocate:`."],
    ),
    "missing because empty": (
        "title: Cards\nopened:\nadvocate: ines\n",
        ["1:1 key-missing The key `opened` is missing. Add `opened:`."],
    ),
    "missing in an item": (
        HEAD + "events:\n- at: 2026-03-11\n  by: us\n",
        ["5:3 key-missing The key `what` is missing. Add `what:`."],
    ),
    "missing in a plain line": (
        HEAD + "events:\n- They rang\n",
        ["5:3 key-missing The key `at` is missing. Add `at:`."],
    ),
    "unknown": (
        HEAD + "sevrity: 2\n",
        ["4:1 key-unknown The key `sevrity` is not known here. Did you mean `severity`?"],
    ),
    "unknown in an item": (
        HEAD + "events: [{at: 2026-03-11, what: x, evidnce: [E1]}]\n",
        ["4:36 key-unknown The key `evidnce` is not known here. Did you mean `evidence`?"],
    ),
    "unknown in a group": (
        HEAD + "get_well: {start: 2026-03-11, ends: 2026-04-11}\n",
        ["4:31 key-unknown The key `ends` is not known here. Did you mean `end`?"],
    ),
    "a python name is no key": (
        HEAD + "get_well: {extended: [{old: 2026-03-11, to: 2026-03-12}]}\n",
        [
            "4:23 key-missing The key `from` is missing. Add `from:`.",
            "4:24 key-unknown The key `old` is not known here. Did you mean `told`?",
        ],
    ),
    "unknown among few": (
        HEAD + "get_well: {xyz: 2026-03-11}\n",
        [
            (
                "4:12 key-unknown The key `xyz` is not known here. "
                "Take it out, or use one of: end, extended, milestones, notes, start."
            )
        ],
    ),
    "choice": (
        HEAD + "stage: plannning\n",
        ["4:8 choice-wrong `plannning` is not one of the words to choose from. Did you mean `planning`?"],
    ),
    "choice far off": (
        HEAD + "outcome: great\n",
        [
            (
                "4:10 choice-wrong `great` is not one of the words to choose from. "
                "Write one of: resolved, declined, withdrawn, merged, unconfirmed, customer-left."
            )
        ],
    ),
    "choice in a list": (
        HEAD + "customer_sees: [summary, event]\n",
        ["4:26 choice-wrong `event` is not one of the words to choose from. Did you mean `events`?"],
    ),
    "list for a choice": (
        HEAD + "paper: [a]\nstage: [planning]\n",
        [
            "4:1 key-unknown The key `paper` is not known here. Take it out, or see the schema for the keys that are.",
            (
                "5:8 shape-wrong Here stands a list where a word belongs. "
                "Write one of: engaged, planning, customer-review, get-well, closed."
            ),
        ],
    ),
    "text for a list": (
        HEAD + "events: none yet\n",
        [f"4:9 shape-wrong Here stands a text where {LIST}"],
    ),
    "group for a list": (
        HEAD + "events: {at: 2026-03-11, what: x}\n",
        [f"4:9 shape-wrong Here stands a group of keys where {LIST}"],
    ),
    "list for a group": (
        HEAD + "get_well: [a]\n",
        [f"4:11 shape-wrong Here stands a list where {GROUP}"],
    ),
    "text for a group": (
        HEAD + "close_out: done\n",
        [f"4:12 shape-wrong Here stands a text where {GROUP}"],
    ),
    "list for a text": (
        HEAD + "summary: [one, two]\n",
        ["4:10 shape-wrong Here stands a list where a text belongs. Write a text on one line."],
    ),
    "group for a moment": (
        HEAD + "closed: {at: 2026-03-11}\n",
        ["4:9 shape-wrong Here stands a group of keys where a moment belongs. Write a moment on one line."],
    ),
    "list in a list": (
        HEAD + "tags: [[a]]\n",
        ["4:8 shape-wrong Here stands a list where a text belongs. Write a text on one line."],
    ),
    "list for an item": (
        HEAD + "actions: [[a]]\n",
        [f"4:11 shape-wrong Here stands a list where {GROUP}"],
    ),
    "blank": (HEAD + 'summary: " "\n', ["4:10 text-blank The text is blank. Write it, or take the key out."]),
    "several at once": (
        "title: ''\nopened: 2026-02-30\nadvocate: Ines Okafor\nseverity: 7\n",
        [
            "1:8 text-blank The text is blank. Write it, or take the key out.",
            (
                "2:9 time-wrong `2026-02-30` is not a day of the calendar. "
                "Write it like `2026-03-11 14:05`, or with its offset like `2026-03-11T14:05-04:00`."
            ),
            (
                "3:11 value-wrong `Ines Okafor` is not a key of small letters, digits and hyphens. "
                "Write a key of small letters, digits and hyphens, like `kestrel-2`."
            ),
            "4:11 value-wrong `7` is not a severity. Write 1 (the worst), 2, 3 or 4.",
        ],
    ),
    "list for a file": (
        "- title\n",
        [f"1:1 shape-wrong Here stands a list where {GROUP}"],
    ),
    "text for a file": (
        "Cards declined\n",
        [f"1:1 shape-wrong Here stands a text where {GROUP}"],
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_each_fault_is_told_once_at_its_place(told: Told, what: str) -> None:
    text, expected = WRONG[what]
    assert sorted(told(Case, text)) == sorted(expected)


def test_a_long_wrong_text_is_quoted_in_part(told: Told) -> None:
    (fault,) = told(Case, HEAD + f"product: {'word ' * 40}\n")
    assert "`word word word word word word word word word word word word ...`" in fault


def test_keys_of_people_and_severities_are_told_where_they_stand(told: Told) -> None:
    people = "people:\n  Ines: {name: Ines}\n  ines: {name: Ines, phone: 603 555 0142}\n"
    assert [line.split(" ", 2)[:2] for line in told(Contacts, people)] == [
        ["2:3", "value-wrong"],
        ["3:29", "value-wrong"],
    ]
    (fault,) = told(Settings, "severities: {0: Fire}\n")
    assert fault == "1:14 value-wrong `0` is not a severity. Write 1 (the worst), 2, 3 or 4."


def test_a_customers_file_is_no_plain_line(told: Told) -> None:
    (fault,) = told(Customer, "Kestrel Outfitters\n")
    assert "Here stands a text where a group of keys belongs." in fault


def test_an_empty_rotation_has_nobody(told: Told) -> None:
    (fault,) = told(Contacts, "rotations: {w: {order: [], start: 2026-01-05 09:00, every: 1 week}}")
    assert fault.startswith("1:24 shape-wrong Here stands a list where at least one entry belongs.")


def test_stories_are_a_list() -> None:
    source, _ = read_text(
        "stories.yaml", b"- They rang back.\n- {what: Nobody rang, thumb: down, on: 2026-03-11}\n"
    )
    stories, faults = load_list(DatedStory, source, UTC)
    assert ([(story.what, story.thumb) for story in stories], faults) == (
        [("They rang back.", "up"), ("Nobody rang", "down")],
        [],
    )
    source, _ = read_text("stories.yaml", b"- what: x\n  thum: up\n- {thumb: up, behavior: }\n")
    stories, faults = load_list(DatedStory, source, UTC)
    assert (stories, [(fault.place.line, fault.code, fault.remedy) for fault in faults]) == (
        [],
        [
            (2, "key-unknown", "Did you mean `thumb`?"),
            (3, "key-missing", "Add `what:`."),
            (3, "key-unknown", "Did you mean `behaviour`?"),
        ],
    )


def test_a_file_that_could_not_be_read_is_no_record() -> None:
    broken = SourceFile("a.yaml", "", None)
    assert load(Case, broken, UTC) == (None, [])
    assert load_list(DatedStory, broken, UTC) == ([], [])


def test_records_are_frozen(read: Read) -> None:
    case = read_case(read, "")
    with pytest.raises(ValueError, match="frozen"):
        case.title = "Other"


TREES = st.recursive(
    st.sampled_from(["x", "2026-03-11", "yes", "1", "~", "''", "a b", "1 week", "a/b"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(
            st.sampled_from([*Case.model_fields, "what", "at", "on", "oops"]), inner, max_size=4
        ).map(lambda keys: "{" + ", ".join(f"{key}: {value}" for key, value in keys.items()) + "}")
    ),
    max_leaves=12,
)


@given(TREES)
def test_whatever_a_file_holds_it_is_a_record_or_told(text: str) -> None:
    for record in (Case, Customer, Contacts, Settings):
        source, faults = read_text("a.yaml", text.encode())
        loaded, findings = load(record, source, UTC)
        assert (loaded is None) == bool(findings) or source.root is None
        assert all(
            found.message.endswith(".") and found.remedy.endswith((".", "?"))
            for found in [*faults, *findings]
        )
        assert len({(found.place, found.message) for found in findings}) == len(findings), (
            "nothing is told twice"
        )
