"""The translations that ship, one Babel catalogue a language; English is what the templates are written in."""

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("en", "de")
"""The languages that papers and pages speak."""
LOCALE = Path(__file__).parent / "locale"


def catalogue_file(language: str) -> Path:
    """Where the catalogue of a language stands."""
    return LOCALE / language / "LC_MESSAGES" / "casewright.po"


@lru_cache(maxsize=4)
def catalogue(language: str) -> NullTranslations:
    """The translations of a language; those of English, and of a language without any, leave every text as it is."""
    if language == "en" or language not in LANGUAGES:
        return NullTranslations()
    compiled = BytesIO()
    with catalogue_file(language).open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)
