"""QR codes as drawings."""

import segno


def qr_path(text: str) -> tuple[int, str]:
    """A QR code of a text in UTF-8: how many squares it is wide and high, and its dark ones as an SVG path.

    The four squares of quiet around it are counted in. A text that no code holds (2,953 octets) gives 0 and nothing.
    """
    try:
        code = segno.make(text, error="l", encoding="utf-8", micro=False)
    except segno.DataOverflowError:
        return 0, ""
    rows = [list(row) for row in code.matrix]
    return len(rows) + 8, "".join(_runs(row, number + 4) for number, row in enumerate(rows))


def _runs(row: list[int], y: int) -> str:
    """The dark squares of a row as boxes, neighbours in one."""
    found: list[str] = []
    start: int | None = None
    for x, dark in enumerate([*row, 0]):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            found.append(f"M{start + 4} {y}h{x - start}v1h-{x - start}z")
            start = None
    return "".join(found)
