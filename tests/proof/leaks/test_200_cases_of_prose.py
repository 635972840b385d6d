"""200 cases of ordinary prose, every second message of them ours alone, go through a customer build with no false hit.

The prose that stands here is made by a generator. A folder with 200 cases of somebody's own, written as a workspace,
is tried in the same way where $CASEWRIGHT_PROSE names it; what is in it stays outside of the repository.
"""

import os
from collections.abc import Callable
from pathlib import Path

from generator.audience.secrets import secrets_of
from generator.build.customer import build_customer
from generator.build.site import Built, Order
from generator.documents.sheets import Desk
from generator.inspect.gate import leaks_in
from generator.model.workspace import load_workspace
from generator.source.workspace import read_workspace
from tests.leaks.folder import AS_OF, Kept
from tests.leaks.prose import incidents
from tests.leaks.test_prose import built_of, caught_inside_out

Counted = Callable[[str, int], None]
CASES = 200
IN_PDF = 20
"""How many of the cases are printed too."""


def test_prose_by_a_generator(tmp_path: Path, counted: Counted) -> None:
    files = incidents(CASES)
    made = built_of(tmp_path / "html", files)
    assert made.papers >= 3 * CASES
    assert made.leaks == []
    assert caught_inside_out(tmp_path / "control", files) == CASES
    counted("cases of ordinary prose with no false hit in HTML", CASES)
    counted("and with a hit each where their internal messages are put on a page", CASES)


def test_prose_by_a_generator_in_pdf(tmp_path: Path, counted: Counted) -> None:
    chosen = tuple(f"kestrel/incident-{one:03}" for one in range(0, CASES, CASES // IN_PDF))
    made = built_of(tmp_path, incidents(CASES), pdf=True, cases=chosen)
    assert made.no_pango is None and made.leaks == []
    counted("of these cases printed, with no false hit in PDF", len(chosen))


def test_prose_of_somebody_s_own(counted: Counted) -> None:
    folder = os.environ.get("CASEWRIGHT_PROSE")
    if not folder:
        counted("cases of somebody's own prose: none, because $CASEWRIGHT_PROSE names no folder", 0)
        return
    workspace = load_workspace(read_workspace(Path(folder)))
    desk = Desk(workspace, AS_OF, {})
    keys = list(workspace.cases)
    assert len(keys) >= CASES
    for customer in workspace.customers:
        html = own_build(desk, customer, Path(folder), ())
        assert [(leak.place, leak.message) for leak in html.leaks] == []
        own = [key for key in keys if key.startswith(f"{customer}/")]
        pdf = own_build(desk, customer, Path(folder), tuple(own[:: max(len(own) // IN_PDF, 1)]))
        assert [(leak.place, leak.message) for leak in pdf.leaks] == []
    control = sum(is_caught(desk, key) for key in keys)
    assert control
    counted("cases of somebody's own prose with no false hit in HTML", len(keys))
    counted("and with a hit each where their internal messages are put on a page, of somebody's own", control)


def own_build(desk: Desk, customer: str, root: Path, printed: tuple[str, ...]) -> Built:
    """The customer's folder; with PDFs of the cases to be printed, if any."""
    order = Order(root, 2, bool(printed), lambda _: None, printed)
    return build_customer(desk, customer, order, True, Kept())


def is_caught(desk: Desk, key: str) -> bool:
    """Whether the gate speaks up where a page holds all messages of a case."""
    page = "".join(f"<p>{event.what}</p>" for event in desk.workspace.cases[key].case.events)
    return bool(leaks_in({"all.html": page.encode()}, secrets_of(desk.workspace, key)))
