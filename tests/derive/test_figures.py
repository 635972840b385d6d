"""A figure with too few cases behind it has no value that anything could print."""

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError

from generator.derive.figures import Told, TooFew, figure


def test_enough_cases_tell_the_value_and_their_number() -> None:
    assert figure(lambda: 21, 3, 3) == Told(21, 3)


def test_too_few_cases_tell_their_number_alone() -> None:
    assert figure(lambda: 21, 2, 3) == TooFew(2, 3)


def test_no_case_is_too_few_even_where_nothing_is_asked_for() -> None:
    assert figure(lambda: 1 // 0, 0, 0) == TooFew(0, 0)


def test_the_value_is_not_even_worked_out() -> None:
    figure(lambda: pytest.fail("worked out"), 2, 3)


@pytest.mark.parametrize("asked", ["{{ one.value }}", "{{ one }}", "{{ one | string }}", "{{ one.cases }}"])
def test_no_template_can_print_what_is_withheld(asked: str) -> None:
    template = Environment(undefined=StrictUndefined, autoescape=True).from_string(asked)
    withheld = figure(lambda: "the secret", 2, 3)
    try:
        assert "secret" not in template.render(one=withheld)
    except UndefinedError:
        assert "value" in asked
