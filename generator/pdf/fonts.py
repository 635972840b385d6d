"""Which fonts a paper may use: ours first, the machine's own for the scripts that ours lack."""

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


def write_configuration(folder_for_it: Path) -> Path:
    """That file, written where the caller will remove it."""
    path = folder_for_it / "fonts.conf"
    path.write_text(configuration(folder()), encoding="utf-8")
    return path
