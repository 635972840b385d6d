"""The handbook's own Markdown as HTML: ours, trusted, with headings, tables and fenced code; never a user's text."""

import re

from markdown import Markdown
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension

NOTE = re.compile(r"<!--.*?-->\n?", re.DOTALL)
WIDE = {
    "<pre>": '<pre tabindex="0">',
    "<table>": '<div class="scroll" tabindex="0"><table>',
    "</table>": "</table></div>",
    "<th>": '<th scope="col">',
}
"""What wide blocks want besides what Markdown writes: to be scrolled, also with a keyboard, and heads that say so."""
LINK = re.compile(r'href="([a-z-]+)\.md(#[^"]*)?"')


def manual_html(text: str) -> str:
    """A page of the handbook; links from one to another lead to its page in the site."""
    extensions = [FencedCodeExtension(), TableExtension(), SaneListExtension(), TocExtension(permalink=False)]
    manual = Markdown(extensions=extensions)
    manual.preprocessors.deregister("html_block")
    manual.inlinePatterns.deregister("html")  # `cases/<customer>` is words, not a tag.
    html = manual.convert(NOTE.sub("", text))
    html = html.replace("<th>", '<th scope="col">').replace("<th style", '<th scope="col" style')
    for plain, ours in WIDE.items():
        html = html.replace(plain, ours)
    return LINK.sub(r'href="\1.html\2"', html)
