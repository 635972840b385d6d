"""Shows editions to a browser on this machine, and turns its page when a new one is there."""

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from secrets import token_hex
from threading import Event, Thread
from traceback import print_exc
from urllib.parse import unquote, urlsplit

from generator.errors import CasewrightError
from generator.preview.editions import Newsroom

HOST = "127.0.0.1"
PATIENCE = 20.0
"""Seconds that a browser waits for news before it asks again."""
PAUSE = 0.4
"""Seconds between two looks at the files."""
OWN = ".casewright/"
ALWAYS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Headers of every answer: nothing is kept, guessed or told on, and no page elsewhere may show or measure a file."""
POLICY = re.compile(r"<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">")
SCRIPTS = re.compile(r"script-src ([^;]*)")
SCRIPT = """\
const own = document.currentScript.dataset;
const ask = async () => {
  try {
    const news = await (await fetch('/.casewright/news?after=' + own.edition)).json();
    if (news.edition !== own.edition) {
      const page = news.page === null ? location.pathname : '/' + news.page;
      if (page === location.pathname) location.reload(); else location.assign(page);
      return;
    }
  } catch { await new Promise(done => setTimeout(done, 1000)); }
  ask();
};
ask();
"""
NOTHING = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'\">"
    "<title>There is no such page</title></head>"
    '<body><main><p>There is no such page. <a href="/">Today</a></p></main></body></html>'
)
STYLE = """\
.casewright-news { position: sticky; top: 0; z-index: 9; max-height: 40vh; overflow: auto; margin: 0;
  padding: .8em 1.2em; background: #fdf3e2; color: #1b2523; border-bottom: 3px solid #b86e0b;
  font: 14px/1.5 'Fira Sans', system-ui, sans-serif; }
