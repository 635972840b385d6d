"""How old the who-to-call matrix is, in words."""

from datetime import datetime

from generator.derive.freshness import matrix_age
from generator.documents.reached import checked_in_words
from generator.model.workspace import Workspace


def reviewed_in_words(workspace: Workspace, now: datetime) -> str:
    """When the matrix was last read through as a whole, as of an aware moment, and whether that is too long ago."""
    age = matrix_age(workspace, now)
    if age.confirmed is None:
        return "Nobody has written down when the matrix as a whole was last reviewed."
    return f"The matrix as a whole was reviewed {checked_in_words(workspace, age, now.year)}."
