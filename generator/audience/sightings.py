"""Whether a name, an address, a number or a pattern that is secret stands in a text."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache

from generator.audience.secrets import PHONE_FROM, Secret, Secrets, Sort, digits
from generator.audience.squeeze import Span, Squeezed, covered, squeezed, unified

APART_BELOW = 10
"""A name of fewer letters must stand as words of its own, because `Jo An` would be found in Joan."""
WORD = re.compile(r"[^\W_]+")
BREAKS = re.compile(r"\u2010?[\r\n]+|[\s\u00ad\u200b-\u200d\u2060]+")
"""White space, and what else a line may break at: the hyphen that a printed paper puts there is not the typed one."""
BREAK = r"(?:\u2010?[\r\n]+|[\x1f\u00ad\u200b-\u200d\u2060])?"
"""A break within a word, or none; a tag leaves \\x1f behind."""
GROUPED = re.compile(r"\d+(?:[ ().\-/\u2010-\u2015+\r\n\x1f]{1,5}\d+)*")
"""Digits in groups; between two of them a tag may have stood, which leaves \\x1f behind."""
GROUPS_AT_MOST = 8
"""How many groups of digits a number is written in at most."""


class Sighted:
    """A text in the forms in which secrets are looked for; each is made once and only where it is needed."""

    def __init__(self, text: str, secrets: Secrets) -> None:
        self.squeezed = Squeezed(text)
        self.secrets = secrets

    def holds(self, secret: Secret) -> bool:
        """Whether a secret that is not prose stands in the text, and nothing excuses it."""
        return LOOKS[secret.sort](self, secret.text)

    @cached_property
    def let_pass(self) -> list[Span]:
        """Where texts stand that the settings allow."""
        return [span for text in self.secrets.allowed for span in self.squeezed.spans(squeezed(text))]

    @cached_property
    def own_names(self) -> list[Span]:
        """Where the customer's own names stand, and ours."""
        return [span for name in self.secrets.covers for span in self.squeezed.spans(squeezed(name))]

    @cached_property
    def unbroken(self) -> str:
        """The text without white space, in small letters, what the settings allow taken out."""
        text = unbroken(self.squeezed.text)
        for one in self.secrets.allowed:
            text = text.replace(unbroken(one), "\0")
        return text

    @cached_property
    def all_digits(self) -> str:
        """Nothing but the digits."""
        return re.sub(r"\D+", "", self.squeezed.text)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Every number that could have been written in the text, as digits."""
        return frozenset(number for run in GROUPED.findall(self.squeezed.text) for number in numbers_in(run))

    def name(self, text: str) -> bool:
        """A person's name, whatever its capitals and hyphens."""
        spans = self.squeezed.spans(squeezed(text))
        return any(
            self.squeezed.is_whole(span) and self.apart(span) and not covered(span, self.let_pass)
            for span in spans
        )

    def apart(self, span: Span) -> bool:
        """Whether a short name stands as more than one word."""
        part = self.squeezed.text[slice(*span)]
        return len(squeezed(part)) >= APART_BELOW or len(WORD.findall(part)) > 1

    def mail(self, text: str) -> bool:
        """A mail address, in a link too."""
        spans = [
            *self.squeezed.spans(squeezed(text)),
            *self.squeezed.spans(squeezed(text.replace("@", "%40"))),
        ]
        return any(self.squeezed.is_whole(span) and not covered(span, self.let_pass) for span in spans)

    def phone(self, text: str) -> bool:
        """A number with its country or without, however its digits are grouped."""
        if digits(text) in {digits(one) for one in self.secrets.allowed}:
            return False
        return any(number in self.all_digits and number in self.numbers for number in dialled_as(text))

    def customer(self, text: str) -> bool:
        """A customer's name: whole words, as they are written, not inside a name that covers it."""
        spans = self.squeezed.spans_as_written("".join(WORD.findall(unified(text))))
        return any(
            self.squeezed.is_whole(span) and not covered(span, [*self.own_names, *self.let_pass])
            for span in spans
        )

    def key(self, text: str) -> bool:
        """A key as a segment of a path; a line may break in it."""
        found = segment(text).finditer(self.squeezed.text) if unbroken(text) in self.unbroken else iter(())
        return any(not covered(match.span(1), self.let_pass) for match in found)

    def pattern(self, text: str) -> bool:
        """A domain, a host or a link, literally; a line may break in it."""
        return unbroken(text) in self.unbroken


LOOKS: dict[Sort, Callable[[Sighted, str], bool]] = {
    Sort.NAME: Sighted.name,
    Sort.MAIL: Sighted.mail,
    Sort.PHONE: Sighted.phone,
    Sort.CUSTOMER: Sighted.customer,
    Sort.KEY: Sighted.key,
    Sort.PATTERN: Sighted.pattern,
}


@lru_cache(maxsize=4096)
def segment(key: str) -> re.Pattern[str]:
    """A key where a slash stands before it or behind it, as a group of the match."""
    within = BREAK.join(map(re.escape, key))
    return re.compile(rf"(?:(?<![\w.-])(?={within}{BREAK}/)|/{BREAK})({within})(?![\w\u00ad\u2010-])")


def unbroken(text: str) -> str:
    """A text in NFKC and small letters, without anything that lets a line break."""
    return BREAKS.sub("", unified(text)).casefold()


def numbers_in(run: str) -> Iterator[str]:
    """The digits of a run of groups, from any group to any later one."""
    groups = re.findall(r"\d+", run)
    for start in range(len(groups)):
        number = ""
        for group in groups[start : start + GROUPS_AT_MOST]:
            number += group
            if len(number) >= PHONE_FROM:
                yield number


@lru_cache(maxsize=4096)
def dialled_as(number: str) -> frozenset[str]:
    """The digits of a number as people write it: with its country, without, and with a nought in its place."""
    whole = digits(number)
    first = re.match(r"\+(\d{1,3})[ ().-]", number)
    countries = (len(first[1]),) if first else (1, 2, 3)
    national = {whole[length:] for length in countries}
    forms = {whole, f"00{whole}", *national, *(f"0{rest}" for rest in national)}
    return frozenset(form for form in forms if len(form) >= PHONE_FROM)
