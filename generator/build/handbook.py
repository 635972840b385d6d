"""The handbook as pages of the site."""

from collections.abc import Iterator

from generator.documents.handbook import chapters
from generator.documents.pages import Page, Site
from generator.markup.manual import manual_html
from generator.render import Fragment


def handbook_pages(site: Site) -> Iterator[Page]:
    """A page for each chapter; none in a build of some cases only."""
    for chapter in chapters() if site.with_handbook else ():
        html = Fragment(manual_html(chapter.text))
        yield site.page(
            chapter.path, "handbook.html", {"chapter": chapter, "chapters": chapters(), "html": html}
        )
