"""Whether the leak gate knows what to look for; without that nothing leaves for a customer."""

from generator.checking import Checked
from generator.finding import Finding


def unguarded(checked: Checked) -> list[Finding]:
    """What is wrong with the files that say whom and what a customer must not read, where these could not be read."""
    return [one for one in checked.findings if one.place.path in checked.workspace.unguarded]
