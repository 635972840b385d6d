"""The words of what a telephone, a calendar or a caller is given, in the language of the house.

Cards, calendars and greetings are made before any page is rendered, and without the catalogues of the pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.rules.in_words import MONTHS


@dataclass(frozen=True, slots=True)
class TelephoneWords:
    """Every sentence of one language, with what is put into it in braces.

    `day` and `full_day` write a day without and with its year, `at` a day with its time; `one_day` and `days` count.
    """

    language: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day: str
    full_day: str
    at: str
    whole_end: str
    local_time: str
    one_day: str
    days: str
    rungs: Mapping[str, str]
    who_to_call: str
    ladder: str
    stands: str
    post: str
    never_confirmed: str
    confirmed: str
    on_duty: str
    no_number: str
    nobody: str
    nobody_answers: str
    away_in_turn: str
    took_turn: str
    voice_outside: str
    voice_inside: str
    reply_outside: str
    reply_inside: str
    colleague: str
    a_colleague: str
    of_firm: str
    reach_on: str
    reach_us: str
    nobody_stands_in: str
    stands_in: str
    stands_in_unreached: str

    def weekday(self, day: date) -> str:
        """A day with its weekday, without its year."""
        words = self.day.format(day=day.day, month=self.months[day.month - 1])
        return f"{self.weekdays[day.weekday()]}{words}"

    def dated(self, day: date) -> str:
        """A day with its year."""
        return self.full_day.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def counted(self, days: int) -> str:
        """`1 day`, `12 days`."""
        return self.one_day if days == 1 else self.days.format(days=days)


ENGLISH = TelephoneWords(
    language="en",
    months=MONTHS,
    weekdays=("Monday ", "Tuesday ", "Wednesday ", "Thursday ", "Friday ", "Saturday ", "Sunday "),
    day="{day} {month}",
    full_day="{day} {month} {year}",
    at="{day} {clock}",
    whole_end="the end of {day}, back on {back}",
    local_time=" ({city} time)",
    one_day="1 day",
    days="{days} days",
    rungs={
        "primary": "primary",
        "backup": "backup",
        "manager": "manager",
        "director": "director",
        "vp": "vice president",
    },
    who_to_call="Who to call",
    ladder="{area}, who to call",
    stands="Who to call: {posts}. ",
    post="{rung} of {area}",
    never_confirmed="The number was never confirmed.",
    confirmed="The number was confirmed on {on}, {days} before {today}.",
    on_duty="On duty, {house}",
    no_number="no number",
    nobody="Nobody",
    nobody_answers="Nobody answers.",
    away_in_turn="It is {name}'s turn, who is away.",
    took_turn="Took this turn{why}.",
    voice_outside="You have reached {name} at {house}. I am away until {until}. {outside}",
    voice_inside="This is {name}. I am away until {until}. {inside}",
    reply_outside=(
        "Thank you for your message. I am away from {since} until {until}, and it will not be read before then. {outside}"
    ),
    reply_inside=(
        "I am away from {since} until {until}. {inside} For everything else the ladder holds: casewright who AREA."
    ),
    colleague="my colleague {name}",
    a_colleague="a colleague",
    of_firm="{name} of {firm}",
    reach_on="If it cannot wait, {who} is there for you on {number}.",
    reach_us="If it cannot wait, {who} is there for you: please call the number on which you always reach us.",
    nobody_stands_in="Nobody stands in for me.",
    stands_in="{name} stands in for me, day and night: {number}.",
    stands_in_unreached="{name} stands in for me, and their number is not written down.",
)
GERMAN = TelephoneWords(
    language="de",
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    weekdays=("Montag, ", "Dienstag, ", "Mittwoch, ", "Donnerstag, ", "Freitag, ", "Samstag, ", "Sonntag, "),
    day="{day}. {month}",
    full_day="{day}. {month} {year}",
    at="{day}, {clock} Uhr",
    whole_end="einschließlich {day}, zurück am {back}",
    local_time=" (Ortszeit {city})",
    one_day="1 Tag",
    days="{days} Tage",
    rungs={
        "primary": "erste Stelle",
        "backup": "Vertretung",
        "manager": "Manager",
        "director": "Direktor",
        "vp": "Vizepräsident",
    },
    who_to_call="Wen anrufen",
    ladder="{area}, wen anrufen",
    stands="Wen anrufen: {posts}. ",
    post="{rung} von {area}",
    never_confirmed="Die Nummer wurde nie bestätigt.",
    confirmed="Die Nummer wurde am {on} bestätigt, {days} vor dem {today}.",
    on_duty="Im Dienst, {house}",
    no_number="keine Nummer",
    nobody="Niemand",
    nobody_answers="Niemand antwortet.",
    away_in_turn="An der Reihe wäre {name}, aber abwesend.",
    took_turn="Hat diesen Dienst übernommen{why}.",
    voice_outside="Sie haben {name} von {house} erreicht. Ich bin abwesend bis {until}. {outside}",
    voice_inside="Hier ist {name}. Ich bin abwesend bis {until}. {inside}",
    reply_outside=(
        "Vielen Dank für Ihre Nachricht. Ich bin abwesend von {since} bis {until}; gelesen wird sie erst danach. {outside}"
    ),
    reply_inside=(
        "Ich bin abwesend von {since} bis {until}. {inside} Für alles andere gilt die Leiter: casewright who AREA."
    ),
    colleague="meine Vertretung {name}",
    a_colleague="meine Vertretung",
    of_firm="{name} von {firm}",
    reach_on="Wenn es nicht warten kann, erreichen Sie {who} unter {number}.",
    reach_us=(
        "Wenn es nicht warten kann, hilft Ihnen {who}: bitte rufen Sie die Nummer an, unter der Sie uns immer erreichen."
    ),
    nobody_stands_in="Niemand vertritt mich.",
    stands_in="{name} vertritt mich, Tag und Nacht: {number}.",
    stands_in_unreached="{name} vertritt mich; eine Nummer ist nicht notiert.",
)
LANGUAGES = {words.language: words for words in (ENGLISH, GERMAN)}


def telephone_words(language: str) -> TelephoneWords:
    """The words of a language, English ones where there are none of it."""
    return LANGUAGES.get(language, ENGLISH)
