"""The names of standing items are the words that the agenda prints."""

from pathlib import Path

import pytest

from generator.derive.standing import TITLES

TEMPLATE = Path(__file__).parents[2] / "templates" / "agenda.html"


@pytest.mark.parametrize("key", TITLES)
def test_the_agenda_prints_each_standing_item_by_the_name_it_is_known_under(key: str) -> None:
    assert f'_("{TITLES[key]}")' in TEMPLATE.read_text(encoding="utf-8")
