"""Words that an e-mail and a page share are escaped on the page, whichever kind of template says them."""

import re
from pathlib import Path

import pytest

from generator.render import Speech, render
from generator.render.templates import shipped
from tests.hostile.everywhere import AS_OF
from tests.making import NEW_YORK

SPEECH = Speech("en", NEW_YORK, AS_OF)
WORDS = "{% macro said(text) %}{{ text }} & so on{% endmacro %}{% macro twice(text) %}{{ said(text) }}{% endmacro %}"
PAGE = '{{% import "{words}" as words %}}<p>{{{{ words.said(text) }}}}</p><p>{{{{ words.twice(text) }}}}</p>'
ATTACK = "<script>alert(1)</script>"
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;"


def laid(team: Path, words: str, page: str) -> str:
    """A page of a team that says words by macros of another template."""
    (team / words).write_text(WORDS, encoding="utf-8")
    (team / page).write_text(PAGE.format(words=words), encoding="utf-8")
    return render(page, {"text": ATTACK}, speech=SPEECH, team=team)


def test_a_macro_of_plain_text_is_escaped_in_a_page(tmp_path: Path) -> None:
    one = f"<p>{ESCAPED} &amp; so on</p>"
    assert laid(tmp_path, "words.txt", "page.html") == one + one


def test_a_macro_of_a_page_is_escaped_once(tmp_path: Path) -> None:
    one = f"<p>{ESCAPED} & so on</p>"
    assert laid(tmp_path, "words.html", "page.html") == one + one


def test_a_macro_of_plain_text_stays_as_typed_in_an_e_mail(tmp_path: Path) -> None:
    one = f"<p>{ATTACK} & so on</p>"
    assert laid(tmp_path, "words.txt", "page.txt") == one + one


@pytest.mark.parametrize("path", sorted(shipped().glob("*.html")), ids=lambda path: path.name)
def test_no_page_of_ours_includes_plain_text(path: Path) -> None:
    """What is included is written as it is; only a macro's words are escaped."""
    taken = re.findall(r"{%-?\s*(?:include|extends)\s+(.+?)%}", path.read_text(encoding="utf-8"))
    assert not [name for name in taken if ".txt" in name or not name.startswith('"')]


@pytest.mark.parametrize(
    ("text", "page", "mail"),
    [
        (ATTACK, ESCAPED, ATTACK),
        ('" onload="x', "&#34; onload=&#34;x", '" onload="x'),
        ("100% of it", "100% of it", "100% of it"),
        ("%(told)s %d %", "%(told)s %d %", "%(told)s %d %"),
        ("R&amp;D", "R&amp;amp;D", "R&amp;D"),
    ],
)
def test_a_text_of_a_case_that_a_template_translates_stays_a_text(
    tmp_path: Path, text: str, page: str, mail: str
) -> None:
    for name, wanted in (("own.html", page), ("own.txt", mail)):
        (tmp_path / name).write_text("{{ _(text) }}", encoding="utf-8")
        assert render(name, {"text": text}, speech=SPEECH, team=tmp_path) == wanted


def test_a_value_in_a_sentence_is_escaped(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_text("{{ _('He said \"%(what)s\".', what=text) }}", encoding="utf-8")
    said = render("own.html", {"text": ATTACK}, speech=SPEECH, team=tmp_path)
    assert said == f'He said "{ESCAPED}".'
