"""What an import took, marked and left, as lines for a terminal."""

from collections.abc import Iterator, Mapping

from generator.intake.draft import DraftCase

HEADS = ("case", "events", "marked", "left")


def table(files: Mapping[str, DraftCase]) -> Iterator[str]:
    """A row for each draft by the path it is written to, what was marked and left below it, and the sums."""
    width = max((len(path) for path in files), default=len(HEADS[0]))
    yield _row(HEADS, width)
    for path, case in files.items():
        yield _row((path, len(case.events), len(case.marked), len(case.left)), width)
        yield from _below(case)
    yield _row(("together", *(sum(sums) for sums in zip(*map(_sums, files.values()), strict=True))), width)


def _sums(case: DraftCase) -> tuple[int, int, int]:
    return len(case.events), len(case.marked), len(case.left)


def _row(cells: tuple[object, ...], width: int) -> str:
    first, *numbers = cells
    return f"{first!s:<{width}}" + "".join(f"{number!s:>9}" for number in numbers)


def _below(case: DraftCase) -> Iterator[str]:
    """Why something is only about right, and what was left; one reason once with its lines."""
    reasons: dict[str, list[int]] = {}
    for line, why in case.marked:
        reasons.setdefault(why, []).append(line)
    for why, lines in reasons.items():
        yield f"    about: {why} ({_lines(lines)})"
    for left in case.left:
        yield f"    left: {left.what} ({_lines([left.line])}: {left.why})"


def _lines(lines: list[int]) -> str:
    shown = ", ".join(map(str, lines[:6])) + (" and more" if len(lines) > 6 else "")
    return f"line {shown}" if len(lines) == 1 else f"lines {shown}"
