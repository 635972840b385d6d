"""One change in a line, and why it may want a second look."""

from dataclasses import dataclass

BACK = "the stage went back"
LATER = "a promise moved later"
TAKEN_OUT = "a promise was taken out"
OPENED = "was internal, and the customer reads it now"


@dataclass(frozen=True, slots=True)
class Remark:
    """One change in a line: what it is about, what is said of it, and whether the customer reads it.

    `warning` says why it wants a second look; it is empty where it wants none.
    """

    about: str
    says: str
    seen: bool = False
    warning: str = ""

    def __str__(self) -> str:
        return f"{self.about}: {self.says}" if self.about else self.says
