"""Every finding's code with its one-line title and its explanation, the source of `casewright explain`."""

from dataclasses import dataclass

from generator.finding import Finding, Place, Severity


@dataclass(frozen=True, slots=True)
class Code:
    """What is true of every finding of one code.

    `explanation` is what `casewright explain` prints: why it matters, and how to mend it. `ignorable` says whether
    a comment may silence it on its line (never for audience or phone faults); `quotable` whether a report may show the
    line that it stands on (not where the line is the secret).
    """

    name: str
    severity: Severity
    title: str
    explanation: str
    clock: bool = False
    ignorable: bool = True
    quotable: bool = True

    def at(self, place: Place, message: str, remedy: str) -> Finding:
        """A finding of this code at a place; of a sentence that quotes a book only its ends are kept."""
        return Finding(self.name, self.severity, place, _ends(message), _ends(remedy), self.clock)


LONGEST = 1_500
"""Characters of one sentence of a finding: a value of a megabyte, quoted, would bury all the others."""


def _ends(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST else f"{sentence[: LONGEST - 400]} ... {sentence[-300:]}"


CODES: dict[str, Code] = {}


def code(name: str, severity: Severity, title: str, explanation: str, **marks: bool) -> Code:
    """Registers a code; two codes of one name are our bug."""
    if name in CODES:
        raise ValueError(f"two codes named {name}")
    CODES[name] = Code(name, severity, title, explanation, **marks)
    return CODES[name]
