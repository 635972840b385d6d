"""The last gate before a page: a closed list of elements and addresses, whatever made the HTML."""

import re

import nh3

TAGS = {"p", "br", "strong", "em", "code", "a", "ul", "ol", "li", "blockquote"}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
ADDRESS = re.compile(
    r"https?://[^\s<>\"'\\\x00-\x20\x7f]+"
    r"|mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+(?:\?subject=[A-Za-z0-9._%+-]*)?"
    r"|tel:\+?[0-9][0-9().-]*(?:;ext=[0-9]+)?",
    re.IGNORECASE,
)
WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)


def allowed_address(href: str) -> bool:
    """Whether a link may lead there: https, http, mailto or tel, checked from the first character to the last."""
    return ADDRESS.fullmatch(href) is not None


def _kept(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "href":
        return value if allowed_address(value) else None
    if attribute == "start":
        return value if WHOLE.fullmatch(value) else None
    return value if tag == "a" else None


CLEANER = nh3.Cleaner(
    tags=TAGS,
    clean_content_tags=set(),
    attributes=ATTRIBUTES,
    attribute_filter=_kept,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener noreferrer nofollow",
    strip_comments=True,
)


def cleaned(html: str) -> str:
    """The HTML with nothing in it that is not on the list."""
    return CLEANER.clean(html)
