"""What was sealed when papers were issued: it is there, and it is what was issued."""

from collections.abc import Iterator

from generator.audience.seals import is_whole, seal_name, seal_path, sealed_case
from generator.audience.unsealing import Unreadable
from generator.codes import code
from generator.finding import Finding, Severity
from generator.model.issued import Issued
from generator.rules.scene import Scene

SEAL_BROKEN = code(
    "seal-broken",
    Severity.ERROR,
    "A sealed file that is not what was issued",
    "When a paper is issued, the data it was made from are written to the folder `issued/` of the case, and their "
    "fingerprint to the entry under `issued`. Here the two differ, so nobody can say which of them the customer has, "
    "and the paper is not printed for them. Put the file and the entry back as git has them; where that cannot be "
    "done, take the file away and issue a new version. A seal is never edited by hand.",
    ignorable=False,
)
SEAL_MISSING = code(
    "seal-missing",
    Severity.WARNING,
    "An issued paper without its sealed file",
    "A customer's folder of papers is printed from what was sealed when each was issued, so that a change of the case "
    "changes no paper they have. Where the sealed file is missing, the paper is printed only as long as the case still "
    "is what was issued. Put the file back from git, or issue the paper again.",
)


def find(scene: Scene) -> Iterator[Finding]:
    """What is wrong with the seals of the papers that the customer has."""
    issued = [(at, entry) for at, entry in enumerate(scene.case.issued) if entry.audience == "customer"]
    newest = {
        entry.paper: max(one.version for _, one in issued if one.paper == entry.paper) for _, entry in issued
    }
    for index, entry in issued:
        if seal_name(entry.paper, entry.version) in scene.file.sealed:
            if not is_whole(scene.file, entry):
                yield from broken(scene, entry, index)
        elif entry.version == newest[entry.paper]:
            path = seal_path(scene.file, entry.paper, entry.version)
            message = f"Version {entry.version} of the {entry.paper} was issued, and {path} is not there."
            remedy = "Put that file back, or issue the paper again with `casewright issue`."
            yield SEAL_MISSING.at(scene.place("issued", index), message, remedy)


def find_by_reading(scene: Scene) -> Iterator[Finding]:
    """What is wrong with the seals that are there, each read to its end: for whoever prints from them."""
    for index, entry in enumerate(scene.case.issued):
        if entry.audience == "customer":
            yield from broken(scene, entry, index)


def broken(scene: Scene, entry: Issued, index: int) -> Iterator[Finding]:
    """A seal that is not what its entry says."""
    try:
        sealed_case(scene.file, entry)
    except Unreadable as error:
        path = seal_path(scene.file, entry.paper, entry.version)
        remedy = "Put both back as git has them, or take that file away and issue a new version."
        place = scene.place("issued", index, "fingerprint")
        yield SEAL_BROKEN.at(place, f"{path} {error}.", remedy)
