"""What changed in the contacts: who stands on a rung now, who is away, whose number is another."""

from collections.abc import Iterator

from generator.model.contacts import Area, Contacts, Post
from generator.model.settings import RUNGS
from generator.review.differences import differences
from generator.review.remark import Remark
from generator.review.speaking import Speech
from generator.review.value_words import value_in_words


def contact_remarks(old: Contacts, new: Contacts, speech: Speech) -> Iterator[Remark]:
    """Every change of the contacts; a rung once, whoever or whatever stands on it."""
    told: set[tuple[str, str]] = set()
    older: dict[str, str] = {}
    for change in differences(old, new):
        area = change.way[0].item
        if change.kind == "renamed" and isinstance(area, Area):
            older[change.after] = change.before
        if isinstance(area, Area) and change.fields[1:2] and change.fields[1] in RUNGS:
            rung = (str(change.way[0].at), change.fields[1])
            if rung not in told:
                told.add(rung)
                before = old.areas[older.get(rung[0], rung[0])]
                yield _rung(before, new.areas[rung[0]], rung[1], speech)
        else:
            yield value_in_words(speech, change)


def _rung(old: Area, new: Area, name: str, speech: Speech) -> Remark:
    """`backup of Engineering: is now Li Wei, was Jonas Weber`."""
    was, now = (_holder(getattr(one, name), speech) for one in (old, new))
    return Remark(f"{name} of {new.name}", f"is now {now}, was {was}")


def _holder(post: Post | None, speech: Speech) -> str:
    if post is None:
        return "nobody"
    if post.is_none:
        return "deliberately nobody"
    return speech.name_of(post.person) if post.person else f"the rotation {post.rotation}"
