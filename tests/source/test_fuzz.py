"""Whatever the bytes, reading ends in a file and findings, and every place lies in the file."""

import hypothesis
from hypothesis import given
from hypothesis import strategies as st

from generator.codes import CODES
from generator.lines import lines_of
from generator.source.decoding import FILE_EMPTY
from generator.source.reader import read_text

GOOD = """\
# yaml-language-server: $schema=../../schema/case.json
title: "Card payments: declined" # at 41 shops
opened: 2026-03-11 02:05
customer_sees: [summary, impact]
summary: |
  The job stopped at 01:40.

  Nobody saw it.
events:
  - {at: 2026-03-11 02:10, what: 'Dana''s call', who: dana}
  - at: 2026-03-11 02:30
    what: Priya restarts
      the job
    contact: out # casewright: ignore text-cut
notes:
"""
PIECES = st.sampled_from(
    [
        *"\n\t \"'#:-?,[]{}|>&*!%@`\\<=é\u00a0\u2028\0",
        ": ",
        " #",
        "- ",
        "\n  ",
        "? ",
        "---\n",
        "...",
        "<<: ",
        "!!x ",
        "&a ",
        "*a",
        "\r\n",
    ]
)


def sound(data: bytes) -> None:
    source, findings = read_text("a.yaml", data)
    lines = lines_of(source.text)
    assert source.root is not None or findings
    for finding in findings:
        place = finding.place
        assert CODES[finding.code].severity == finding.severity
        assert 1 <= place.line <= place.end_line <= max(1, len(lines)), finding
        assert 1 <= place.column <= (len(lines[place.line - 1]) if source.text else 0) + 1, finding
        assert (place.line, place.column) <= (place.end_line, place.end_column), finding
        assert finding.message.endswith(".") and finding.remedy.endswith(".")
    assert FILE_EMPTY.name not in [finding.code for finding in findings] or len(findings) == 1


@given(st.binary(max_size=300))
def test_random_bytes(data: bytes) -> None:
    sound(data)


@given(st.lists(PIECES | st.text(max_size=4), max_size=40))
def test_random_pieces_of_yaml(pieces: list[str]) -> None:
    sound("".join(pieces).encode("utf-8", "surrogatepass"))


@hypothesis.settings(max_examples=400)
@given(st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 3), PIECES), min_size=1, max_size=4))
def test_a_good_file_with_slips(slips: list[tuple[int, int, str]]) -> None:
    text = GOOD
    for at, gone, typed in slips:
        text = text[:at] + typed + text[at + gone :]
    sound(text.encode())
