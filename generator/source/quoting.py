"""Text put in quotes so that YAML reads it as it was meant, for the corrected lines that remedies show."""

import re

LONGEST = 400
"""Characters of a corrected line that a remedy shows; a longer one is cut in its middle."""

UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What cannot stand in a line of YAML as itself."""
ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def quoted(text: str) -> str:
    """The text as one YAML scalar in quotes: double ones, or single ones where that needs no backslash."""
    plain = UNSAFE.search(text) is None
    if plain and '"' not in text and "\\" not in text:
        return f'"{text}"'
    if plain and "'" not in text:
        return f"'{text}'"
    return '"' + UNSAFE.sub(escape, text.replace("\\", "\\\\").replace('"', '\\"')) + '"'


def escape(found: re.Match[str]) -> str:
    """A character that cannot stand in a line, as it is written between double quotes."""
    char = found[0]
    return ESCAPES.get(char) or (f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}")


def shown(line: str, indented: bool = False) -> str:
    """A corrected line as a remedy shows it: between backticks, and without its indentation unless that matters."""
    line = line.rstrip() if indented else line.strip()
    if len(line) > LONGEST:
        line = f"{line[: LONGEST // 2]} ... {line[-LONGEST // 2 :]}"
    return f"`{line}`"
