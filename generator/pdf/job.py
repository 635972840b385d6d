"""What goes to the PDF engine and what comes back, small enough to travel between processes."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PdfJob:
    """A paper to print: `key` names it to the caller, `as_of` (seconds since 1970, UTC) is the only clock it sees.

    `pictures` are the `data:` addresses that its HTML may hold, logos; every other address is refused.
    """

    key: str
    html: str
    as_of: int
    pictures: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A printed paper and what the engine had to say.

    `failure` is a sentence when there is no PDF; `refused` the addresses that the paper tried to fetch, which fails
    it; `missing` the characters that no font here holds; `fallbacks` the fonts that stood in for Fira Sans;
    `warnings` whatever else the engine logged. `written` are the pages that its parts take; `short` names the parts, by
    the ids at their ends, that leave the last of several pages nearly empty.
    """

    key: str
    pdf: bytes = b""
    pages: int = 0
    failure: str = ""
    refused: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    fallbacks: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    headless: tuple[int, ...] = ()
    written: int = 0
    short: tuple[str, ...] = ()
