"""Who stands for a role that a segment or an approval names, and whether the role exists."""

from collections.abc import Iterable

from generator.model.contacts import Contacts
from generator.model.settings import RUNGS
from generator.model.turns import advocate_at
from generator.model.workspace import CaseFile, Workspace
from generator.rules.scene import Scene

OURS = ("advocate", "account_manager", "sponsor")
ROLES = (*OURS, *RUNGS)
WORDS = {
    "advocate": "the advocate",
    "account_manager": "the account manager",
    "sponsor": "the sponsor",
    "vp": "a vice president",
}


def in_words(role: str) -> str:
    """A role as a sentence names it: `the advocate`, `a director`."""
    return WORDS.get(_normal(role), f"a {role}")


def _normal(role: str) -> str:
    return role.replace("-", "_")


def is_role(role: str) -> bool:
    """Whether a role is one that exists; a hyphen does for the underscore."""
    return _normal(role) in ROLES


def is_senior(role: str) -> bool:
    """Whether a role is one of senior management: the sponsor, or a rung from the manager's up."""
    return _normal(role) in ("sponsor", *RUNGS[RUNGS.index("manager") :])


def stands_for(scene: Scene, role: str) -> frozenset[str]:
    """The keys of our people who stand for a role in a case; a rung may be stood for by any above it."""
    case, ours = scene.case, scene.file.owner.customer.ours
    name = _normal(role)
    if name == "advocate":
        return frozenset({advocate_at(scene.workspace.contacts, case.advocate, scene.as_of), case.advocate})
    if name == "account_manager":
        return _said(ours.account_manager)
    if name == "sponsor":
        return _said(case.sponsor, ours.sponsor)
    if name in RUNGS:
        return on_rung(scene.workspace.contacts, RUNGS.index(name)) | frozenset({case.sponsor or ""})
    return frozenset({role})


def _said(*keys: str | None) -> frozenset[str]:
    return frozenset(key for key in keys if key is not None)


def on_rung(contacts: Contacts, lowest: int) -> frozenset[str]:
    """Everybody who stands on a rung of any area, or above it."""
    posts = [
        post for area in contacts.areas.values() for _, post in area.posts()[lowest:] if post is not None
    ]
    people = {post.person for post in posts if post.person and not post.is_none}
    turns = [contacts.rotations[post.rotation] for post in posts if post.rotation in contacts.rotations]
    return frozenset(people.union(*(rotation.order for rotation in turns)))


def seniors(workspace: Workspace, file: CaseFile, attending: Iterable[str]) -> list[str]:
    """Those of the people attending who are senior management: the sponsors, and whoever stands on a director's rung
    or above it."""
    case, ours = file.case, file.owner.customer.ours
    senior = on_rung(workspace.contacts, RUNGS.index("director")) | {case.sponsor, ours.sponsor}
    return [key for key in attending if key in senior]
