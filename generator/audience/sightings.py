"""Whether a name, an address, a number or a pattern that is secret stands in a text."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache

from generator.audience.secrets import PHONE_FROM, Secret, Secrets, Sort, digits
from generator.audience.squeeze import ENDED, Span, Squeezed, covered, spellings, squeezed, unified

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


TITLES = ("Ms", "Mr", "Mrs", "Miss", "Dr", "Prof", "Frau", "Herr", "Herrn")
"""What stands before a surname and makes a name of it."""


class Spelling(Squeezed):
    """A text in one spelling, with what in it excuses a likeness."""

    def __init__(self, text: str, secrets: Secrets) -> None:
        super().__init__(text)
        self.secrets = secrets

    @cached_property
    def let_pass(self) -> list[Span]:
        """Where texts stand that the settings allow."""
        return self._all_of(self.secrets.allowed)

    @cached_property
    def own_names(self) -> list[Span]:
        """Where the customer's own names stand, and ours."""
        return self._all_of(self.secrets.covers)

    def _all_of(self, texts: tuple[str, ...]) -> list[Span]:
        forms = {form for text in texts for form in spellings(text)}
        return [span for form in forms for span in self.spans(squeezed(form))]


class Sighted:
    """A text in the forms in which secrets are looked for; each is made once and only where it is needed."""

    def __init__(self, text: str, secrets: Secrets) -> None:
        self.squeezed = Spelling(text, secrets)
        self.secrets = secrets

    def holds(self, secret: Secret) -> bool:
        """Whether a secret that is not prose stands in the text, and nothing excuses it."""
        return LOOKS[secret.sort](self, secret.text)

    @cached_property
    def let_pass(self) -> list[Span]:
        """Where texts stand that the settings allow."""
        return self.squeezed.let_pass

    @cached_property
    def spelt(self) -> list[Spelling]:
        """The text as it is written, and where it has accents also without them."""
        others = spellings(self.squeezed.text)[1:]
        return [self.squeezed, *(Spelling(other, self.secrets) for other in others)]

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
        """A person's name, whatever its capitals, hyphens and accents, in either order, with a word between."""
        return any(
            stands_apart(span, spelt)
            for spelt in self.spelt
            for form in ordered(text)
            for span in spelt.spans(form)
        ) or self._stands_as(with_middle(text))

    def titled(self, text: str) -> bool:
        """A person's surname behind a title; a surname alone may be any word."""
        return self._stands_as(behind_title(text))

    def _stands_as(self, ways: tuple[tuple[str, re.Pattern[str]], ...]) -> bool:
        """Whether a pattern is met whose word stands in the text at all."""
        return any(
            not covered(match.span(), spelt.let_pass)
            for spelt in self.spelt
            for word, way in ways
            if word in spelt.text
            for match in way.finditer(spelt.text)
        )

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
        return any(
            spelt.is_name(span) and not covered(span, [*spelt.own_names, *spelt.let_pass])
            for spelt in self.spelt
            for form in spellings(text)
            for span in spelt.spans_as_written("".join(WORD.findall(unified(form))))
        )

    def key(self, text: str) -> bool:
        """A key as a segment of a path; a line may break in it."""
        found = segment(text).finditer(self.squeezed.text) if unbroken(text) in self.unbroken else iter(())
        return any(not covered(match.span(1), self.let_pass) for match in found)

    def pattern(self, text: str) -> bool:
        """A domain, a host or a link, literally; a line may break in it."""
        return unbroken(text) in self.unbroken

    def amount(self, text: str) -> bool:
        """An amount, with a currency beside it or with its thousands set apart."""
        return any(
            not covered(match.span(), self.let_pass)
            for match in written_sum(text).finditer(self.squeezed.text)
        )


LOOKS: dict[Sort, Callable[[Sighted, str], bool]] = {
    Sort.NAME: Sighted.name,
    Sort.TITLED: Sighted.titled,
    Sort.MAIL: Sighted.mail,
    Sort.PHONE: Sighted.phone,
    Sort.CUSTOMER: Sighted.customer,
    Sort.KEY: Sighted.key,
    Sort.PATTERN: Sighted.pattern,
    Sort.AMOUNT: Sighted.amount,
}


def stands_apart(span: Span, text: Spelling) -> bool:
    """Whether a name is a word of its own there that nothing allows; a short one must be more than one word."""
    part = text.text[slice(*span)]
    is_apart = len(squeezed(part)) >= APART_BELOW or len(WORD.findall(part)) > 1
    return is_apart and text.is_glued(span) and not covered(span, text.let_pass)


@lru_cache(maxsize=4096)
def ordered(name: str) -> tuple[str, ...]:
    """A name in all its spellings, and with its surname first, squeezed."""
    forms = [form for spelt in spellings(name) for form in (spelt, *surname_first(spelt))]
    return tuple(dict.fromkeys(map(squeezed, forms)))


def surname_first(name: str) -> tuple[str, ...]:
    """A name of several words with its last word first; none of a single word."""
    *first, last = name.split() or [""]
    return (" ".join((last, *first)),) if first else ()


@lru_cache(maxsize=4096)
def with_middle(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The first and the last word of a name with one more with a capital between them: `Lena M. Keller`."""
    ways = []
    for spelt in spellings(name):
        words = spelt.split()
        first, last = re.escape(words[0]), re.escape(words[-1])
        middle = r"[^\w\n]{1,3}(?![a-zß-ÿ])[^\W\d_][\w-]*[^\w\n]{1,3}"
        ways.append((words[-1], re.compile(rf"(?<!\w){first}{middle}{last}{ENDED}(?!\w)")))
    return tuple(ways)


@lru_cache(maxsize=4096)
def behind_title(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The last word of a name with a title before it."""
    titles, lasts = "|".join(TITLES), [spelt.split()[-1] for spelt in spellings(name)]
    return tuple(
        (last, re.compile(rf"(?<!\w)(?:{titles})\.?\s+{re.escape(last)}{ENDED}(?!\w)")) for last in lasts
    )


CURRENCY = r"(?:[A-Z]{3}\b|[$€£¥]|(?:US )?[Dd]ollars?\b|[Ee]uros?\b|[Pp]ounds?\b|Franken\b)"


@lru_cache(maxsize=512)
def written_sum(value: str) -> re.Pattern[str]:
    """A sum as English and German write it: `2160 USD`, `$2,160`, `2.160,00`, `2'160`; bare digits need a currency."""
    whole, _, cents = value.partition(".")
    head, rest = whole[: len(whole) % 3], whole[len(whole) % 3 :]
    groups = [*filter(None, [head]), *re.findall("...", rest)]
    tail = rf"[.,]{cents}" if cents.strip("0") else r"(?:[.,](?:00?|[-\u2013\u2014]{1,2}))?"
    end = rf"{tail}(?![.,]?\d)"
    before, plain = r"(?<![\w.,])", rf"{whole}{end}"
    ways = [rf"{CURRENCY}\s?{plain}", rf"{before}{plain}\s?{CURRENCY}"]
    if len(groups) > 1:
        ways.append(before + r"[.,' \u00a0\u2019\u2009\u202f]".join(groups) + end)
    return re.compile("|".join(ways))


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
