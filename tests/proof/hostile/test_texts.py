"""Every text of the lists, in every field, on every page and paper: nothing active, nothing lost."""

from collections.abc import Callable

import pytest

from tests.hostile.attacks import HTML, MARKDOWN, naughty_strings
from tests.hostile.everywhere import attempt

SHARES = 8
"""In how many parts the lists are tried, so that every core has something to do."""
BOOKS = {"own HTML": HTML, "own Markdown": MARKDOWN, "naughty strings": naughty_strings()}


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("book", BOOKS)
def test_nothing_becomes_active_and_all_can_be_read(
    book: str, share: int, counted: Callable[[str, int], None]
) -> None:
    texts = BOOKS[book][share::SHARES]
    tries = {text: attempt(text) for text in texts}
    assert {text: tried.active for text, tried in tries.items() if tried.active} == {}
    assert {text: tried.lost for text, tried in tries.items() if tried.lost} == {}
    what = book if BOOKS[book] else "naughty strings, whose file is not here: name it in the variable BLNS"
    counted(f"texts of {what}, in every field that takes any text", len(texts))
    counted(
        f"texts of {book} that the reader refuses with a place",
        sum(tried.refused for tried in tries.values()),
    )
    counted(
        "pages and papers read for texts, 0 active constructs", sum(tried.pages for tried in tries.values())
    )
    counted("places read for texts, 0 lost", sum(tried.places for tried in tries.values()))
