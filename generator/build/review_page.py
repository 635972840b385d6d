"""A review of what changed as a page that opens alone."""

from collections.abc import Sequence
from pathlib import Path

from generator.build.words import team_templates
from generator.checking import Checked
from generator.render import Speech, render, standalone
from generator.review.reviews import Chapter


def review_page(chapters: Sequence[Chapter], after: Checked, root: Path) -> str:
    """The page, in the house's own language and zone; `root` is the newer workspace, whose templates count."""
    settings, team = after.workspace.settings, team_templates(root)
    context = {
        "chapters": chapters,
        "warned": sum(len(chapter.warned) for chapter in chapters),
        "organisation": settings.organisation,
        "structure": settings.colours.structure,
        "as_of": after.as_of,
    }
    speech = Speech(settings.language, settings.timezone, after.as_of)
    return standalone(render("review.html", context, speech=speech, team=team), team)
