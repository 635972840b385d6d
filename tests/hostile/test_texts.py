"""Texts made to break a page, in every field that takes any text: nothing becomes active, and all of it can be read."""

import pytest

from tests.hostile.attacks import HTML, MARKDOWN
from tests.hostile.everywhere import PROBE, Shape, active, attempt, fields, innocent, shape


@pytest.mark.parametrize("text", [*HTML[::40], *MARKDOWN[::30]])
def test_a_text_stays_a_text(text: str) -> None:
    tried = attempt(text)
    assert tried.active == []
    assert tried.lost == []
    assert not tried.refused
    assert tried.pages > 15


def test_the_lists_are_long_enough_and_reach_every_field() -> None:
    assert len(set(HTML)) >= 100
    assert len(set(MARKDOWN)) >= 40
    assert fields() > 250
    assert sum(innocent().read.values()) > 400
    assert all(innocent().exact[path] for path in innocent().exact)


INNOCENT = "<!doctype html><title>x</title><p title='a'>one</p><style>p{}</style><a href='x.html'>x</a>"


@pytest.mark.parametrize(
    "harm",
    [
        "<script>alert(1)</script>",
        "<p onclick='x'>",
        "<a href='javascript:alert(1)'>x</a>",
        "<p style='color:red'>",
        "<style>p{color:red}</style>",
        "<!-- x -->",
        "<svg></svg>",
        "<a href='//trap.example'>x</a>",
        "<a href='../x.html'>x</a>",
    ],
)
def test_the_rig_sees_what_is_active(harm: str) -> None:
    plain: Shape = shape(INNOCENT)
    assert active(shape(INNOCENT + "<p>*harmless* <b"), plain) == []
    assert active(shape(INNOCENT + harm), plain)


def test_the_rig_sees_what_is_lost() -> None:
    assert "**aplainword**ofmine" in shape(f"<p>{PROBE}</p>").seen
    assert "ofmine" not in shape("<p hidden>x</p>").seen
