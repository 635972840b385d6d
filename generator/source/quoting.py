"""Text put in quotes so that YAML reads it as it was meant, for the corrected lines that remedies show."""

LONGEST = 400
"""Characters of a corrected line that a remedy shows; a longer one is cut in its middle."""

ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def quoted(text: str) -> str:
    """The text as one YAML scalar in quotes: double ones, or single ones where that needs no backslash."""
    if '"' not in text and "\\" not in text and text.isprintable():
        return f'"{text}"'
    if "'" not in text and text.isprintable():
        return f"'{text}'"
    return '"' + "".join(escaped(char) for char in text) + '"'


def escaped(char: str) -> str:
    """One character as it stands between double quotes."""
    if char in ESCAPES:
        return ESCAPES[char]
    if char.isprintable() or ord(char) > 0xFFFF:
        return char
    return f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}"


def shown(line: str, indented: bool = False) -> str:
    """A corrected line as a remedy shows it: between backticks, and without its indentation unless that matters."""
    line = line.rstrip() if indented else line.strip()
    if len(line) > LONGEST:
        line = f"{line[: LONGEST // 2]} ... {line[-LONGEST // 2 :]}"
    return f"`{line}`"
