"""Which fonts a paper may use: ours first, the machine's own for the scripts that ours lack."""

import tempfile
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import escape

FAMILY = "Fira Sans"
SYSTEM = ("/etc/fonts/fonts.conf", "/opt/homebrew/etc/fonts/fonts.conf", "/usr/local/etc/fonts/fonts.conf")


def folder() -> Path:
    """The folder of Fira Sans in static faces."""
    import fontpkg_fira_sans

    return Path(fontpkg_fira_sans.ROOT) / "files"


def configuration(own: Path) -> str:
    """A fontconfig file that finds our folder, then what the system lists."""
    includes = "".join(f'<include ignore_missing="yes">{path}</include>' for path in SYSTEM)
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig><dir>{escape(str(own))}</dir>{includes}</fontconfig>"
    )


@lru_cache(maxsize=1)
def configuration_file() -> Path:
    """That file, written once for this process and named by its content, so that workers share it."""
    text = configuration(folder())
    made = tempfile.NamedTemporaryFile("w", prefix="casewright-fonts-", suffix=".conf", delete=False)  # noqa: SIM115
    with made as file:
        file.write(text)
    return Path(made.name)
