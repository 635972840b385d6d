"""How old the who-to-call matrix is, in words."""

from datetime import datetime

from generator.documents.reached import age_in_words, is_stale, reached
from generator.model.workspace import Workspace
from generator.rules.in_words import day_in_words


def reviewed_in_words(workspace: Workspace, now: datetime) -> str:
    """When the matrix was last read through as a whole, as of an aware moment, and whether that is too long ago."""
    review, limit = workspace.contacts.reviewed, workspace.settings.review_after.matrix
    if review is None:
        return "Nobody has written down when the matrix as a whole was last reviewed."
    by = reached(workspace, review.by).name
    day, age = day_in_words(review.on, now.year), age_in_words(review.on, now.date())
    late = f", longer than the {limit} that it is good for" if is_stale(review, limit, now.date()) else ""
    return f"The matrix as a whole was reviewed on {day} by {by}, {age}{late}."
