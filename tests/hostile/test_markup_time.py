"""A text that is made to keep Markdown busy is read in no time."""

import time

import pytest

from generator.markup import to_html, to_line

LONG = 20_000
"""As long as a text may be to be read as Markdown."""
BUSY = (
    "*", "*a ", "*a* ", "**a", "***", "_", "_a_ ", "[", "[a](", "[a](http://b)", "![", "[a]: <", "`", "` ", "`a`", "<",
    "<a ", "<b>", "<!--", "<?", "<a@b> ", "<a@", "<http://a> ", "http://", "http://a ", "&", "& ", "&#", "&*a*", "> ",
    "- ", "1. ", "#", "|", "@", "\\", "\\*", " ", "\n", " \n", "    a\n", "```\n", "> - ", "- a\n", "*a*&`b`\\_ ",
)  # fmt: skip

DEEP = ("- ", "> ", "  ", "*_", "[(")


@pytest.mark.parametrize("piece", BUSY)
def test_the_same_over_and_over_again(piece: str) -> None:
    text = (piece * LONG)[:LONG]
    begun = time.process_time()
    to_html(text)
    to_line(text)
    assert time.process_time() - begun < 2
    assert is_read(f"after {BUSY.index(piece)}")


@pytest.mark.parametrize("piece", DEEP)
def test_deeper_and_deeper(piece: str) -> None:
    text = "\n".join(f"{piece * depth}- a" for depth in range(140))
    begun = time.process_time()
    to_html(text)
    assert time.process_time() - begun < 2
    assert is_read(f"after depth {DEEP.index(piece)}")


def is_read(text: str) -> bool:
    """Whether the next text is read as if nothing had been."""
    wanted = f"<p><strong>a</strong> <code>b</code></p>\n<ul>\n<li>{text}</li>\n</ul>"
    return to_html(f"**a** `b`\n\n- {text}") == wanted
