"""The handbook as pages of the site."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.documents.handbook import Chapter, chapters
from generator.documents.pages import Page, Plan, Site
from generator.markup.manual import manual_html
from generator.render import Fragment


def handbook_pages(site: Site) -> list[Page]:
    """A page for each chapter; none in a build of some cases only."""
    return [site.page(*plan) for plan in handbook_plans(site)]


def handbook_plans(site: Site) -> Iterator[Plan]:
    """What the page of each chapter is made from."""
    for chapter in chapters() if site.with_handbook else ():
        yield chapter.path, "handbook.html", partial(_context, chapter)


def _context(chapter: Chapter) -> Mapping[str, Any]:
    html = Fragment(manual_html(chapter.text))
    return {"chapter": chapter, "chapters": chapters(), "html": html}
