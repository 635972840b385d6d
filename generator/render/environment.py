"""The one Jinja environment: everything escaped, nothing undefined, nothing of Python's within a template's reach."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, pass_eval_context
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.nodes import EvalContext
from markupsafe import Markup

from generator.errors import CasewrightError
from generator.render import bounds
from generator.render.axis_drawing import draw_axis
from generator.render.chronology_drawing import draw_chronology
from generator.render.climb_drawing import draw_climbs
from generator.render.pareto_drawing import draw_pareto
from generator.render.sandbox import Closed
from generator.render.speech import Speech
from generator.render.templates import loader
from generator.render.wording import Wording


class Memory(BytecodeCache):
    """Keeps compiled templates of this process, so that each language and zone compiles none anew."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket with what was compiled before, if its source is unchanged."""
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled."""
        self.kept[bucket.key] = bucket.bytecode_to_string()


Fragment = Markup
"""A rendered template that another one prints as it is."""
COMPILED = Memory()
REASONS: dict[type[Exception], str] = {
    MemoryError: "it wants more memory than a page may take",
    RecursionError: "it goes round in a circle, or deeper than a page may",
}
"""What Python itself says nothing of."""


def _escaped(name: str | None) -> bool:
    """Whether a template writes HTML: every one but the plain text of an e-mail."""
    return name is None or not name.endswith(".txt")


@lru_cache(maxsize=64)
def environment(speech: Speech, team: Path | None = None) -> Closed:
    """The environment of the papers that speak alike; `team` is the workspace's own template folder."""
    made = Closed(
        loader=loader(team),
        autoescape=_escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=COMPILED,
    )
    made.filters.update(speech.filters())
    made.filters["draw_axis"] = partial(draw_axis, speech=speech)
    made.filters["draw_chronology"] = partial(draw_chronology, speech=speech)
    made.filters["draw_climbs"] = partial(draw_climbs, speech=speech)
    made.filters["draw_pareto"] = partial(draw_pareto, speech=speech)
    wording = speech.wording
    made.globals["gettext"] = _speaker(wording)
    made.globals["ngettext"] = wording.ngettext
    made.globals["speech"] = speech
    return made


def _speaker(wording: Wording) -> Callable[..., str]:
    """What `_` is in templates: a text in the reader's language, with values put into it.

    A sentence with places for values is a template's own, and each value is escaped. Any other text may have come
    from a case, so it is escaped as a whole, and a percent sign in it means nothing.
    """

    @pass_eval_context
    def said(context: EvalContext, text: str, /, **values: Any) -> str:
        found = wording.gettext(text)
        if values:
            return (Markup(found) if context.autoescape else found) % values
        found = found.replace("%%", "%")
        return Markup(unmarked(found)) if context.autoescape else found

    return said


def unmarked(text: str) -> str:
    """A text with every sign escaped that could begin or end a tag, an entity, or an attribute in double quotes."""
    if hasattr(text, "__html__"):
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")


@lru_cache(maxsize=512)
def _template(name: str, speech: Speech, team: Path | None) -> Template:
    return environment(speech, team).get_template(name)


def render(name: str, context: Mapping[str, Any], *, speech: Speech, team: Path | None = None) -> str:
    """A template filled with data. An undefined name or field raises, because a template never guesses.

    Where a team has templates of its own, whatever goes wrong in one is told as a CasewrightError, and so is one
    that wants more than its share (see `bounds`).
    """
    if team is None:
        return _template(name, speech, None).render(context)
    try:
        with bounds.bounded():
            return bounds.joined(_template(name, speech, team).generate(context))
    except CasewrightError:
        raise
    except Exception as error:
        raise CasewrightError(_told(name, error)) from error


def _told(name: str, error: Exception) -> str:
    """What is wrong in a template of the team, or in one that it takes part in."""
    reason = REASONS.get(type(error)) or str(error).rstrip(".") or type(error).__name__
    where = (
        f" (templates/{error.name}, line {error.lineno})" if isinstance(error, TemplateSyntaxError) else ""
    )
    return (
        f"The template {name} cannot be filled: {reason}{where}. "
        "Mend it in your templates folder, or take it away there, and the one that ships is used."
    )
