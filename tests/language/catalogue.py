"""Every text that templates and drawings print, and the German catalogue brought up to date with it.

`python -m tests.language.catalogue` adds texts that are new to the catalogue, without a translation, and takes out
those that nothing prints any more; it then says how many are left to translate.
"""

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from generator.audience.sealed_forms import choices
from generator.documents.house_papers import HOUSE_PAPERS
from generator.documents.papers import PAPERS
from generator.model.chronology import Evidence
from generator.model.relationship import Project
from generator.render.catalogues import LANGUAGES, catalogue_file
from generator.render.templates import shipped

Text = tuple[str, str | None]
"""A text and its plural, where it has one."""
HEADER = """msgid ""
msgstr ""
"Project-Id-Version: Casewright\\n"
"Language: {}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {}\\n"

"""
GENERATOR = Path(__file__).resolve().parents[2] / "generator"
OPTIONS = {
    "extensions": "jinja2.ext.i18n",
    "newstyle_gettext": "true",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
}
FUNCTIONS = ("_", "gettext", "ngettext")
NEAR = ("today", "tomorrow", "yesterday")


def texts() -> dict[Text, list[tuple[str, int]]]:
    """Every text with the places it stands at."""
    found: dict[Text, list[tuple[str, int]]] = {}
    for text, place in (*of_templates(), *of_modules(), *of_data()):
        found.setdefault(text, []).append(place)
    return found


def of_templates() -> Iterator[tuple[Text, tuple[str, int]]]:
    """The texts of the templates that ship."""
    for path in sorted(one for one in shipped().glob("*") if one.suffix in (".html", ".txt", ".css")):
        with path.open("rb") as file:
            for line, _, message, _ in babel_extract(file, FUNCTIONS, [], OPTIONS):
                if text := as_text(message):
                    yield text, (f"templates/{path.name}", line)


def of_modules() -> Iterator[tuple[Text, tuple[str, int]]]:
    """The texts that modules of `render` say."""
    for path in sorted((GENERATOR / "render").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and called(node) in FUNCTIONS:
                words = [
                    one.value
                    for one in node.args
                    if isinstance(one, ast.Constant) and isinstance(one.value, str)
                ]
                if text := as_text(tuple(words)):
                    yield text, (f"generator/render/{path.name}", node.lineno)


def called(node: ast.Call) -> str:
    """The name of what is called."""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def of_data() -> Iterator[tuple[Text, tuple[str, int]]]:
    """The texts that a template takes from a registry or from a choice of the model."""
    for registry, name in ((PAPERS, "papers"), (HOUSE_PAPERS, "house_papers")):
        for paper in registry.values():
            for text in (paper.title, paper.purpose):
                yield (text, None), (f"generator/documents/{name}.py", 1)
    for kind in choices(Evidence, "kind"):
        yield (kind, None), ("generator/model/chronology.py", 1)
    for state in choices(Project, "state"):
        yield (state, None), (f"{Project.__module__.replace('.', '/')}.py", 1)
    for word in (*NEAR, "%s ahead", "%s behind"):
        yield (word, None), ("generator/render/speech.py", 1)


def as_text(message: Any) -> Text | None:
    """A message as the extraction gives it: a text, or a text with its plural; None where it is a variable."""
    parts = (
        [message] if isinstance(message, str) else [part for part in message or () if isinstance(part, str)]
    )
    return (parts[0], parts[1] if len(parts) > 1 else None) if parts else None


def brought_up_to_date(old: Catalog, language: str) -> Catalog:
    """The catalogue of a language with every text, in a fixed order, and what was translated of them."""
    new = Catalog(locale=language, charset="utf-8", fuzzy=False)
    for (one, many), places in sorted(texts().items(), key=lambda item: (item[0][0], item[0][1] or "")):
        known = old.get(one)
        forms = forms_of(known) if known else [""]
        if many is None:
            new.add(one, forms[0], locations=files_of(places))
        else:
            new.add((one, many), tuple(forms) if len(forms) == 2 else ("", ""), locations=files_of(places))
    return new


def forms_of(message: Message) -> list[str]:
    """A translation's forms: one, or one for each number."""
    said = message.string or ""
    return [said] if isinstance(said, str) else [str(form) for form in said]


def files_of(places: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Each file once; lines would change with every edit."""
    return [(path, 0) for path in sorted({path for path, _ in places})]


def written(catalog: Catalog) -> bytes:
    """A catalogue as it is committed: without a clock and without line numbers."""
    out = BytesIO()
    write_po(out, catalog, omit_header=True, include_lineno=False, width=120)
    return HEADER.format(catalog.locale, catalog.plural_forms).encode() + out.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    """The texts that a catalogue leaves as they are."""
    return [str(one.id) for one in catalog if one.id and not all(forms_of(one))]


def read(language: str) -> Catalog:
    """The catalogue of a language as it is committed."""
    with catalogue_file(language).open("rb") as file:
        return read_po(file, locale=language)


def main() -> None:
    """Brings every catalogue up to date."""
    for language in LANGUAGES[1:]:
        catalog = brought_up_to_date(read(language), language)
        catalogue_file(language).write_bytes(written(catalog))
        left = untranslated(catalog)
        sys.stdout.write(f"{language}: {len(catalog)} texts, {len(left)} to translate\n")
        sys.stdout.writelines(f"  {text}\n" for text in left)


if __name__ == "__main__":
    main()
