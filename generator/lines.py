"""The lines of a file as YAML counts them, so that an excerpt shows the line that a place names."""

import re
from functools import lru_cache

LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


@lru_cache(maxsize=4)
def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a file without their ends. The last few are kept, because findings come file by file."""
    if text.isascii() and "\r" not in text:  # Ten times as fast, for a thousand cases.
        return tuple(text.split("\n"))
    return tuple(LINE_BREAK.split(text))
