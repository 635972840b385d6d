"""PDFs: the same bytes for the same paper, nothing fetched, nothing missing without a word, nothing that hangs."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from generator.pdf import PangoMissing, PdfJob, PdfResult, print_all
from generator.pdf.pango import install_line

AS_OF = 1773253800
PIXEL = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PAGE = (
    '<!doctype html><html lang="en"><head><title>A paper</title><meta name="author" content="Harborline">'
    "<style>{style} :root {{ font-family: 'Fira Sans' }}</style></head><body><h1>A paper</h1>{body}</body></html>"
)
PRINT_ONE = """
import hashlib, sys
from generator.pdf import PdfJob, print_all
if __name__ == "__main__":
    (made,) = print_all([PdfJob("a", sys.argv[1], 1773253800)], 1)
    print(hashlib.sha256(made.pdf).hexdigest())
"""


def page(body: str = "<p>Příliš žluťoučký, Nguyễn Thị Mai.</p>", style: str = "") -> str:
    return PAGE.format(body=body, style=style)


def printed(*htmls: str, pictures: frozenset[str] = frozenset(), limit: float = 60) -> dict[str, PdfResult]:
    jobs = [PdfJob(str(number), html, AS_OF, pictures) for number, html in enumerate(htmls)]
    return {made.key: made for made in print_all(jobs, 2, limit)}


def is_clean(made: PdfResult) -> bool:
    """Whether it is printed, with nothing fetched, missing or warned of."""
    return bool(made.pdf) and not (made.failure or made.refused or made.missing or made.warnings)


def test_a_paper_is_tagged_named_and_in_our_own_letters() -> None:
    made = printed(page())["0"]
    assert is_clean(made)
    assert (made.pages, made.fallbacks) == (1, ())
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.Lang == "en"
        assert (pdf.docinfo["/Title"], pdf.docinfo["/Author"]) == ("A paper", "Harborline")
        assert "/CreationDate" not in pdf.docinfo
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"


def test_the_same_paper_is_the_same_bytes_in_any_process_and_folder(tmp_path: Path, repository: Path) -> None:
    script = tmp_path / "print_one.py"
    script.write_text(PRINT_ONE, encoding="utf-8")
    digests = set()
    for seed, folder in (("1", tmp_path), ("2", repository)):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": str(repository),
            "TZ": f"UTC+{seed}",
        }
        digests.add(
            subprocess.run(
                [sys.executable, script, page()],
                cwd=folder,
                env=environment,
                capture_output=True,
                check=True,
                text=True,
            ).stdout
        )
    assert len(digests) == 1


def test_papers_printed_one_after_another_do_not_mix() -> None:
    alone = printed(page())["0"].pdf
    among = printed(page("<p>佐藤</p>"), page(), page("<b>x</b>"), page(), page())
    assert {among[key].pdf for key in "134"} >= {alone}
    assert among["1"].pdf == among["3"].pdf == among["4"].pdf == alone


@pytest.mark.parametrize(
    ("body", "style"),
    [
        ('<img src="https://x.example/a.png" alt="x">', ""),
        ('<img src="file:///etc/passwd" alt="x">', ""),
        (f'<img src="{PIXEL}" alt="x">', ""),
        ('<svg width="9" height="9"><image href="file:///etc/passwd" width="9" height="9"/></svg>', ""),
        ('<link rel="attachment" href="file:///etc/passwd">', ""),
        ('<object data="file:///etc/passwd"></object>', ""),
        ("<p>x</p>", "@import 'https://x.example/a.css';"),
        ("<p>x</p>", "p { background: url(https://x.example/a.png) }"),
        (
            "<p>x</p>",
            "@font-face { font-family: X; src: url(https://x.example/a.woff) } p { font-family: X }",
        ),
        ("<p>x</p>", "li { list-style-image: url(https://x.example/a.png) } </style><ul><li>x</ul><style>"),
    ],
)
def test_a_paper_that_asks_for_anything_from_outside_is_not_printed(body: str, style: str) -> None:
    made = printed(page(body, style))["0"]
    assert made.refused
    assert not made.pdf
    assert made.failure


def test_a_picture_that_the_job_names_is_printed() -> None:
    made = printed(page(f'<img src="{PIXEL}" alt="Harborline">'), pictures=frozenset({PIXEL}))["0"]
    assert is_clean(made)


def test_a_letter_that_no_font_has_is_named() -> None:
    made = printed(page("<p>one \u1b05 two \u1b05 three \U000e0100</p>"))["0"]
    assert "\u1b05" in made.missing
    assert not is_clean(made)


def test_a_font_that_stood_in_is_named() -> None:
    made = printed(page("<p>\u2603</p>"))["0"]
    assert made.fallbacks or made.missing


def test_what_the_engine_warns_of_comes_back() -> None:
    made = printed(page(style="p { colour: red }"))["0"]
    assert any("colour" in line for line in made.warnings)


def test_a_paper_that_takes_too_long_fails_alone() -> None:
    endless = page("<p>" + "word " * 400_000 + "</p>")
    made = printed(endless, page(), page(), limit=2)
    assert "more than 2 seconds" in made["0"].failure
    assert is_clean(made["1"])
    assert is_clean(made["2"])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process to an amount of memory")
def test_a_paper_that_would_fill_the_memory_fails_alone() -> None:
    vast = page('<table><tr><td colspan="500000000">x</td></tr></table>')
    made = printed(vast, page())
    assert "more than 2 GB of memory" in made["0"].failure
    assert is_clean(made["1"])


def test_a_paper_that_the_engine_cannot_stand_fails_alone() -> None:
    made = printed(page("<div>" * 3_000), page())
    assert made["0"].failure
    assert is_clean(made["1"])


def test_nothing_to_print_starts_nothing() -> None:
    assert printed() == {}


def test_without_pango_the_line_that_installs_it_comes_back(tmp_path: Path, repository: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango')", encoding="utf-8")
    (tmp_path / "print_one.py").write_text(PRINT_ONE, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{repository}"}
    run = subprocess.run(
        [sys.executable, tmp_path / "print_one.py", page()],
        env=environment,
        capture_output=True,
        check=False,
        text=True,
        timeout=30,
    )
    assert run.stderr.rstrip().endswith(install_line())
    assert "PangoMissing" in run.stderr


def test_the_line_that_installs_pango_is_one_line() -> None:
    assert install_line() in str(PangoMissing())
    assert "\n" not in install_line()
