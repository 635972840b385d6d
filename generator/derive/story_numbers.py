"""Unusual numbers that a story shares with the case it comes from."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.derive.numbers_spelt import LARGEST, spelt
from generator.derive.sums_named import SumNamed, sums_in
from generator.model.workspace import CaseFile

GROUPED = r"\d+(?:[,.'\u2019 \u00a0\u2009\u202f]\d{3}(?!\d))*"
NUMBER = re.compile(rf"({GROUPED})([.,]\d{{1,2}}(?!\d))?")
DIGITS_FROM = 3
"""From how many digits on a number is unusual enough to know a case by; those of its decimals count."""
YEAR = re.compile(r"(?:19|20)\d\d")
LARGE_IN_WORDS = re.compile(r"hundred|thousand|hundert|tausend", re.IGNORECASE)


def numbers_shared(text: str, cases: Iterable[CaseFile]) -> Iterator[str]:
    """The unusual numbers of a text that stand in one of these cases' files, as they are typed in the text: from three
    digits, and every amount. One that is written out is given as the case has it."""
    files = [file.source.text for file in cases]
    told = [one for one in sums_in(text) if any(_is_in(one, file) for file in files)]
    found = {" ".join(one.words.split()): None for one in told}
    for match in NUMBER.finditer(text):
        number, decimals = match.groups()
        is_in_sum = any(match.group() in one.words for one in told)
        if not is_in_sum and any(is_unusual(number, decimals, file) for file in files):
            found[match.group()] = None
    if LARGE_IN_WORDS.search(text):
        found |= {number: None for file in files for number in _written_out(text, file)}
    return iter(found)


def is_unusual(number: str, decimals: str | None, file: str) -> bool:
    """Whether a number is long enough to be known again, and stands in a file; a year is in every case."""
    known, exact = numbers_in(file)
    if decimals and len(whole(number)) + len(decimals) > DIGITS_FROM:
        return _with_decimals(number, decimals) in exact or (
            len(whole(number)) >= DIGITS_FROM and whole(number) in known
        )
    return len(whole(number)) >= DIGITS_FROM and not YEAR.fullmatch(number) and whole(number) in known


@lru_cache(maxsize=512)
def numbers_in(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Every number of a file without its decimals, its groups joined and each group alone; and those with decimals."""
    found = NUMBER.findall(text)
    joined = {whole(number) for number, _ in found}
    exact = {_with_decimals(number, decimals) for number, decimals in found if decimals}
    groups = {group.lstrip("0") for group in re.findall(r"\d+", text)}
    return frozenset({*joined, *groups} - {""}), frozenset(exact)


@lru_cache(maxsize=512)
def _sums_of(file: str) -> tuple[SumNamed, ...]:
    return tuple(sums_in(file))


def _is_in(one: SumNamed, file: str) -> bool:
    """Whether an amount stands in a file, whatever it is of there."""
    exactly = any(known.value == one.value for known in _sums_of(file))
    return exactly or str(int(one.value)) in numbers_in(file)[0]


def _written_out(text: str, file: str) -> Iterator[str]:
    """The numbers of a file that a text writes out; one of whole hundreds is a rough one."""
    words = _words(text)
    for number, _ in NUMBER.findall(file):
        digits = whole(number)
        is_exact = DIGITS_FROM <= len(digits) <= len(str(LARGEST)) and int(digits) % 100
        if is_exact and any(f" {_words(form)} " in f" {words} " for form in spelt(int(digits))):
            yield number


def _words(text: str) -> str:
    """The words of a text in small letters, without the `and` of a number."""
    return " ".join(word for word in re.findall(r"[^\W\d_]+", text.casefold()) if word != "and")


def _with_decimals(number: str, decimals: str) -> str:
    return f"{whole(number)}.{decimals[1:]}"


def whole(number: str) -> str:
    """The digits of a number before its decimals, without noughts in front."""
    return re.sub(r"\D", "", number).lstrip("0")
