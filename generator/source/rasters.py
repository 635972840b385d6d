"""PNG and JPEG pictures, read whole and left with nothing in them but the picture: no author, no place, no comment."""

import struct
import zlib
from collections.abc import Iterator

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
MOST_PIXELS = 16_000_000
"""A logo with more pixels than this would fill a printer's memory."""
SHOWN = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs"})
"""The chunks of a PNG that say how it looks."""
COLOUR_SEGMENTS = frozenset({0xE0, 0xEE})
"""Of a JPEG's application segments those that say how it looks: JFIF and Adobe."""
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
START_OF_SCAN, END, COMMENT = 0xDA, 0xD9, 0xFE


def bare_picture(data: bytes) -> bytes:
    """The picture without anything that is not shown. ValueError where it is no whole PNG or JPEG, or too large."""
    if data.startswith(PNG):
        return _bare_png(data)
    if data.startswith(JPEG):
        return _bare_jpeg(data)
    raise ValueError("is neither a PNG nor a JPEG")


def _bare_png(data: bytes) -> bytes:
    chunks = list(_chunks(data))
    if [chunks[0][0], chunks[-1][0]] != [b"IHDR", b"IEND"] or len(chunks[0][1]) != 13:
        raise ValueError("is no whole PNG")
    width, height = struct.unpack(">II", chunks[0][1][:8])
    _check_size(width, height)
    return PNG + b"".join(_chunk(name, body) for name, body in chunks if name in SHOWN)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Every chunk of a PNG with its name, up to the one that ends it."""
    at, name = len(PNG), b""
    while name != b"IEND":
        if at + 12 > len(data):
            raise ValueError("is no whole PNG")
        (length,) = struct.unpack_from(">I", data, at)
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if data[at + 8 + length : at + 12 + length] != struct.pack(">I", zlib.crc32(name + body)):
            raise ValueError("is no whole PNG")
        yield name, body
        at += 12 + length


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _bare_jpeg(data: bytes) -> bytes:
    kept, at, sized = [data[:2]], 2, False
    while True:
        if at + 4 > len(data) or data[at] != 0xFF:
            raise ValueError("is no whole JPEG")
        kind, (length,) = data[at + 1], struct.unpack_from(">H", data, at + 2)
        if kind in FRAMES and at + 9 <= len(data):
            height, width = struct.unpack_from(">HH", data, at + 5)
            _check_size(width, height)
            sized = True
        if kind == START_OF_SCAN:
            return b"".join(kept) + _scan(data[at:], sized)
        is_said = kind == COMMENT or (0xE0 <= kind <= 0xEF and kind not in COLOUR_SEGMENTS)
        kept += [] if is_said else [data[at : at + 2 + length]]
        at += 2 + length


def _scan(rest: bytes, sized: bool) -> bytes:
    """The picture's own data, up to its end; what stands behind that is no part of it."""
    end = rest.rfind(bytes((0xFF, END)))
    if end < 0 or not sized:
        raise ValueError("is no whole JPEG")
    return rest[: end + 2]


def _check_size(width: int, height: int) -> None:
    if not 0 < width * height <= MOST_PIXELS:
        raise ValueError("is larger than a logo may be")
