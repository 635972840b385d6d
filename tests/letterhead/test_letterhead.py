"""The letterhead: logos of the workspace alone, whole in themselves, and in every paper that a customer reads."""

import struct
import zlib
from base64 import b64decode
from pathlib import Path

import pikepdf
import pytest

from generator.model.logos import with_logos
from generator.rules.letterheads import contrast, find
from generator.source.drawings import RefersElsewhere, check_drawing
from generator.source.logos import LARGEST, Logo, read_logo
from generator.source.rasters import bare_picture
from tests.making import at, make_case
from tests.reading import Read
from tests.team import AS_OF, run


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(*extra: bytes, width: int = 2, height: int = 2) -> bytes:
    """A small red picture with more chunks before its data."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    rows = b"".join(b"\0" + b"\xaa\x22\x22" * 2 for _ in range(2))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + b"".join(extra)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


JPEG = b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0"
    "Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9"
    "AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZn"
    "aGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP0"
    "9fb3+Pn6/9oACAEBAAA/APn+v//Z"
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{}</svg>'
SOUND = (
    '<rect width="10" height="10" fill="#0b5a54"/>',
    '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><path d="M0 0h5v5z" fill="url(#g)"/>',
    '<style>.a { fill: url(#g) }</style><circle class="a" r="3"/><use href="#x"/>',
)
ATTACKS = (
    '<image href="https://tracker.example/x.png"/>',
    '<image xlink:href="file:///etc/passwd" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
    "<script>1</script>",
    '<rect onload="1"/>',
    "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
    '<use href="other.svg#x"/>',
    '<use xlink:href="data:image/svg+xml;base64,AAAA#x" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
    '<rect fill="url(https://tracker.example/x)"/>',
    "<rect style=\"fill: URL( 'x.svg#a' )\"/>",
    '<rect style="fill: u\\72l(x)"/>',
    "<style>@import 'x.css';</style>",
    "<style>.a { background: url(x.png) }</style>",
    '<g xml:base="https://tracker.example/"><use href="#x"/></g>',
    '<a href="https://tracker.example/"><rect/></a>',
    '<animate attributeName="href" to="x"/>',
    '<text><tspan><feImage href="x"/></tspan></text>',
)


@pytest.mark.parametrize("inside", SOUND)
def test_a_drawing_of_shapes_is_let_in(inside: str) -> None:
    check_drawing(SVG.format(inside).encode())


@pytest.mark.parametrize("inside", ATTACKS)
def test_a_drawing_that_refers_elsewhere_is_refused(inside: str) -> None:
    with pytest.raises(RefersElsewhere):
        check_drawing(SVG.format(inside).encode())


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SVG.format("<text>&x;</text>"),
        '<?xml-stylesheet href="https://tracker.example/x.css"?>' + SVG.format(""),
    ],
)
def test_nothing_comes_in_before_the_drawing(text: str) -> None:
    with pytest.raises(RefersElsewhere):
        check_drawing(text.encode())


@pytest.mark.parametrize(
    "text", ["", "<svg>", "<svg/>", "<html/>", SVG.format("<g>" * 60 + "</g>" * 60), SVG[:20]]
)
def test_what_is_no_drawing_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is n"):
        check_drawing(text.encode())


def test_a_png_keeps_its_picture_and_loses_what_is_said_of_it() -> None:
    said = chunk(b"tEXt", b"Author\0Joel Park"), chunk(b"eXIf", b"MM\0*GPS"), chunk(b"pHYs", b"\0" * 9)
    bare = bare_picture(png(*said) + b"behind")
    assert bare == png(said[2])  # How large its dots are counts as picture.
    assert b"Joel" not in bare and b"GPS" not in bare and b"behind" not in bare


def test_a_jpeg_keeps_its_picture_and_loses_what_is_said_of_it() -> None:
    exif = b"\xff\xe1" + struct.pack(">H", 12) + b"Exif\0\0GPS1"
    comment = b"\xff\xfe" + struct.pack(">H", 11) + b"Joel Park"
    assert bare_picture(JPEG[:2] + exif + comment + JPEG[2:] + b"behind") == JPEG


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", png()[:-12], png()[:-1], png().replace(b"IDAT", b"IDAS"), png(width=5000, height=5000),
     png(width=0), JPEG[:-2], JPEG[:40], JPEG[:2] + b"\xff\xd9"],
)  # fmt: skip
def test_a_broken_or_huge_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="is "):
        bare_picture(data)


@pytest.mark.parametrize(
    ("path", "fault"),
    [("../out.png", "outside"), ("/etc/passwd", "outside"), ("a/../../out.png", "outside"), ("C:\\x.png", "outside"),
     ("link.png", "outside"), ("way/out.png", "outside"), ("gone.png", "missing"), ("folder", "unusable"),
     ("big.png", "unusable"), ("text.png", "unusable"), ("bad.svg", "elsewhere")],
)  # fmt: skip
def test_what_cannot_be_embedded_is_no_logo(tmp_path: Path, path: str, fault: str) -> None:
    root = tmp_path / "team"
    (root / "folder").mkdir(parents=True)
    (tmp_path / "out.png").write_bytes(png())
    (root / "link.png").symlink_to(tmp_path / "out.png")
    (root / "way").symlink_to(tmp_path)
    (root / "big.png").write_bytes(png() + b"\0" * LARGEST)
    (root / "text.png").write_text("a picture", encoding="utf-8")
    (root / "bad.svg").write_text(SVG.format(ATTACKS[0]), encoding="utf-8")
    logo = read_logo(root, path)
    assert (logo.fault, logo.data) == (fault, b"")


def test_both_logos_stand_in_the_customer_s_paper_and_in_none_of_ours(tmp_path: Path) -> None:
    customer = "name: Kestrel Outfitters\nlogo: cases/kestrel/theirs.svg\ntimezone: America/New_York\n"
    make_case(tmp_path, "", {"cases/kestrel/customer.yaml": customer, "casewright.yaml": "logo: ours.png\n"})
    (tmp_path / "ours.png").write_bytes(png(chunk(b"tEXt", b"Author\0Joel Park")))
    (tmp_path / "cases/kestrel/theirs.svg").write_text(SVG.format(SOUND[0]), encoding="utf-8")
    for audience, pictures in (("customer", 2), ("internal", 0)):
        out = tmp_path / audience
        done = run(
            "paper",
            "update",
            "kestrel/cards",
            "--audience",
            audience,
            "-C",
            tmp_path,
            "--out",
            out,
            "--as-of",
            AS_OF,
        )
        assert done.exit_code == 0, done.output
        page = Read(out / f"kestrel-cards-update.{audience}.html").tree
        sources = [str(image.get("src")) for image in page.iter("img")]
        assert [source.partition(";")[0] for source in sources] == ["data:image/png", "data:image/svg+xml"][
            :pictures
        ]
    assert b64decode(sources[0].partition(",")[2]) == png() if sources else True
    with pikepdf.open(tmp_path / "customer/kestrel-cards-update.customer.pdf") as pdf:
        assert any(one.get("/Subtype") == "/Image" for one in pdf.objects if isinstance(one, pikepdf.Stream))
    assert "pdf-refused" not in done.output


def test_a_logo_that_cannot_be_embedded_leaves_the_name(tmp_path: Path) -> None:
    make_case(tmp_path, "", {"casewright.yaml": "organisation: Harborline\nlogo: ../out.png\n"})
    done = run(
        "paper",
        "update",
        "kestrel/cards",
        "--audience",
        "customer",
        "-C",
        tmp_path,
        "--out",
        tmp_path,
        "--no-pdf",
    )
    assert done.exit_code == 0, done.output
    page = (tmp_path / "kestrel-cards-update.customer.html").read_text(encoding="utf-8")
    assert "<img" not in page and "Harborline" in page


def test_one_file_is_read_once_for_all_who_name_it(tmp_path: Path) -> None:
    customer = "name: Kestrel Outfitters\nlogo: ours.png\n"
    _, workspace = make_case(
        tmp_path, "", {"cases/kestrel/customer.yaml": customer, "casewright.yaml": "logo: ours.png\n"}
    )
    (tmp_path / "ours.png").write_bytes(png())
    assert with_logos(workspace, tmp_path).logos == {"ours.png": Logo("ours.png", png(), "image/png")}


@pytest.mark.parametrize(
    ("colour", "value"), [("#ffffff", 1.0), ("#000000", 21.0), ("#767676", 4.54), ("#0b5a54", 8.06)]
)
def test_contrast_is_that_of_the_guidelines(colour: str, value: float) -> None:
    assert contrast(colour) == pytest.approx(value, abs=0.01)


def test_what_is_just_too_pale_is_not_told_as_enough(tmp_path: Path) -> None:
    workspace = make_case(tmp_path, "", {"casewright.yaml": 'colours: {structure: "#777777"}\n'})[1]
    (finding,) = find(workspace, at("2026-03-11 14:30"))
    assert finding.message == "#777777 has a contrast of 4.47 to 1 with white; 4.5 to 1 can be read."
