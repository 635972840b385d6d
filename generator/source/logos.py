"""Reads a logo of the workspace: a picture that is whole in itself, or why it is none."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.source.disk import leads_out, link_on_the_way, read_bytes
from generator.source.drawings import RefersElsewhere, check_drawing
from generator.source.rasters import JPEG, PNG, bare_picture

LogoFault = Literal["outside", "missing", "unusable", "elsewhere"]
LARGEST = 500_000
"""Bytes that a logo may have; it is a part of every paper."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo by its path in the workspace: what is embedded of it, and as which kind of picture.

    `fault` says what is wrong instead, and `why` how, as the rest of a sentence; `data` is empty then.
    """

    path: str
    data: bytes = b""
    kind: str = ""
    fault: LogoFault | None = None
    why: str = ""


def read_logo(root: Path, path: str) -> Logo:
    """The logo at a path of the workspace in `root`; never one that a link or a way up leads to."""
    if leads_out(path) or link_on_the_way(root, path) is not None:
        return Logo(path, fault="outside", why="leads out of the workspace")
    if not os.path.lexists(root / path):
        return Logo(path, fault="missing", why="is not there")
    data, finding = read_bytes(root, path)
    if finding is not None:
        return Logo(path, fault="unusable", why="cannot be opened")
    if len(data) > LARGEST:
        return Logo(path, fault="unusable", why=f"has more than {LARGEST // 1000} KB")
    return _logo(path, data)


def _logo(path: str, data: bytes) -> Logo:
    try:
        if data.startswith((PNG, JPEG)):
            kind = "image/png" if data.startswith(PNG) else "image/jpeg"
            return Logo(path, bare_picture(data), kind)
        check_drawing(data)
        return Logo(path, data, "image/svg+xml")
    except RefersElsewhere as error:
        return Logo(path, fault="elsewhere", why=str(error))
    except ValueError as error:
        picture = str(error) if data.startswith((PNG, JPEG)) or b"<svg" in data else "is no PNG, JPEG or SVG"
        return Logo(path, fault="unusable", why=picture)