.casewright-news.stale { background: #fdeceb; border-color: #a8231f; }
.casewright-news p { margin: .2em 0; overflow-wrap: anywhere; }
@media print { .casewright-news { display: none; } }
"""


class Reader(BaseHTTPRequestHandler):
    """One request of a browser."""

    server: "Server"
    protocol_version = "HTTP/1.1"
    server_version = "casewright"
    sys_version = ""

    def do_GET(self) -> None:
        """Answers with a page, a file of the site, or the news."""
        if not self._is_meant():
            self._answer(b"This address is not served here.", "text/plain", HTTPStatus.MISDIRECTED_REQUEST)
            return
        asked = urlsplit(self.path)
        path = unquote(asked.path).lstrip("/")
        if path == f"{OWN}news":
            self._news(asked.query)
        elif path in (
            own := {f"{OWN}preview.js": (SCRIPT, "text/javascript"), f"{OWN}preview.css": (STYLE, "text/css")}
        ):
            self._answer(own[path][0].encode(), own[path][1])
        elif path == "favicon.ico":  # Every browser asks for one, and complains of an error.
            self._answer(b"", "image/x-icon")
        else:
            self._file(path)

    def _is_meant(self) -> bool:
        """Whether the browser asked this very address: a page elsewhere may have another name lead here."""
        port = self.server.server_address[1]
        return self.headers.get("Host") in (f"{HOST}:{port}", f"localhost:{port}")

    def _news(self, query: str) -> None:
        run, newsroom = self.server.run, self.server.newsroom
        found = re.fullmatch(rf"after={run}-(\d{{1,9}})", query)
        edition = newsroom.after(int(found[1]), PATIENCE) if found else newsroom.edition
        self._answer(
            json.dumps({"edition": f"{run}-{edition.number}", "page": edition.page}).encode(),
            "application/json",
        )

    def _file(self, path: str) -> None:
        edition = self.server.newsroom.edition
        name = path if path.rpartition("/")[2].count(".") else f"{path.rstrip('/')}/index.html".lstrip("/")
        good, told, older = self.server.good, edition.told, edition.is_older(name)
        try:
            data = edition.file(name)
        except CasewrightError as error:
            data, told, older = good.get(name), (str(error), *told), True
        if data is not None:
            good[name] = data
        status = HTTPStatus.OK
        if data is None and name.endswith(".html"):
            status, data = HTTPStatus.NOT_FOUND, NOTHING.encode()
        if data is None:
            self._answer(b"There is no such file.", "text/plain", HTTPStatus.NOT_FOUND)
        elif name.endswith(".html"):
            number = f"{self.server.run}-{edition.number}"
            html, policy = shown(data.decode(), _above(told, older), number)
            self._answer(html.encode(), "text/html", status, policy)
        else:
            self._answer(data, guess_type(name)[0] or "application/octet-stream")

    def _answer(
        self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK, policy: str = "default-src 'none'"
    ) -> None:
        self.send_response(status)
        text = kind.startswith("text/") or kind.endswith("json")
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", policy)
        for name, value in ALWAYS.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal is for findings."""


class Server(ThreadingHTTPServer):
    """Listens on this machine alone."""

    daemon_threads = True
    newsroom: Newsroom

    def __init__(self, port: int) -> None:
        self.run = token_hex(
            4
        )  # A page left open from the server before this one is not taken for one of ours.
        self.good: dict[str, bytes] = {}  # What was shown last at each place, for when a template is broken.
        super().__init__((HOST, port), Reader)

    def handle_error(self, *_: object) -> None:
        """Says nothing of a browser that went away before it had its answer; a bug of ours shows its traceback."""
        if not isinstance(sys.exception(), ConnectionError):
            print_exc()


def shown(html: str, above: str, edition: str) -> tuple[str, str]:
    """A page of an edition with what stands above it, and the policy under which a browser may show it."""
    found = POLICY.search(html)
    written = found[1] if found else "default-src 'none'"
    scripts = SCRIPTS.search(written)
    policy = (
        SCRIPTS.sub("", written).rstrip("; ")
        + f"; script-src 'self' {scripts[1] if scripts else ''}".rstrip()
    )
    head = f'<link rel="stylesheet" href="/{OWN}preview.css">'
    foot = f'<script src="/{OWN}preview.js" data-edition="{edition}"></script>'
    html = POLICY.sub("", html, count=1).replace("</head>", f"{head}</head>", 1)
    html = re.sub(r"(<body[^>]*>)", lambda at: at[1] + above, html, count=1)
    policy = f"{_with_own_style(policy)}; connect-src 'self'; frame-ancestors 'none'"
    return html.replace("</body>", f"{foot}</body>", 1), policy


def _with_own_style(policy: str) -> str:
    return policy if "style-src 'self'" in policy else policy.replace("style-src", "style-src 'self'", 1)


def _above(told: Sequence[str], older: bool) -> str:
    """What stands above a page."""
    lead = (
        "<p><strong>This page is older: a file that it is made of cannot be read.</strong></p>"
        if older
        else ""
    )
    lines = "".join(f"<p>{escape(line)}</p>" for line in told)
    kind = " stale" if older else ""
    return (
        f'<aside class="casewright-news{kind}" role="status">{lead}{lines}</aside>' if lead or lines else ""
    )


@contextmanager
def serving(open_newsroom: Callable[[], Newsroom], port: int) -> Iterator[str]:
    """Serves the editions until the end of the block; the address of the first page. Raises OSError for a taken port.

    The newsroom is opened, which takes a while, only once the port is ours.
    """
    with Server(port) as server:
        server.newsroom = open_newsroom()
        over = Event()
        watching = Thread(target=_watch, args=(server.newsroom, over), daemon=True)
        answering = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        watching.start()
        answering.start()
        try:
            yield f"http://{HOST}:{server.server_address[1]}/"
        finally:
            over.set()
            server.shutdown()
            watching.join()


def _watch(newsroom: Newsroom, over: Event) -> None:
    """Looks at the files until it is over. A bug of ours shows its traceback, and the next save is looked at again."""
    while not over.wait(PAUSE):
        try:
            newsroom.look()
        except Exception:
            print_exc()
