"""In a drawing nothing stands on anything else, whatever the plan or the chronology holds."""

from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from generator.audience.faces import SideFace
from generator.audience.shown.chronology import EventShown
from generator.derive.axis import Axis, Mark
from generator.derive.chronology import EventRow, Row
from generator.derive.contact import Gap
from generator.derive.get_well import PlanDay
from generator.model.scalars.moments import Moment
from generator.render import Speech
from generator.render.axis_drawing import SIZE, WIDTH, AxisDrawing, draw_axis
from generator.render.chronology_drawing import LEFT, RIGHT, draw_chronology
from generator.render.labels import shortened, text_width

START = date(2026, 3, 3)
NOW = datetime(2026, 3, 11, 14, 30, tzinfo=UTC)
SPEECH = Speech("en", ZoneInfo("UTC"), NOW)
PLACES = st.lists(
    st.tuples(st.integers(0, 29), st.text("abcdefg mwÅ田", min_size=1, max_size=60)), max_size=9
)


def plan(marks: list[tuple[int, str]], today: int | None = 8) -> Axis:
    made = tuple(Mark(START + timedelta(days=day), day / 29, words, "ahead") for day, words in sorted(marks))
    where = None if today is None else today / 29
    number = 40 if today is None else today + 1
    return Axis(PlanDay(number, 30, START, START + timedelta(days=29)), where, made)


def boxes(drawing: AxisDrawing) -> list[tuple[float, float, float, float]]:
    return [(one.x, one.y - SIZE, one.x + one.width, one.y + 2) for one in drawing.labels]


@given(PLACES, st.one_of(st.none(), st.integers(0, 29)))
def test_no_label_touches_another_or_leaves_the_drawing(
    marks: list[tuple[int, str]], today: int | None
) -> None:
    drawing = draw_axis(plan(marks, today), SPEECH)
    for one, other in combinations(boxes(drawing), 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, drawing.labels
    assert all(left >= -3 and right <= WIDTH + 3 for left, _, right, _ in boxes(drawing))
    assert all(top >= 0 and bottom <= drawing.height for _, top, _, bottom in boxes(drawing))


@given(PLACES, st.integers(0, 29))
def test_todays_line_strikes_through_no_words_above_the_bar(marks: list[tuple[int, str]], today: int) -> None:
    drawing = draw_axis(plan(marks, today), SPEECH)
    assert drawing.today is not None
    for label in drawing.labels:
        if label.tone != "today" and label.y < drawing.bar:
            assert not label.x < drawing.today < label.x + label.width


def test_the_bar_is_filled_up_to_today_and_whole_when_the_plan_is_over() -> None:
    assert draw_axis(plan([]), SPEECH).done == draw_axis(plan([]), SPEECH).today
    over = draw_axis(plan([], None), SPEECH)
    assert (over.done, over.today) == (over.right, None)


def test_a_picture_has_room_for_the_number_that_is_printed_where_no_font_has_it() -> None:
    assert text_width("👩", 10) >= text_width("U+1F469", 10)
    assert text_width("👩\u200d💻", 10) == 2 * text_width("👩", 10)
    assert text_width("°", 10) < 10


def test_long_words_are_cut_where_they_no_longer_fit() -> None:
    text = shortened("a milestone with very many words in it", 11, 100)
    assert text.endswith("…")
    assert text_width(text, 11) <= 100


def event(hours: float, side: str = "us", until: float | None = None) -> EventRow:
    at = NOW - timedelta(hours=hours)
    end = None if until is None else NOW - timedelta(hours=until)
    ends = None if end is None else Moment(end.isoformat(), end)
    shown = EventShown(Moment(at.isoformat(), at), "x", until=ends, by=SideFace(side, side))  # type: ignore[arg-type]
    return EventRow(0, shown)


def gap(start: float, end: float) -> Gap:
    return Gap(NOW - timedelta(hours=start), NOW - timedelta(hours=end), None, None, (), None)


def test_events_stand_to_scale_in_the_row_of_whoever_acted() -> None:
    drawing = draw_chronology([event(100), event(50, "customer"), event(0, "party")], SPEECH)
    assert drawing is not None
    first, middle, last = drawing.shapes
    assert middle.x - first.x == last.x - middle.x
    assert [lane.side for lane in drawing.lanes] == ["us", "customer", "party"]
    assert len({first.y, middle.y, last.y}) == 3


def test_a_silence_is_hatched_within_its_stretch_and_named_by_its_length() -> None:
    rows: list[Row] = [event(100), gap(100, 20), event(20)]
    drawing = draw_chronology(rows, SPEECH)
    assert drawing is not None
    (silence,) = drawing.silences
    assert silence.text == "3 days 8 hours"
    assert silence.hatch
    assert all(silence.left <= one.x1 <= one.x2 <= silence.right for one in silence.hatch)


@given(st.lists(st.floats(0, 5000), min_size=2, max_size=60), st.lists(st.floats(0, 4000), max_size=6))
def test_any_chronology_stays_within_its_frame(hours: list[float], gaps: list[float]) -> None:
    rows: list[Row] = [event(one) for one in hours] + [gap(one + 30, one) for one in gaps]
    drawing = draw_chronology(rows, SPEECH)
    if drawing is not None:
        assert all(LEFT <= shape.x <= RIGHT for shape in drawing.shapes)
        assert all(LEFT <= one.x <= RIGHT for one in drawing.ticks)
        spans = [(one.text_x, one.text_x + text_width(one.text, 11), one.text_y) for one in drawing.silences]
        for one, other in combinations(spans, 2):
            assert one[2] != other[2] or one[1] <= other[0] or other[1] <= one[0]


def test_one_moment_alone_is_not_drawn() -> None:
    assert draw_chronology([event(3)], SPEECH) is None
    assert draw_chronology([], SPEECH) is None
