"""Unusual numbers that a story shares with the case it comes from."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.model.workspace import CaseFile

NUMBER = re.compile(r"\d+(?:[,.'\u2019 \u00a0\u2009\u202f]\d{3}(?!\d))*")
MONEY = r"[$\u00a2-\u00a5\u20a0-\u20bf]"
AMOUNT = re.compile(
    rf"(?:{MONEY}|\b[A-Z]{{3}}) ?({NUMBER.pattern})|({NUMBER.pattern}) ?(?:{MONEY}|[A-Z]{{3}}\b)"
)
DIGITS_FROM = 3
"""From how many digits on a number is unusual enough to know a case by."""
YEAR = re.compile(r"(?:19|20)\d\d")


def numbers_shared(text: str, cases: Iterable[CaseFile]) -> Iterator[str]:
    """The unusual numbers of a text that stand in one of these cases' files: from three digits, and every amount."""
    typed = {number: None for number in NUMBER.findall(text) if is_unusual(number)}
    typed |= {either: None for pair in AMOUNT.findall(text) for either in pair if either}
    known = (
        frozenset[str]().union(*(numbers_in(file.source.text) for file in cases)) if typed else frozenset()
    )
    return (number for number in typed if whole(number) in known)


def is_unusual(number: str) -> bool:
    """Whether a number is long enough to be known again; a year is in every case."""
    return len(whole(number)) >= DIGITS_FROM and not YEAR.fullmatch(number)


@lru_cache(maxsize=512)
def numbers_in(text: str) -> frozenset[str]:
    """Every number of a file, its groups joined, and each group alone."""
    joined = {whole(number) for number in NUMBER.findall(text)}
    return frozenset({*joined, *(group.lstrip("0") for group in re.findall(r"\d+", text))} - {""})


def whole(number: str) -> str:
    """The digits of a number before its decimals, without noughts in front."""
    return re.sub(r"\D", "", number).lstrip("0")
