"""What libyaml says of a file that is no YAML."""

from typing import NamedTuple

from yaml import MarkedYAMLError


class Fault(NamedTuple):
    """A problem and its place, what libyaml was reading, and where that began; lines and columns count from 1."""

    problem: str
    line: int
    column: int
    context: str
    from_line: int
    from_column: int


def fault_of(error: MarkedYAMLError) -> Fault:
    """The fault that an error of libyaml tells of; without a context it began where it was found."""
    mark = error.problem_mark or error.context_mark
    start = error.context_mark or mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    from_line, from_column = (start.line + 1, start.column + 1) if start else (1, 1)
    return Fault(error.problem or "", line, column, error.context or "", from_line, from_column)
