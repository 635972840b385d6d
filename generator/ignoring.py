"""Comments that silence a code on one line, and what is wrong with such a comment."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from generator.codes import CODES, Code, code
from generator.finding import Finding, Place, Severity, in_order
from generator.lines import lines_of

Ignores = Mapping[str, Mapping[int, frozenset[str]]]
"""The codes that comments silence, by path and line."""

IGNORE_REFUSED = code(
    "ignore-refused",
    Severity.WARNING,
    "A comment tries to silence what cannot be silenced",
    "Some faults cannot be silenced by a comment: whatever could show a customer something internal, a "
    "telephone number that cannot be dialled, whatever keeps a file from being read, and what is wrong with "
    "the comments themselves. Mend what the finding is about, and take the comment away.",
    ignorable=False,
)
IGNORE_UNKNOWN = code(
    "ignore-unknown",
    Severity.WARNING,
    "A comment silences a code that does not exist",
    "A comment such as `# casewright: ignore promise-passed` names the code of a finding. This one names a "
    "code that Casewright does not have, so it silences nothing. `casewright explain` lists every code.",
    ignorable=False,
)
IGNORE_UNUSED = code(
    "ignore-unused",
    Severity.NOTICE,
    "A comment silences nothing",
    "The line no longer has the fault that the comment silences. Take the comment away, or it will hide the "
    "fault if it comes back. Comments for what only the passing of time brings are left alone, because such "
    "a finding comes and goes.",
    ignorable=False,
)


def apply_ignores(
    findings: Iterable[Finding],
    ignores: Ignores,
    codes: Mapping[str, Code] = CODES,
    texts: Mapping[str, str] | None = None,
) -> list[Finding]:
    """The findings that no comment silences, and those about the comments, in the order of reports.

    A comment silences one code on its own line, never where the code is not `ignorable`. A comment that
    silences nothing is told of only in a file without errors, because errors keep some rules from looking.
    With `texts`, the files by path, a finding about a comment stands under the code's name.
    """
    findings = list(findings)
    heard = [finding for finding in findings if not silenced(finding, ignores, codes)]
    broken = {one.place.path for one in heard if one.severity == Severity.ERROR and not one.clock}
    told = {(one.place.path, one.place.line, one.code) for one in findings}
    for path, line, name in named(ignores):
        useful = path in broken or (path, line, name) in told
        heard += faults(place_of(path, line, name, texts or {}), name, useful, codes)
    return in_order(heard)


def named(ignores: Ignores) -> Iterator[tuple[str, int, str]]:
    """Each code that a comment names, behind its path and line."""
    for path, lines in ignores.items():
        for line, names in lines.items():
            yield from ((path, line, name) for name in names)


def silenced(finding: Finding, ignores: Ignores, codes: Mapping[str, Code]) -> bool:
    """Whether a comment on the finding's line silences it."""
    names = ignores.get(finding.place.path, {}).get(finding.place.line, ())
    return finding.code in names and codes[finding.code].ignorable


def faults(place: Place, name: str, useful: bool, codes: Mapping[str, Code]) -> Iterator[Finding]:
    """What is wrong with one code in a comment, which is or may be `useful`: at most one finding."""
    if name not in codes:
        near = get_close_matches(name, codes, n=1)
        remedy = f'Write "{near[0]}", or take the comment away.' if near else "Take the comment away."
        yield IGNORE_UNKNOWN.at(place, f'There is no code "{name}" to silence.', remedy)
    elif not codes[name].ignorable:
        remedy = "Mend what the finding is about, and take the comment away."
        yield IGNORE_REFUSED.at(place, f'A comment cannot silence "{name}".', remedy)
    elif not useful and not codes[name].clock:
        yield IGNORE_UNUSED.at(place, f'"{name}" silences nothing on this line.', "Take the comment away.")


def place_of(path: str, line: int, name: str, texts: Mapping[str, str]) -> Place:
    """Where a comment names a code."""
    lines = lines_of(texts.get(path, ""))
    column = lines[line - 1].rfind(name) + 1 if line <= len(lines) else 0
    return Place(path, line, column, line, column + len(name)) if column else Place(path, line, 1, line, 1)
