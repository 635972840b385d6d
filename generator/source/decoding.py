"""The text that a file's bytes stand for, or why they are no text that Casewright reads."""

import re
from collections.abc import Iterator

from generator.codes import code
from generator.finding import Finding, Place, Severity

LIMIT = 1024 * 1024
"""Bytes that one file may hold: a case of ten years stays far below it, and nothing larger is worth parsing."""

FILE_TOO_BIG = code(
    "file-too-big",
    Severity.ERROR,
    "A file is larger than 1 MiB, or holds too many parts",
    "Casewright reads files of at most 1 MiB and 20,000 lists and groups of keys. A case file is a few pages of text; "
    "what makes it larger is usually a log that was pasted into it. Save the log as a file in the folder of the case and "
    "name it under `evidence`.",
    ignorable=False,
)
FILE_NOT_UTF8 = code(
    "file-not-utf8",
    Severity.ERROR,
    "A file is not UTF-8 text",
    "Casewright reads UTF-8, the encoding that every editor of today writes. A file saved in another encoding would "
    "show wrong letters in names. Save it again with the encoding UTF-8.",
    ignorable=False,
)
CONTROL_CHARACTER = code(
    "control-character",
    Severity.ERROR,
    "A file holds a character that cannot be seen or printed",
    "Control characters come along when text is copied from a terminal, a chat or a word processor. Nobody sees "
    "them, and no paper can print them. Delete the character; the place says where it stands.",
    ignorable=False,
)
FILE_EMPTY = code(
    "file-empty",
    Severity.ERROR,
    "A file holds nothing",
    "The file is empty, or everything in it is a comment. Write its first lines, or delete the file. The smallest "
    "case has a title, the moment it was opened and its advocate.",
    ignorable=False,
)

CONTROL_BYTES = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r") + b"\x7f"
"""In UTF-8 these bytes never stand for anything but the control character itself."""
VISIBLE_BYTES = bytes(set(range(256)) - set(CONTROL_BYTES))
CONTROL = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What may not stand in a file: control characters, line breaks that editors do not show, an inner byte order
mark and the two code points that are no characters."""
NAMES = {
    "\0": "NUL",
    "\x1b": "escape",
    "\x7f": "delete",
    "\x85": "next line",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\ufeff": "byte order mark",
}
UTF16 = (b"\xff\xfe", b"\xfe\xff")
BYTE_ORDER_MARK = "\ufeff"


def decode(path: str, data: bytes) -> tuple[str, list[Finding]]:
    """The text of a file, its line ends made `\\n` and its byte order mark taken off, and what is wrong with it.

    With a finding the text is only good for an excerpt; it is empty where the file is too big.
    """
    if len(data) > LIMIT:
        whole = "The file is larger than 1 MiB, so it was not read."
        remedy = "Move what makes it so large into an evidence file of the case, and name that file here."
        return "", [FILE_TOO_BIG.at(Place(path), whole, remedy)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return legible(data), [not_utf8(path, data, error.start)]
    text = text.removeprefix(BYTE_ORDER_MARK)
    if b"\r" in data:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and not data.translate(None, VISIBLE_BYTES):
        return text, []
    return text, list(control_characters(path, text))


def legible(data: bytes) -> str:
    """What an excerpt may show of a file that is not UTF-8; nothing of UTF-16, which is every second byte NUL."""
    return "" if data.startswith(UTF16) else data.decode("utf-8", "replace")


def not_utf8(path: str, data: bytes, start: int) -> Finding:
    """The finding for the first byte that is not UTF-8."""
    before = data[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8").removeprefix(BYTE_ORDER_MARK)) + 1
    line = before.count(b"\n") + 1
    place = Place(path, line, column, line, column + 1)
    if data.startswith(UTF16):
        message = "The file is UTF-16 text, and Casewright reads UTF-8 only."
    else:
        message = f"The file is not UTF-8 text: the byte 0x{data[start]:02x} here stands for no character."
    return FILE_NOT_UTF8.at(place, message, "Save the file again with the encoding UTF-8.")


def control_characters(path: str, text: str) -> Iterator[Finding]:
    """One finding for the first character that may not stand in a file."""
    found = CONTROL.search(text)
    if found is None:
        return
    start = found.start()
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    place = Place(path, line, column, line, column + 1)
    message = f"{described(found[0])} stands here, which cannot be seen or printed."
    yield CONTROL_CHARACTER.at(place, message, "Delete that character, and type the words around it again.")


def described(char: str) -> str:
    """A character that cannot be shown, in words: its name where it has a common one, and its code point."""
    return (
        f"The character {NAMES[char]} (U+{ord(char):04X})"
        if char in NAMES
        else f"The character U+{ord(char):04X}"
    )
