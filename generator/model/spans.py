"""Spans of time that lie over one another: which of them is seen when."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from heapq import heappop, heappush
from itertools import pairwise

Span = tuple[datetime, datetime]
"""From an aware moment until before a later one."""


def laid_over(spans: Sequence[Span]) -> list[tuple[datetime, datetime, int]]:
    """What is seen of each span where the last one lies on top: from when, until when (UTC), and its index."""
    seen: list[tuple[datetime, datetime, int]] = []
    for start, end, top in _on_top(
        [(begins.astimezone(UTC), ends.astimezone(UTC)) for begins, ends in spans]
    ):
        if seen and seen[-1][1:] == (start, top):
            start = seen.pop()[0]
        seen.append((start, end, top))
    return seen


def _on_top(spans: list[Span]) -> Iterator[tuple[datetime, datetime, int]]:
    """Between each two edges of any span, the index of the last one that lies there."""
    waiting = sorted(range(len(spans)), key=lambda index: spans[index][0], reverse=True)
    lying: list[int] = []
    for start, end in pairwise(sorted({edge for span in spans for edge in span})):
        while waiting and spans[waiting[-1]][0] <= start:
            heappush(lying, -waiting.pop())
        while lying and spans[-lying[0]][1] <= start:
            heappop(lying)
        if lying:
            yield start, end, -lying[0]
