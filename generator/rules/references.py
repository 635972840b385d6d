"""References that name what does not exist, each with the nearest name."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches

from generator.codes import Code, code
from generator.finding import Finding, Severity
from generator.model.marks import Target
from generator.model.workspace import CustomerFile, Workspace
from generator.rules.known import Known, of_case
from generator.rules.pointers import Dangling, dangling
from generator.source.file import SourceFile


def _unknown(name: str, what: str, explanation: str) -> Code:
    return code(f"{name}-unknown", Severity.ERROR, f"{what} that does not exist", explanation)


PERSON_UNKNOWN = _unknown(
    "person",
    "A person",
    "People are named by their key: ours from contacts.yaml, the customer's from their customer.yaml, an outside "
    "firm's from `parties` in contacts.yaml. Any of the three will do wherever a person is wanted. A key that nobody "
    "has prints no name on a paper and no number on a call sheet.",
)
AREA_UNKNOWN = _unknown(
    "area",
    "An area",
    "Areas are the rows of the matrix, under `areas` in contacts.yaml. Without one there is no ladder to climb.",
)
ROTATION_UNKNOWN = _unknown("rotation", "A rotation", "Rotations stand under `rotations` in contacts.yaml.")
PARTY_UNKNOWN = _unknown("party", "An outside firm", "Outside firms stand under `parties` in contacts.yaml.")
SIDE_UNKNOWN = _unknown(
    "side",
    "A side",
    "Who acted, or who owns a factor, is `us`, `customer`, or an outside firm's key from `parties` in contacts.yaml.",
)
CUSTOMER_UNKNOWN = _unknown(
    "customer", "A customer", "A customer's key is the name of their folder under `cases`."
)
CASE_UNKNOWN = _unknown(
    "case", "A case", "A case is named by its customer's folder and its file: kestrel/weekend-replication."
)
PRODUCT_UNKNOWN = _unknown("product", "A product", "What we sell stands under `products` in casewright.yaml.")
CATEGORY_UNKNOWN = _unknown(
    "category",
    "A cause category",
    "Kinds of cause stand under `cause_categories` in casewright.yaml, so that the roll-up can count them.",
)
SEGMENT_UNKNOWN = _unknown(
    "segment",
    "A segment",
    "Customer segments stand under `segments` in casewright.yaml. Without one there is no cadence to keep.",
)
EVIDENCE_UNKNOWN = _unknown(
    "evidence",
    "A piece of evidence",
    "Evidence is cited by the `id` that it has in the case's own `evidence` list.",
)
ACTION_UNKNOWN = _unknown(
    "action", "An action", "Actions are named by the `id` that they have in the same case."
)
CRITERION_UNKNOWN = _unknown(
    "criterion",
    "An exit criterion",
    "A concern names a criterion by its `id` in the same case's `exit_criteria`.",
)
MEETING_UNKNOWN = _unknown(
    "meeting", "A meeting", "Meetings are named by the `id` that they have in the same case's `meetings`."
)
COMMITMENT_UNKNOWN = _unknown(
    "commitment", "A commitment", "A commitment is named by its `id` in the same file's `commitments`."
)
PURPOSE_UNKNOWN = _unknown(
    "purpose",
    "A purpose",
    "`serves` names the `id` of the root cause, factor, exit criterion or recommendation that something is for, in the "
    "same case.",
)
ITEM_UNKNOWN = _unknown(
    "item",
    "An item",
    "A hard question says by `about` which item of the same case it is about, named by that item's `id`.",
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is said of a reference that names nothing: its code, the sentence, and where such a key belongs."""

    code: Code
    sentence: str
    home: str


