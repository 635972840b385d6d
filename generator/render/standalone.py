"""A paper's HTML that opens from disk alone: its letters inside it."""

from base64 import b64encode
from functools import lru_cache
from pathlib import Path

from generator.render.templates import asset

FACES = ((400, "fonts/fira-sans-regular.woff2"), (600, "fonts/fira-sans-semibold.woff2"))


@lru_cache(maxsize=4)
def font_faces(team: Path | None = None) -> str:
    """The style element that carries Fira Sans in two weights (Latin with Vietnamese), 55 KB."""
    rules = "".join(
        f"@font-face{{font-family:'Fira Sans';font-weight:{weight};"
        f"src:url(data:font/woff2;base64,{b64encode(asset(name, team)).decode()}) format('woff2')}}"
        for weight, name in FACES
    )
    return f"<style>{rules}</style>"


def standalone(html: str, team: Path | None = None) -> str:
    """The same paper as it is written to disk; the PDF is made from `html` itself and takes its fonts elsewhere."""
    return html.replace("</head>", font_faces(team) + "</head>", 1)
