"""Whether a telephone number can be dialled, whether anybody could have it, and what is dialled of it."""

import re
from functools import lru_cache
from typing import Literal

SHORT_CODE = re.compile(r"[0-9]{1,6}", re.ASCII)
FICTION = re.compile(
    r"""\+(?:
      1[2-9][0-9]{2}55501[0-9]{2}                              # United States and Canada
    | 44(?:207946|113496|114496|115496|116496|117496|118496|121496|131496|141496|151496|161496|191498)0[0-9]{3}
    | 44(?:1632960|7700900|8081570|9098790|3069990|2896496|2920180)[0-9]{3}                           # United Kingdom
    | 61[2378](?:5550|7010)[0-9]{4} | 61491570[0-9]{3}         # Australia
    | 33(?:199|0?26191|35301|46571|53649|63998)[0-9]{4,6}      # France
    | 49(?:3023125|6990009|4066969|2214710|8999998)[0-9]{3}    # Germany
    | 3532091[0-9]{5}                                          # Ireland
    )""",
    re.VERBOSE | re.ASCII,
)
"""Ranges that the countries' regulators keep for films and books; nobody has such a number."""


@lru_cache(maxsize=8192)
def problem_with(number: str) -> Literal["impossible", "invalid"] | None:
    """What is wrong with a number as typed (`+1 603 555 0142 x17`, or a short code such as `4142`).

    `impossible` cannot be dialled at all: its country does not exist, or it is too short or too long there.
    `invalid` can be dialled, but the country has not given out such numbers. Source: Google's libphonenumber.
    Short codes and numbers in ranges reserved for fiction are never wrong.
    """
    digits = re.sub(r"[^+0-9]", "", without_trunk(number).partition("x")[0])
    if SHORT_CODE.fullmatch(number) or FICTION.fullmatch(digits):
        return None
    # The numbering plans of all countries take 50 ms to import, and a sample never needs them.
    from phonenumbers import NumberParseException, is_possible_number, is_valid_number, parse

    try:
        parsed = parse(number)
    except NumberParseException:
        return "impossible"
    if not is_possible_number(parsed):
        return "impossible"
    return None if is_valid_number(parsed) else "invalid"


TRUNK = re.compile(r"\([ ]*0[ ]*\)")


@lru_cache(maxsize=8192)
def without_trunk(number: str) -> str:
    """A number as typed without the zero in brackets that is dialled only inside its country: `+44 (0)20 7946 0123`.

    Where that zero is dialled from abroad too, as in Italy, it stays and loses its brackets. Source: libphonenumber.
    """
    if not number.startswith("+") or not TRUNK.search(number):
        return number
    from phonenumbers import NumberParseException, parse

    try:
        kept = parse(number.partition("x")[0]).italian_leading_zero
    except NumberParseException:
        kept = False
    return TRUNK.sub("0" if kept else " ", number)
