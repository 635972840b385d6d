"""Shows editions to a browser on this machine, and turns its page when a new one is there."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from threading import Event, Thread
from urllib.parse import unquote, urlsplit

from generator.preview.editions import Edition, Newsroom

HOST = "127.0.0.1"
PATIENCE = 20.0
"""Seconds that a browser waits for news before it asks again."""
PAUSE = 0.4
"""Seconds between two looks at the files."""
OWN = ".casewright/"
ALWAYS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
POLICY = re.compile(r"<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">")
SCRIPTS = re.compile(r"script-src ([^;]*)")
SCRIPT = """\
const own = document.currentScript.dataset;
const ask = async () => {
  try {
    const news = await (await fetch('/.casewright/news?after=' + own.edition)).json();
    if (String(news.edition) !== own.edition) {
      const page = news.page === null ? location.pathname : '/' + news.page;
      if (page === location.pathname) location.reload(); else location.assign(page);
      return;
    }
  } catch { await new Promise(done => setTimeout(done, 1000)); }
  ask();
};
ask();
"""
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
        found = re.search(r"after=(\d{1,9})", query)
        edition = self.server.newsroom.after(int(found[1]) if found else -1, PATIENCE)
        news = {"edition": edition.number, "page": edition.page if edition.page in edition.files else None}
        self._answer(json.dumps(news).encode(), "application/json")

    def _file(self, path: str) -> None:
        edition = self.server.newsroom.edition
        name = path if path in edition.files else f"{path.rstrip('/')}/index.html".lstrip("/")
        data = edition.files.get(name)
        if data is None:
            self._answer(b"There is no such page.", "text/plain", HTTPStatus.NOT_FOUND)
        elif name.endswith(".html"):
            html, policy = shown(data.decode(), edition)
            self._answer(html.encode(), "text/html", policy=policy)
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

    def __init__(self, port: int, newsroom: Newsroom) -> None:
        self.newsroom = newsroom
        super().__init__((HOST, port), Reader)


def shown(html: str, edition: Edition) -> tuple[str, str]:
    """A page with what is to be told above it, and the policy under which a browser may show it."""
    found = POLICY.search(html)
    written = found[1] if found else "default-src 'none'"
    scripts = SCRIPTS.search(written)
    policy = (
        SCRIPTS.sub("", written).rstrip("; ")
        + f"; script-src 'self' {scripts[1] if scripts else ''}".rstrip()
    )
    head = f'<link rel="stylesheet" href="/{OWN}preview.css">'
    foot = f'<script src="/{OWN}preview.js" data-edition="{edition.number}"></script>'
    html = POLICY.sub("", html, count=1).replace("</head>", f"{head}</head>", 1)
    html = re.sub(r"(<body[^>]*>)", lambda at: at[1] + _above(edition), html, count=1)
    return html.replace("</body>", f"{foot}</body>", 1), f"{_with_own_style(policy)}; connect-src 'self'"


def _with_own_style(policy: str) -> str:
    return policy if "style-src 'self'" in policy else policy.replace("style-src", "style-src 'self'", 1)


def _above(edition: Edition) -> str:
    if not edition.told:
        return ""
    kind = " stale" if edition.stale else ""
    lead = (
        "<p><strong>These pages are older: the file just saved cannot be read.</strong></p>"
        if edition.stale
        else ""
    )
    lines = "".join(f"<p>{escape(line)}</p>" for line in edition.told)
    return f'<aside class="casewright-news{kind}" role="status">{lead}{lines}</aside>'


@contextmanager
def serving(newsroom: Newsroom, port: int) -> Iterator[str]:
    """Serves the editions until the end of the block; the address of the first page. Raises OSError for a taken port."""
    server, over = Server(port, newsroom), Event()

    def watch() -> None:
        while not over.wait(PAUSE):
            newsroom.look()

    threads = [Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}), Thread(target=watch)]
    for thread in threads:
        thread.daemon = True
        thread.start()
    try:
        yield f"http://{HOST}:{server.server_address[1]}/"
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        threads[1].join()