WANTED = {
    Target.PERSON: Wanted(
        PERSON_UNKNOWN, "Nobody has the key `{}`.", "add `{}` under `people` in contacts.yaml or in {}"
    ),
    Target.OURS: Wanted(
        PERSON_UNKNOWN, "None of our people has the key `{}`.", "add `{}` under `people` in contacts.yaml"
    ),
    Target.THEIRS: Wanted(
        PERSON_UNKNOWN, "None of the customer's people has the key `{}`.", "add `{}` under `people` in {}"
    ),
    Target.ADVOCATE: Wanted(
        PERSON_UNKNOWN,
        "Neither one of our people nor a rotation has the key `{}`.",
        "add `{}` under `people` in contacts.yaml",
    ),
    Target.AREA: Wanted(AREA_UNKNOWN, "There is no area `{}`.", "add `{}` under `areas` in contacts.yaml"),
    Target.ROTATION: Wanted(
        ROTATION_UNKNOWN, "There is no rotation `{}`.", "add `{}` under `rotations` in contacts.yaml"
    ),
    Target.PARTY: Wanted(
        PARTY_UNKNOWN, "There is no outside firm `{}`.", "add `{}` under `parties` in contacts.yaml"
    ),
    Target.SIDE: Wanted(
        SIDE_UNKNOWN,
        "`{}` is neither `us` nor `customer` nor an outside firm.",
        "add `{}` under `parties` in contacts.yaml",
    ),
    Target.CUSTOMER: Wanted(
        CUSTOMER_UNKNOWN, "There is no customer `{}`.", "make the folder cases/{} with its customer.yaml"
    ),
    Target.CASE: Wanted(CASE_UNKNOWN, "There is no case `{}`.", "make the file cases/{}.yaml"),
    Target.PRODUCT: Wanted(
        PRODUCT_UNKNOWN, "There is no product `{}`.", "add `{}` under `products` in casewright.yaml"
    ),
    Target.CATEGORY: Wanted(
        CATEGORY_UNKNOWN,
        "There is no cause category `{}`.",
        "add `{}` under `cause_categories` in casewright.yaml",
    ),
    Target.SEGMENT: Wanted(
        SEGMENT_UNKNOWN, "There is no segment `{}`.", "add `{}` under `segments` in casewright.yaml"
    ),
    Target.EVIDENCE: Wanted(
        EVIDENCE_UNKNOWN, "This case has no evidence `{}`.", "add it to `evidence` with `id: {}`"
    ),
    Target.ACTION: Wanted(
        ACTION_UNKNOWN, "This case has no action `{}`.", "give the action that is meant `id: {}`"
    ),
    Target.CRITERION: Wanted(
        CRITERION_UNKNOWN,
        "This case has no exit criterion `{}`.",
        "give the criterion that is meant `id: {}`",
    ),
    Target.MEETING: Wanted(
        MEETING_UNKNOWN, "This case has no meeting `{}`.", "add it to `meetings` with `id: {}`"
    ),
    Target.COMMITMENT: Wanted(
        COMMITMENT_UNKNOWN, "There is no commitment `{}` here.", "give the commitment that is meant `id: {}`"
    ),
    Target.PURPOSE: Wanted(
        PURPOSE_UNKNOWN,
        "This case has no cause, factor, criterion or recommendation `{}`.",
        "give the item that is meant `id: {}`",
    ),
    Target.ITEM: Wanted(ITEM_UNKNOWN, "This case has no item `{}`.", "give the item that is meant `id: {}`"),
}


def find(workspace: Workspace, as_of: datetime) -> Iterator[Finding]:  # noqa: ARG001 - every rule's signature
    """One finding for each reference of any file that names nothing."""
    known = Known(workspace)
    yield from told(
        dangling(workspace.settings, known.everywhere), workspace.settings_source, known.everywhere
    )
    yield from in_contacts(workspace, known)
    for story_at, story in enumerate(workspace.stories):
        source = workspace.sources.stories or SourceFile("stories.yaml", "", None)
        yield from told(dangling(story, known.everywhere, (story_at,)), source, known.everywhere)
    keys = {key: known.of_customer(file) for key, file in workspace.customers.items()}
    for key, owner in workspace.customers.items():
        yield from told(dangling(owner.customer, keys[key]), owner.source, keys[key])
    for file in workspace.cases.values():
        of_owner = keys.get(file.owner.key) or known.of_customer(file.owner)
        names = of_case(file.case, of_owner)
        yield from told(dangling(file.case, names), file.source, names, file.owner)


def in_contacts(workspace: Workspace, known: Known) -> Iterator[Finding]:
    """The same for contacts.yaml, where `none` on a rung is deliberate."""
    found = dangling(workspace.contacts, known.everywhere)
    meant = [entry for entry in found if entry[2] != "none" or entry[0][0] != "areas"]
    return told(meant, workspace.contacts_source, known.everywhere)


def told(
    found: Iterable[Dangling],
    source: SourceFile,
    known: Mapping[Target, Collection[str]],
    owner: CustomerFile | None = None,
) -> Iterator[Finding]:
    """The findings for references that name nothing."""
    for path, target, key in found:
        wanted = WANTED[target]
        theirs = owner.source.path if owner else source.path
        home = wanted.home.format(key, theirs)
        remedy = f"{home[0].upper()}{home[1:]}."
        if near := nearest(key, known[target]):
            remedy = f"Write `{near}` if that is meant, or {home}."
        elif target is Target.SIDE:
            remedy = f"Write `us` or `customer`, or {home}."
        yield wanted.code.at(source.place(path), sentence(wanted, key, target, known), remedy)


def sentence(wanted: Wanted, key: str, target: Target, known: Mapping[Target, Collection[str]]) -> str:
    """What is wrong with a reference; a person of another side than the field wants is named as such."""
    if target is Target.OURS and key in known.get(Target.PERSON, ()):
        return f"`{key}` is not one of our people, and this must be one of ours."
    if target is Target.THEIRS and key in known.get(Target.PERSON, ()):
        return f"`{key}` is not one of the customer's people, and this must be one of theirs."
    return wanted.sentence.format(key)


def nearest(key: str, known: Collection[str]) -> str | None:
    """The known key that looks most like one that is not."""
    near = get_close_matches(key, [name for name in known if name], n=1, cutoff=0.6)
    return near[0] if near else None
