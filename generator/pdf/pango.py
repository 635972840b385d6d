"""The one native library that PDFs need, and the line that installs it."""

import shutil
from collections.abc import Mapping

from generator.errors import CasewrightError

DEBIAN = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
LINES = {
    "apt-get": f"sudo apt-get update && sudo apt-get install -y {DEBIAN}",
    "brew": "brew install pango",
    "dnf": "sudo dnf install -y pango",
    "apk": "sudo apk add pango",
    "pacman": "sudo pacman -S --noconfirm pango",
}


def install_line(lines: Mapping[str, str] = LINES) -> str:
    """The line that installs Pango here, or what else `lines` are for, by the package manager that is at hand.

    A container, where everything runs as root, has no sudo.
    """
    line = next((line for tool, line in lines.items() if shutil.which(tool)), lines["apt-get"])
    return line if shutil.which("sudo") else line.replace("sudo ", "")


class PangoMissing(CasewrightError):
    """No PDF can be made on this machine; every page still can."""

    def __init__(self) -> None:
        super().__init__(
            f"PDFs need Pango, which is not on this machine. This line installs it:\n{install_line()}"
        )
