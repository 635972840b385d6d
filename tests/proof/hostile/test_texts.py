"""Every text of the lists, in every field, on every page and paper: nothing active, nothing lost."""

from collections.abc import Callable

import pytest

from tests.hostile.attacks import HTML, MARKDOWN, naughty_strings
from tests.hostile.everywhere import attempt, fields

SHARES = 8
"""In how many parts the lists are tried, so that every core has something to do."""
BOOKS = {"own HTML": HTML, "own Markdown": MARKDOWN, "naughty strings": naughty_strings()}


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("book", BOOKS)
def test_nothing_becomes_active_and_all_can_be_read(
    book: str, share: int, counted: Callable[[str], None]
) -> None:
    texts = BOOKS[book][share::SHARES]
    tries = {text: attempt(text) for text in texts}
    assert {text: tried.active for text, tried in tries.items() if tried.active} == {}
    assert {text: tried.lost for text, tried in tries.items() if tried.lost} == {}
    refused = sum(tried.refused for tried in tries.values())
    pages, places = (sum(getattr(one, name) for one in tries.values()) for name in ("pages", "places"))
    if not BOOKS[book]:
        counted("the Big List of Naughty Strings is not here; name its file in the variable BLNS to try it.")
        return
    counted(
        f"{len(texts)} texts of {book} in {fields()} fields, {pages} pages, {places} places read: 0 active, 0 lost; "
        f"{refused} refused by the reader with a place."
    )
