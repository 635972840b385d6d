"""What the pages of a site share: style sheets and fonts, from the team's templates or ours."""

from pathlib import Path

from generator.render.templates import asset

SHARED = (
    "tokens.css",
    "components.css",
    "site.css",
    "narrow.css",
    "fonts/fira-sans-regular.woff2",
    "fonts/fira-sans-semibold.woff2",
    "fonts/LICENSE",
)


INSIDE = ("who-to-call.js",)
"""What only pages of our own site use."""


def assets(team: Path | None, *, inside: bool = False) -> dict[str, bytes]:
    """Each shared file with its place in the site; those of our own site too where it is `inside`."""
    return {f"assets/{name}": asset(name, team) for name in (*SHARED, *(INSIDE if inside else ()))}
