"""What changed in the contacts: who stands on a rung now, who is away, whose number is another."""

from collections.abc import Iterator

from generator.model.contacts import Area, Contacts, Post
from generator.model.settings import RUNGS
from generator.review.case_words import Remark, value_in_words
from generator.review.differences import differences
from generator.review.speaking import Speech


def contact_remarks(old: Contacts, new: Contacts, speech: Speech) -> Iterator[Remark]:
    """Every change of the contacts; a rung once, whoever or whatever stands on it."""
    told: set[tuple[str, str]] = set()
    for change in differences(old, new):
        area = change.way[0].item
        if isinstance(area, Area) and change.fields[1:2] and change.fields[1] in RUNGS:
            rung = (str(change.way[0].at), change.fields[1])
            if rung not in told:
                told.add(rung)
                yield _rung(old, new, rung, speech)
        else:
            yield value_in_words(speech, change)


def _rung(old: Contacts, new: Contacts, rung: tuple[str, str], speech: Speech) -> Remark:
    """`backup of Engineering: is now Li Wei, was Jonas Weber`."""
    key, name = rung
    before, after = (getattr(one.areas[key], name) for one in (old, new))
    now, was = (_holder(one, speech) for one in (after, before))
    return Remark(f"{name} of {new.areas[key].name}", f"is now {now}, was {was}")


def _holder(post: Post | None, speech: Speech) -> str:
    if post is None:
        return "nobody"
    if post.is_none:
        return "deliberately nobody"
    return speech.name_of(post.person) if post.person else f"the rotation {post.rotation}"
