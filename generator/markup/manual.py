"""The handbook's own Markdown as HTML: ours, trusted, with headings, tables and fenced code; never a user's text."""

import re

from markdown import Markdown
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension

NOTE = re.compile(r"<!--.*?-->\n?", re.DOTALL)
LINK = re.compile(r'href="([a-z-]+)\.md(#[^"]*)?"')


def manual_html(text: str) -> str:
    """A page of the handbook; links from one to another lead to its page in the site."""
    extensions = [FencedCodeExtension(), TableExtension(), SaneListExtension(), TocExtension(permalink=False)]
    html = Markdown(extensions=extensions).convert(NOTE.sub("", text))
    return LINK.sub(
        r'href="\1.html\2"',
        html.replace("<table>", '<div class="scroll"><table>').replace("</table>", "</table></div>"),
    )
