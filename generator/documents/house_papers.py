"""The registry of house papers: those that are of no one case's copy, made for us alone."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.documents.brief import brief_context, brief_subjects
from generator.documents.calendar import rotations_calendar
from generator.documents.call_sheet import call_sheet, call_subjects
from generator.documents.digest import digest_context
from generator.documents.rollup import roll_up_context, roll_up_figures, this_quarter
from generator.documents.sheets import Context, Desk
from generator.documents.subjects import Subject, SubjectKind
from generator.documents.vcards import all_cards, area_cards
from generator.documents.wall_chart import LEVELS, first_level, wall_chart
from generator.documents.wallet_card import wallet_card

Attachments = Callable[[Desk, Subject], Mapping[str, bytes]]
"""What is made beside a paper's page and PDF: each file's whole name and its bytes."""


@dataclass(frozen=True, slots=True)
class HousePaper:
    """One kind of house paper. Its key names the command's argument, the file and the template.

    `of` says what it may be of, what it is of unless said first. `context` gives what its template may ask for beside
    what every house paper has, as plain data: the paper's fingerprint is of it. `subjects` are those that have the
    data, for `build` to print; `wants` names what is missing otherwise. `attachments` are its further files;
    `as_mail` says whether it has a page beside it that is made to be sent.
    `most_pages` says how long its PDF may be: one that is longer is printed again with `detail` one greater, up to
    `details` - 1, and is reported if it still is too long; `first_detail` says where that begins.
    """

    key: str
    title: str
    purpose: str
    of: tuple[SubjectKind, ...]
    context: Callable[[Desk, Subject], Context]
    subjects: Callable[[Desk], Iterable[Subject]]
    wants: str
    attachments: Attachments | None = None
    as_text: bool = False
    as_mail: bool = False
    most_pages: Callable[[Context], int] | None = None
    details: int = 1
    first_detail: Callable[[Context], int] = lambda _: 0

    @property
    def template(self) -> str:
        """The template it is rendered with."""
        return f"{self.key}.html"


def _whole_matrix(desk: Desk) -> Iterable[Subject]:
    return [Subject()] if desk.workspace.contacts.areas else []


HOUSE_PAPERS: dict[str, HousePaper] = {
    paper.key: paper
    for paper in (
        HousePaper(
            "who-to-call",
            "Who to call",
            "Whom to ring now, then whom, for every area",
            ("workspace",),
            wall_chart,
            _whole_matrix,
            "areas in contacts.yaml",
            most_pages=lambda _: 1,
            details=len(LEVELS),
            first_detail=first_level,
            attachments=lambda desk, subject: {
                **all_cards(desk, subject),
                **rotations_calendar(desk, subject),
            },
        ),
        HousePaper(
            "wallet-card",
            "Wallet card",
            "The matrix to cut, fold and carry, with a code for the telephone",
            ("workspace",),
            wallet_card,
            _whole_matrix,
            "areas in contacts.yaml",
        ),
        HousePaper(
            "call-sheet",
            "Call sheet",
            "Whom to ring, at which minute, and what to say",
            ("area", "case"),
            call_sheet,
            call_subjects,
            "areas in contacts.yaml",
            attachments=area_cards,
            as_text=True,
            most_pages=lambda context: max(len(context["pages"]), 1),
            details=2,
        ),
        HousePaper(
            "customer-brief",
            "Customer brief",
            "What we know of a customer, before the next conversation",
            ("customer",),
            brief_context,
            brief_subjects,
            "a customer whose file can be read",
        ),
        HousePaper(
            "roll-up",
            "Roll-up",
            "Which causes, products and areas keep coming back, and what was learnt",
            ("period",),
            roll_up_context,
            this_quarter,
            "cases",
            roll_up_figures,
        ),
        HousePaper(
            "digest",
            "Digest",
            "What a period brought, names changed",
            ("period",),
            digest_context,
            this_quarter,
            "cases",
            as_mail=True,
        ),
    )
}
