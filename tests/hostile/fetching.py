"""Every known way to make the PDF engine fetch something, a trap that notices, and papers that hold them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PIXEL = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
CANARY = "The canary's file says quillwort-98431."
BODY = {
    "img": '<img src="{url}" alt="x">',
    "img in capitals": '<IMG SRC="{url}" ALT="x">',
    "object": '<object data="{url}" type="image/png">x</object>',
    "embed": '<embed src="{url}" type="image/png">',
    "link to a style sheet": '<link rel="stylesheet" href="{url}">',
    "link to an alternate style sheet for print": '<link rel="stylesheet" media="print" href="{url}">',
    "link that attaches": '<link rel="attachment" href="{url}" title="x">',
    "anchor that attaches": '<a rel="attachment" href="{url}">x</a>',
    "area that attaches": '<map name="m"><area rel="attachment" href="{url}" shape="rect" coords="0,0,9,9"></map>',
    "base and a relative picture": '<base href="{url}"><img src="a.png" alt="x">',
    "style element that imports": '<style>@import "{url}";</style>',
    "style element that imports by url()": "<style>@import url({url});</style>",
    "style attribute": '<p style="background: url({url})">x</p>',
    "picture inside a drawing": '<svg width="9" height="9"><image href="{url}" width="9" height="9"/></svg>',
    "picture inside a drawing by xlink": '<svg width="9" height="9" xmlns:xlink="http://www.w3.org/1999/xlink">'
    '<image xlink:href="{url}" width="9" height="9"/></svg>',
    "use inside a drawing": '<svg width="9" height="9"><use href="{url}#x"/></svg>',
    "style inside a drawing": '<svg width="9" height="9"><style>@import "{url}";</style><rect width="9" height="9"/></svg>',
    "a drawing as a picture that holds a picture": "<img alt='x' src=\"data:image/svg+xml,"
    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='{url}' width='9' height='9'/></svg>\">",
    "a style sheet as an address that imports": '<link rel="stylesheet" href="data:text/css,@import \'{url}\';">',
    "an attachment as an address": '<a rel="attachment" href="data:text/plain,{url}">x</a>',
    "an input that is a picture": '<input type="image" src="{url}" alt="x">',
    "a picture in a table's heading": '<table><thead><tr><th><img src="{url}" alt="x"></th></tr></thead></table>',
}
STYLE = {
    "@import": '@import "{url}";',
    "@import of a layer and medium": "@import url({url}) print;",
    "@font-face": "@font-face {{ font-family: X; src: url({url}) }} p {{ font-family: X }}",
    "@font-face among several": "@font-face {{ font-family: X; src: local(none), url({url}) format('woff2') }} "
    "p {{ font-family: X }}",
    "@page": "@page {{ background: url({url}) }}",
    "@page margin box": "@page {{ @top-left-corner {{ content: url({url}) }} }}",
    "@page margin box of the first page": "@page :first {{ @bottom-right-corner {{ content: url({url}) }} }}",
    "@media": "@media print {{ p {{ background: url({url}) }} }}",
    "background": "p {{ background: url({url}) }}",
    "background-image in quotes": "p {{ background-image: url('{url}') }}",
    "several backgrounds": "p {{ background: url({url}), url({url}?2) }}",
    "background of the root": ":root {{ background: url({url}) }}",
    "list-style-image": "p {{ display: list-item; list-style-image: url({url}) }}",
    "list-style": "p {{ display: list-item; list-style: url({url}) }}",
    "content before": "p::before {{ content: url({url}) }}",
    "content after": "p::after {{ content: 'x' url({url}) }}",
    "content of the element itself": "p {{ content: url({url}) }}",
    "a footnote's call": "p::footnote-call {{ content: url({url}) }} p {{ float: footnote }}",
    "a marker": "p {{ display: list-item }} p::marker {{ content: url({url}) }}",
    "border-image": "p {{ border: 9px solid; border-image: url({url}) 3 }}",
    "border-image-source": "p {{ border: 9px solid; border-image-source: url({url}) }}",
    "mask-border": "p {{ mask-border-source: url({url}) }}",
    "a variable": ":root {{ --x: url({url}) }} p {{ background: var(--x) }}",
    "a variable's fallback": "p {{ background: var(--none, url({url})) }}",
    "a running element": "p {{ position: running(x) }} p::before {{ content: url({url}) }} "
    "@page {{ @top-left {{ content: element(x) }} }}",
    "an escaped word": "p {{ background: u\\72l({url}) }}",
    "an address with escapes": "p {{ background: url('{escaped}') }}",
    "capitals": "p {{ BACKGROUND: URL({url}) }}",
    "bookmark and string": "p {{ string-set: x 'y'; background: url({url}) }}",
}
UNASKED = {
    "area that attaches",
    "use inside a drawing",
    "style inside a drawing",
    "an input that is a picture",
    "content of the element itself",
}
"""Ways that browsers know and this engine does not: it prints the paper and asks for nothing."""


@dataclass
class Trap:
    """A server that answers with a picture and remembers who came; `url` leads to it."""

    url: str
    asked: list[str] = field(default_factory=list)


@contextmanager
def trap() -> Iterator[Trap]:
    """A trap on 127.0.0.1 while the block runs."""
    set_up = Trap("")

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            set_up.asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        do_HEAD = do_POST = do_OPTIONS = do_GET

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    set_up.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield set_up
    finally:
        server.shutdown()
        server.server_close()


def escaped(url: str) -> str:
    """An address with every letter as a CSS escape."""
    return "".join(f"\\{ord(letter):06x}" for letter in url)


def ways(url: str) -> Iterator[tuple[str, str, str]]:
    """The name of each way, what it puts into a paper's body, and what into its style sheet."""
    for name, body in BODY.items():
        yield name, body.format(url=url), ""
    for name, style in STYLE.items():
        yield name, "", style.format(url=url, escaped=escaped(url))


def canary_in(folder: Path) -> Path:
    """A file that no paper may hold a word of."""
    path = folder / "canary.txt"
    path.write_text(CANARY, encoding="utf-8")
    return path
