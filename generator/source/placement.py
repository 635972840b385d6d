"""Findings for files that stand where nothing reads them, and for the one that every customer needs."""

from generator.codes import code
from generator.finding import Finding, Place, Severity
from generator.source.disk import printed

CUSTOMER_MISSING = code(
    "customer-missing",
    Severity.ERROR,
    "A customer's folder without customer.yaml",
    "Every folder in `cases/` is a customer and says in its `customer.yaml` who that is. Only the name is required: "
    "`name: Kestrel Outfitters`.",
    ignorable=False,
)
MISPLACED_FILE = code(
    "misplaced-file",
    Severity.ERROR,
    "A file that stands where nothing reads it",
    "Cases lie at `cases/CUSTOMER/CASE.yaml`, and the evidence of a case in the folder `cases/CUSTOMER/CASE/` beside "
    "it. A YAML file above or below that is not read as a case, and a folder that no case belongs to is evidence of "
    "nothing.",
    ignorable=False,
)


def customer_missing(folder: str) -> Finding:
    """The finding for a customer's folder without its profile."""
    path = f"{folder}/customer.yaml"
    message = f'The folder "{folder}" has no customer.yaml.'
    return CUSTOMER_MISSING.at(Place(path), message, f'Write "{path}" with at least the line "name: ...".')


def misplaced(path: str, remedy: str) -> Finding | None:
    """The finding for a YAML file that stands where none is read; other files are nobody's concern."""
    if not path.endswith((".yaml", ".yml")):
        return None
    return MISPLACED_FILE.at(Place(printed(path)), f'"{printed(path)}" stands where no case is read.', remedy)


def caseless(folder: str) -> Finding:
    """The warning for a folder of evidence that no case belongs to."""
    name = printed(folder)
    remedy = f'Give it the name of a case, or write "{name}.yaml".'
    return MISPLACED_FILE.at(Place(name), f'The folder "{name}" belongs to no case.', remedy).milder(
        Severity.WARNING
    )
