"""Whole numbers in words, as English and German write them, without spaces between what belongs together."""

from collections.abc import Iterator

ENGLISH_WORDS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
GERMAN_WORDS = """
null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn
neunzehn
"""
ENGLISH, GERMAN = ENGLISH_WORDS.split(), GERMAN_WORDS.split()
ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
GERMAN_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
LARGEST = 999_999


def spelt(number: int) -> Iterator[str]:
    """A number up to 999,999 in words: English without hyphens and `and`, then German as one word; either may have
    several ways to say it."""
    yield english(number)
    yield german(number)
    if 1_000 < number < 10_000 and number // 100 % 10:
        hundreds, rest = divmod(number, 100)
        yield f"{english(hundreds)} hundred {english(rest)}" if rest else f"{english(hundreds)} hundred"
        yield f"{german(hundreds)}hundert{german(rest) if rest else ''}"
    if german(number).startswith(("einhundert", "eintausend")):
        yield german(number).removeprefix("ein")


def english(number: int) -> str:
    """`four hundred twelve`."""
    if number < 20:
        return ENGLISH[number]
    for size, name in ((1_000, "thousand"), (100, "hundred")):
        if number >= size:
            many, rest = divmod(number, size)
            return f"{english(many)} {name} {english(rest)}" if rest else f"{english(many)} {name}"
    tens, ones = divmod(number, 10)
    return f"{ENGLISH_TENS[tens - 2]} {ENGLISH[ones]}" if ones else ENGLISH_TENS[tens - 2]


def german(number: int) -> str:
    """`vierhundertzwölf`."""
    if number < 20:
        return GERMAN[number]
    for size, name in ((1_000, "tausend"), (100, "hundert")):
        if number >= size:
            many, rest = divmod(number, size)
            return f"{german(many)}{name}{_last(rest) if rest else ''}"
    tens, ones = divmod(number, 10)
    return f"{GERMAN[ones]}und{GERMAN_TENS[tens - 2]}" if ones else GERMAN_TENS[tens - 2]


def _last(number: int) -> str:
    """What ends a German number, in which a last one is `eins`."""
    return "eins" if number == 1 else german(number)
