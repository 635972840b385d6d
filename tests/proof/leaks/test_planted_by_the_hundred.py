"""A hundred leaks of each kind, planted in HTML and in PDF, in every way of writing: the gate finds them all."""

from collections.abc import Callable

import pytest

from tests.leaks.planting import WAYS
from tests.leaks.test_planted import Garden

Counted = Callable[[str, int], None]


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return Garden(tmp_path_factory.mktemp("garden"))


@pytest.mark.parametrize("form", ["html", "pdf"])
@pytest.mark.parametrize("kind", WAYS)
def test_a_hundred_of_a_kind(garden: Garden, kind: str, form: str, counted: Counted) -> None:
    plants = list(garden.bed.plants(kind))
    assert len(plants) == 100
    assert garden.missed(plants, as_pdf=form == "pdf") == []
    counted(f"planted leaks found of 100 in {form}: {kind.replace('_', ' ')}", len(plants))
