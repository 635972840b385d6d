"""As many lines as there is room for, and how many more there are."""

from collections.abc import Iterable, Iterator

ALL = "findings.json"
"""The file of a review in which every finding stands."""


def fitting(lines: Iterable[str], room: int) -> Iterator[str]:
    """The lines that fit into so many bytes; where some do not, a last one that counts them and says where they are."""
    left = 0
    for line in lines:
        size = len(line.encode(errors="replace")) + 1
        if left or size > room:
            left += 1
            continue
        room -= size
        yield line
    if left:
        yield f"- {left:,} more stand in the files of this run (findings in `{ALL}`)."
