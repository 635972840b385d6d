"""GitHub shows ten annotations of a kind: the worst come first, and none is lost."""

import re

from generator.codes import Code
from generator.finding import Finding, Place
from generator.report import FORMATS, Report


def many(code: Code, number: int, message: str = "Wrong.") -> list[Finding]:
    return [code.at(Place("a.yaml", line, 1, line, 2), message, "Mend it.") for line in range(1, number + 1)]


def test_beyond_ten_of_a_kind_are_plain_lines(codes: dict[str, Code]) -> None:
    late, errors = many(codes["b-late"], 3), many(codes["a-person"], 9)
    hints = many(codes["d-hint"], 11)
    lines = FORMATS["github"](
        Report([*late, *errors, *hints], {"a.yaml": ""}, frozenset(errors))
    ).splitlines()
    kinds = [line.split(" ")[0] for line in lines]
    assert kinds[:20] == ["::error"] * 10 + ["::notice"] * 10
    assert all("title=a-person" in line for line in lines[:9])
    assert lines[20:] == [
        "3 findings go beyond what GitHub shows as annotations:",
        "- a.yaml:2:1: error[b-late]: Wrong.",
        "- a.yaml:3:1: error[b-late]: Wrong.",
        "- a.yaml:11:1: notice[d-hint]: Wrong.",
        "12 errors, 11 notices in 1 file.",
    ]


def test_no_plain_line_is_a_command_to_the_runner(codes: dict[str, Code]) -> None:
    hostile = [
        codes["a-person"].at(Place("  ::set-env name=A::b.yaml", line), "##[add-mask]x\n::error::y", "No.")
        for line in range(1, 15)
    ]
    lines = FORMATS["github"](Report(hostile)).splitlines()
    plain = lines[10:]
    assert len(plain) == 1 + 4 + 1
    assert not [line for line in plain if line.lstrip().startswith("::") or "##[" in line]
    commands = [re.fullmatch(r"::(\w+) ((?:\w+=[^,:]*,?)+)::(.*)", line) for line in lines[:10]]
    assert all(found and found[1] == "error" for found in commands)
    assert commands[0] is not None
    assert "file=  %3A%3Aset-env name=A%3A%3Ab.yaml," in commands[0][2]


def test_columns_are_left_out_where_a_span_goes_over_lines(codes: dict[str, Code]) -> None:
    finding = codes["c-wording"].at(Place("a.yaml", 2, 5, 4, 1), "Wrong.", "Mend it.")
    first = FORMATS["github"](Report([finding], prefix="team/")).splitlines()[0]
    assert first == "::warning file=team/a.yaml,line=2,endLine=4,title=c-wording::Wrong.%0AMend it."
