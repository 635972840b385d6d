"""Our own safe HTML as plain text."""

import re
from html.parser import HTMLParser


class _Writer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.lists: list[int | None] = []
        self.href = ""
        self.linked = ""
        self.title = ""
        self.fresh = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "ul":
            self.lists.append(None)
        elif tag == "ol":
            self.lists.append(int(values.get("start") or 1))
        elif tag == "li":
            self.parts.append(f"\n{self._mark()} ")
            self.fresh = True
        elif tag == "p" and self.lists and not self.fresh:
            self.parts.append("\n" + "  " * len(self.lists))
        elif tag == "br":
            self.parts.append("\n")
        elif tag == "a":
            self.href, self.linked, self.title = values.get("href") or "", "", values.get("title") or ""

    def _mark(self) -> str:
        inset = "  " * (len(self.lists) - 1)
        number = self.lists[-1] if self.lists else None
        if number is None:
            return f"{inset}-"
        self.lists[-1] = number + 1
        return f"{inset}{number}."

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self.lists.pop()
            self.parts.append("\n" if self.lists else "\n\n")
        elif tag in ("p", "blockquote") and not self.lists:
            self.parts.append("\n\n")
        elif tag == "a":
            known = self.linked in (self.href, self.href.partition(":")[2])
            behind = [*([] if known else [self.href]), *([f'"{self.title}"'] if self.title else [])]
            self.parts.append(f" ({' '.join(behind)})" if behind else "")

    def handle_data(self, data: str) -> None:
        self.linked += data
        self.fresh = self.fresh and not data.strip()
        self.parts.append(
            re.sub(r"\s+", " ", data) if data.strip() else " " * (data != "" and "\n" not in data)
        )


def plain(html: str) -> str:
    """The text of safe HTML, blocks apart by an empty line."""
    writer = _Writer()
    writer.feed(html)
    writer.close()
    text = re.sub(r"[ \t]+\n", "\n", "".join(writer.parts))
    return re.sub(r"\n{3,}", "\n\n", text).strip()
