"""How each sheet and page speaks, and its HTML."""

import re
from datetime import datetime
from pathlib import Path

from generator.documents.house_sheets import AnySheet, HouseSheet
from generator.documents.pages import Page
from generator.model.settings import Settings
from generator.render import Fragment, Speech, render

STYLE = re.compile(r"<style[^>]*>.*?</style>", re.DOTALL)
"""A style sheet of a part, which belongs in the head of its pack; text of a case is escaped and never looks like one."""

PAGE_RULE = re.compile(r"@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}")
"""How a part lays out its pages where it stands alone; in a pack that would be every page of all of them."""


def team_templates(root: Path) -> Path | None:
    """The workspace's own template folder, where it has one."""
    folder = root / "templates"
    return folder if folder.is_dir() and not folder.is_symlink() else None


def html_of(sheet: AnySheet, team: Path | None) -> str:
    """A paper as HTML, the form that its PDF is printed from; a pack with each of its parts as a section."""
    parts: tuple[AnySheet, ...] = sheet.context.get("parts", ())
    made = [_part(number, part, team) for number, part in enumerate(parts, 1)]
    styles = [Fragment(PAGE_RULE.sub("", style)) for part in made for style in STYLE.findall(part)]
    bodies = [Fragment(STYLE.sub("", part)) for part in made]
    context = {**sheet.context, "bodies": bodies, "styles": styles}
    return render(sheet.paper.template, context, speech=_speech(sheet), team=team)


def _part(number: int, sheet: AnySheet, team: Path | None) -> str:
    """A paper as a section of a pack, whose cover alone has the logos."""
    context = {**sheet.context, "part": number, "logos": ()}
    return render(sheet.paper.template, context, speech=_speech(sheet), team=team)


def text_of(sheet: AnySheet, team: Path | None) -> str:
    """A paper as plain text, for an e-mail."""
    return render(f"{sheet.paper.key}.txt", sheet.context, speech=_speech(sheet), team=team)


def mail_of(sheet: HouseSheet, team: Path | None) -> str:
    """A paper as a page to be sent as an e-mail: with no style sheet, and with nothing to fetch."""
    return render(f"{sheet.paper.key}-mail.html", sheet.context, speech=_speech(sheet), team=team)


def _speech(sheet: AnySheet) -> Speech:
    return Speech(sheet.language, sheet.zone, sheet.identity.as_of)


def page_of(page: Page, settings: Settings, as_of: datetime, team: Path | None) -> str:
    """A page of the site as HTML, in the house's own language and zone."""
    speech = Speech(settings.language, settings.timezone, as_of)
    return render(page.template, {**page.context, "root": page.root}, speech=speech, team=team)
