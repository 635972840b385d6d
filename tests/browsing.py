"""Opens pages from the disk in a real browser, and says what a reader of them would stumble over."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]
SIZES = {"phone": (320, 720), "desk": (1440, 900)}
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  const scrolls = element => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== 'visible') return true;
      if (getComputedStyle(at).position === 'absolute') return true;
    }
    return false;
  };
  const wide = [...document.body.querySelectorAll('*')].filter(
    element => element.getBoundingClientRect().right > room + 1 && !scrolls(element));
  const page = document.documentElement.scrollWidth > room ? ['the page: ' + document.documentElement.scrollWidth] : [];
  return page.concat(wide.slice(0, 5).map(element => element.tagName + '.' + element.className + ': '
    + element.textContent.trim().slice(0, 60)));
}"""
CUT_OFF = """() => [...document.body.querySelectorAll('*')].filter(element => {
  const style = getComputedStyle(element);
  return style.overflowX === 'hidden' && element.textContent.trim() && element.scrollWidth > element.clientWidth + 1;
}).map(element => element.tagName + '.' + element.className + ': ' + element.textContent.trim().slice(0, 60))"""
CUT_CHIP = """() => [...document.querySelectorAll('.chip')].filter(
  chip => chip.getClientRects().length > 1).map(chip => chip.textContent)"""


@contextmanager
def opened(browser: Browser, path: Path, size: str = "desk", scheme: Scheme = "light") -> Iterator[Page]:
    """A page from the disk at a size; everything that it asks for and fails to get is kept in `page.failed`."""
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url[:200]))
    page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
    page.on(
        "request",
        lambda request: None if request.url[:5] in ("file:", "data:") else failed.append(request.url),
    )
    try:
        page.goto(path.resolve().as_uri())
        page.evaluate("document.fonts.ready")
        assert not failed, (path, failed)
        yield page
    finally:
        page.close()


def faults_of_layout(page: Page) -> list[str]:
    """What is wider than the window, what is cut off, and chips that are broken over two lines."""
    found: list[str] = []
    for script in (TOO_WIDE, CUT_OFF, CUT_CHIP):
        found += page.evaluate(script)
    return found


def barriers(page: Page) -> list[str]:
    """What keeps somebody from reading the page, in axe's judgement: serious and critical violations."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['target']} {node.get('failureSummary', '')[:200]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"][:3]
    ]
