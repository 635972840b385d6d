"""Colours come only where they are asked for, and change no letter."""

import re
import subprocess
import sys
from dataclasses import replace

from generator.report import FORMATS, Report


def test_colours_change_no_letter_and_are_balanced(report: Report) -> None:
    coloured = FORMATS["full"](replace(report, colour=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == FORMATS["full"](report)
    assert "\x1b[1;31merror[a-person]\x1b[0m" in coloured
    assert "\x1b[1;33mwarning[c-wording]\x1b[0m" in coloured


def test_rich_is_imported_only_for_colours() -> None:
    script = (
        "import sys; from generator.report import FORMATS, Report; from generator.finding import *;"
        "one = [Finding('a', Severity.ERROR, Place('a.yaml'), 'Wrong.', 'Mend it.')];"
        "[make(Report(one)) for name, make in FORMATS.items() if name != 'sarif'];"
        "assert 'rich' not in sys.modules;"
        "FORMATS['full'](Report(one, colour=True)); assert 'rich.style' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
