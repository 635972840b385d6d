"""The people of the matrix as cards for a telephone (vCard 3.0, RFC 2426, which every one of them reads)."""

from collections.abc import Iterable, Iterator, Mapping

from generator.derive.freshness import NumberAge, number_ages, people_of, standings_of
from generator.documents.content_lines import escaped, written
from generator.documents.matrix import MatrixRow
from generator.documents.sheets import Desk
from generator.documents.subjects import Subject
from generator.documents.telephone_words import TelephoneWords, telephone_words
from generator.model.contacts import OtherPhone, OurPersonRecord, PartyPerson


def all_cards(desk: Desk, subject: Subject) -> Mapping[str, bytes]:  # noqa: ARG001 (the file is of everything)
    """One file with the card of everybody in contacts.yaml, third parties' people too."""
    people = people_of(desk.workspace.contacts)
    return {"who-to-call.internal.vcf": cards_of(desk, sorted(people))}


def area_cards(desk: Desk, subject: Subject) -> Mapping[str, bytes]:
    """One file with the cards of everybody who has or takes a rung of an area; none for a case's sheet."""
    if subject.kind != "area" or subject.case:
        return {}
    standings = standings_of(desk.workspace.contacts)
    people = [who for who, posts in standings.items() if any(area == subject.key for area, _ in posts)]
    return {f"{subject.key}.internal.vcf": cards_of(desk, people)}


def cards_of(desk: Desk, people: Iterable[str]) -> bytes:
    """The cards of people by their keys, in that order; keys that nobody has are left out."""
    known = people_of(desk.workspace.contacts)
    ages = {one.person: one for one in number_ages(desk.workspace, desk.as_of)}
    lines = (line for who in people if who in known for line in _card(desk, who, known[who], ages.get(who)))
    return written(lines)


def _card(
    desk: Desk, who: str, record: OurPersonRecord | PartyPerson, age: NumberAge | None
) -> Iterator[str]:
    title = record.title if isinstance(record, OurPersonRecord) else record.role
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"UID:casewright-person-{who}")
    # A name's parts cannot be told apart in every script, so it is given whole.
    yield f"N:;{escaped(record.name)};;;"
    yield f"FN:{escaped(record.name)}"
    yield f"ORG:{escaped(_firm(desk, who))}"
    if title:
        yield f"TITLE:{escaped(title)}"
    yield from _numbers(record)
    if record.email:
        yield f"EMAIL;TYPE=INTERNET:{escaped(record.email)}"
    yield f"NOTE:{escaped(_note(desk, record, age))}"
    category = telephone_words(desk.workspace.settings.language).who_to_call
    yield from (f"CATEGORIES:{escaped(category)}", "END:VCARD")


def _firm(desk: Desk, who: str) -> str:
    parties = desk.workspace.contacts.parties.values()
    theirs = next((party.name for party in parties if who in party.people), None)
    ours = desk.workspace.settings.organisation
    return ours if who in desk.workspace.contacts.people else theirs or ours


def _numbers(record: OurPersonRecord | PartyPerson) -> Iterator[str]:
    """The numbers as they were typed, the one to ring first marked as such, the others with their note."""
    if record.phone:
        yield f"TEL;TYPE=WORK,VOICE,PREF:{escaped(record.phone)}"
    others: list[OtherPhone] = record.other_phones if isinstance(record, OurPersonRecord) else []
    for count, other in enumerate(others, 1):
        if other.note:
            yield f"item{count}.TEL;TYPE=VOICE:{escaped(other.number)}"
            yield f"item{count}.X-ABLabel:{escaped(other.note)}"
        else:
            yield f"TEL;TYPE=VOICE:{escaped(other.number)}"


def _note(desk: Desk, record: OurPersonRecord | PartyPerson, known: NumberAge | None) -> str:
    """Where they stand, and how old the number is."""
    areas = desk.workspace.contacts.areas
    words = telephone_words(desk.workspace.settings.language)
    standings = known.standings if known else ()
    posts = [words.post.format(rung=words.rungs[rung], area=areas[area].name) for area, rung in standings]
    stands = words.stands.format(posts=", ".join(posts)) if posts else ""
    if record.confirmed is None:
        return f"{stands}{words.never_confirmed}"
    today, day = desk.as_of.date(), record.confirmed.on
    age = words.counted((today - day).days)
    return stands + words.confirmed.format(on=words.dated(day), days=age, today=words.dated(today))


def ladder_card(row: MatrixRow, organisation: str, words: TelephoneWords) -> str:
    """One short card of an area's ladder as it stands, for a code that a telephone reads from paper."""
    name = words.ladder.format(area=row.area.name)
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:;{escaped(name)};;;", f"FN:{escaped(name)}"]
    lines.append(f"ORG:{escaped(organisation)}")
    held = [rung for rung in row.rungs if rung.holder.person and rung.face is not None and rung.face.phone]
    for count, rung in enumerate(held, 1):
        assert rung.face is not None
        lines.append(f"item{count}.TEL:{escaped(rung.face.phone or '')}")
        lines.append(f"item{count}.X-ABLabel:{escaped(f'{words.rungs[rung.holder.rung]} {rung.face.name}')}")
    return written([*lines, "END:VCARD"]).decode()
