"""The sums of money that a text names, in English and German."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.model.scalars.currencies import DECIMALS

WORDS = frozenset({"ALL", "TOP"})
"""Currencies that are a word too; in capitals that is what they are."""
CODES = "|".join(sorted(DECIMALS.keys() - WORDS))
MARKS = "$\u00a2-\u00a5\u20a0-\u20c0"
SIGN = rf"[{MARKS}]|\b(?=[A-Z]{{3}}\b)(?:{CODES})"
NAME = (
    r"(?<=T)(?:EUR|CHF)\b|(?:(?:US|U\.S\.|Canadian|Australian)[ -]?)?"
    r"(?:[Dd]ollars?|[Ee]uros?|[Pp]ounds?|Pfund|Franken|francs?|[Yy]en)\b"
)
FIGURE = (
    r"\d{1,2}(?:,\d\d)+,\d{3}(?!\d)|\d{1,3}(?:[ ,.'\u2019\u00a0\u2009\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)"
    r"|\d+(?:[.,]\d{1,2})?(?!\d)"
)
CENTS_LEFT_OUT = r"(?:,[-–—]{1,2})?"
"""The German way to say that there are no cents: `12.400,-`."""
TIMES = {
    **dict.fromkeys(("thousand", "tausend", "tsd", "k", "t"), 1_000),
    **dict.fromkeys(("million", "millions", "millionen", "mio", "mn", "mm", "m"), 1_000_000),
    **dict.fromkeys(("billion", "billions", "milliarde", "milliarden", "mrd", "bn", "b"), 1_000_000_000),
}
SCALE = (
    r"(?:\s?((?:[Tt]housand|[Tt]ausend|[Mm]illion(?:s|en)?|[Bb]illions?|Milliarden?|[Kk]|[Mm][nm]?|[Bb]n?)(?![^\W_])"
    r"|(?:Tsd|Mio|Mrd)\b\.?|T(?=[$€£]|EUR\b|CHF\b)))?"
)
SUM = re.compile(
    rf"(?=[{MARKS}A-Z])(?:{SIGN})\s?({FIGURE}){SCALE}|"
    rf"(?=\d)({FIGURE})(?=[\s,]?[{MARKS}A-Za-z,(])(?:{CENTS_LEFT_OUT}){SCALE}\s?\(?(?:{SIGN}|{NAME})"
)
"""A figure with its currency. What may come next is looked at first, which makes it four times as fast."""
IN_DOLLARS = """
ARS AUD BBD BMD BND BSD BZD CAD CLP COP FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD SGD SRD TTD TWD USD XCD
"""
DOLLARS = frozenset(IN_DOLLARS.split())
"""Currencies of which a plain dollar sign is the sign."""
CURRENCIES = {
    "$": DOLLARS,
    "dollar": DOLLARS,
    "€": frozenset({"EUR"}),
    "euro": frozenset({"EUR"}),
    "£": frozenset({"GBP", "EGP"}),
    "¥": frozenset({"JPY", "CNY"}),
    "yen": frozenset({"JPY"}),
    "franken": frozenset({"CHF"}),
}


@dataclass(frozen=True, slots=True)
class SumNamed:
    """A sum as a text names it. `currencies` are those that its sign can stand for, none where that is not known;
    `step` is how far it was rounded: 1000 in `86k`, 0 where every digit is written.
    """

    words: str
    value: Decimal
    currencies: frozenset[str] = frozenset()
    step: Decimal = Decimal(0)

    def is_told_by(self, other: "SumNamed") -> bool:
        """Whether it can be another sum of the same currency, rounded as far as it is."""
        apart = abs(self.value - other.value)
        common = not self.currencies or not other.currencies or self.currencies & other.currencies
        return bool(common) and (apart == 0 or apart < self.step)


def sums_in(text: str) -> Iterator[SumNamed]:
    """Every sum of money that a text names: a figure with a currency's sign, code or name."""
    for found in SUM.finditer(text):
        before, scale, after, other = found.groups()
        word = (scale or other or "").rstrip(".").lower()
        value, places = _figure(before or after, word)
        factor = TIMES.get(word, 1)
        step = Decimal(factor).scaleb(-places) if word else Decimal(0)
        yield SumNamed(found.group(), value * factor, _currencies(found.group()), step)


def _currencies(words: str) -> frozenset[str]:
    """What the sign, code or name of a sum can stand for."""
    code = re.search(rf"(?<![A-Z])(?:T(?=EUR|CHF))?({CODES})\b", words)
    if code:
        return frozenset({code.group(1)})
    small = words.lower()
    return next((codes for sign, codes in CURRENCIES.items() if sign in small), frozenset())


def _figure(typed: str, scale: str) -> tuple[Decimal, int]:
    """A figure's value and how many decimals it has: a last group of one or two digits, and of millions the only one;
    every other mark sets thousands apart."""
    whole, cents = typed, ""
    decimals = (
        r"[.,](\d{1,3})$"
        if TIMES.get(scale, 1) > 1_000 and len(re.findall(r"\D", typed)) == 1
        else r"[.,](\d{1,2})$"
    )
    if found := re.search(decimals, typed):
        whole, cents = typed[: found.start()], found.group(1)
    digits = re.sub(r"\D", "", whole)
    return Decimal(f"{digits}.{cents}" if cents else digits), len(cents)
