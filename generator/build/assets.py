"""What the pages of a site share: style sheets and fonts, from the team's templates or ours."""

from pathlib import Path

from generator.render.templates import asset

SHARED = (
    "tokens.css",
    "components.css",
    "site.css",
    "narrow.css",
    "who-to-call.js",
    "fonts/fira-sans-regular.woff2",
    "fonts/fira-sans-semibold.woff2",
    "fonts/LICENSE",
)


def assets(team: Path | None) -> dict[str, bytes]:
    """Each shared file with its place in the site."""
    return {f"assets/{name}": asset(name, team) for name in SHARED}
