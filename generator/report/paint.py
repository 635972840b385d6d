"""Colours for a terminal, by rich, which is imported only when there is something to colour."""

Styled = list[tuple[str, str]]
"""Pieces of text, each with a style in rich's words (`bold red`) or none."""

BOLD = "bold"
FAINT = "dim"


def paint(pieces: Styled, colour: bool) -> str:
    """The pieces as one text, with terminal colours or without."""
    if not colour:
        return "".join(text for text, _ in pieces)
    from rich.color import ColorSystem
    from rich.style import Style

    standard = ColorSystem.STANDARD
    return "".join(Style.parse(style).render(text, color_system=standard) for text, style in pieces)
