"""A drawing that a stranger hands in as a logo asks for nothing, runs nothing, and repeats itself within bounds."""

import time

import pytest

from generator.source.drawings import RefersElsewhere, check_drawing

SVG = "http://www.w3.org/2000/svg"


def drawing(inner: str) -> bytes:
    return (
        f'<svg xmlns="{SVG}" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{inner}</svg>'.encode()
    )


def repeated(levels: int, many: int, one: str, around: str) -> bytes:
    """A part that repeats another so many times, which repeats another, and so on."""
    parts = ['<rect id="p0" width="1" height="1"/>']
    parts += [around.format(at) % (one.format(at - 1) * many) for at in range(1, levels)]
    return drawing(f"<defs>{''.join(parts)}</defs>" + one.format(levels - 1))


USE = ('<use href="#p{}"/>', '<g id="p{}">%s</g>')
PATTERN = (
    '<rect width="1" height="1" fill="url(#p{})"/>',
    '<pattern id="p{}" width="1" height="1">%s</pattern>',
)
REPEATING = {
    "ten to the eighth": repeated(9, 10, *USE),
    "two to the fortieth": repeated(41, 2, *USE),
    "four to the thirtieth, by patterns": repeated(31, 4, *PATTERN),
    "itself": drawing('<g id="a"><use href="#a"/></g>'),
    "itself by another": drawing('<g id="a"><use x:href="#b"/></g><g id="b"><use href="#a"/></g>'),
    "a mask by itself": drawing('<mask id="m"><rect mask="url(#m)"/></mask><rect mask="url(#m)"/>'),
    "a long chain": drawing("".join(f'<g id="p{at}"><use href="#p{at + 1}"/></g>' for at in range(20_000))),
}
ASKING = {
    "a script of a page": '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
    "a frame of a page": '<iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="x"/>',
    "an import in two pieces": '<style>@imp<title/>ort "http://trap.example/";</style>',
    "an import in a section": '<style>@imp<![CDATA[ort "http://trap.example/";]]></style>',
    "a set of pictures": '<style>rect { fill: image-set("http://trap.example/" 1x) }</style>',
    "a source": '<style>rect { fill: src("http://trap.example/") }</style>',
    "an address behind a line": '<rect fill="url( &#10; http://trap.example/)"/>',
    "a drawing elsewhere": '<use href="other.svg#a"/>',
    "a picture": '<image href="data:image/png;base64,AAAA"/>',
    "an answer to a click": '<rect onclick="alert(1)"/>',
    "a page within": "<foreignObject><p>x</p></foreignObject>",
    "a change of an address": '<animate attributeName="href" to="javascript:alert(1)"/>',
}


@pytest.mark.parametrize("data", REPEATING.values(), ids=REPEATING)
def test_a_drawing_that_repeats_itself_without_end_is_refused_at_once(data: bytes) -> None:
    begun = time.process_time()
    with pytest.raises(ValueError, match=r"circle|repeats|nested"):
        check_drawing(data)
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("inner", ASKING.values(), ids=ASKING)
def test_a_drawing_that_asks_or_runs_is_refused(inner: str) -> None:
    with pytest.raises(RefersElsewhere):
        check_drawing(drawing(inner))


def test_a_drawing_of_many_coloured_shapes_that_repeats_a_few_is_let_in() -> None:
    shapes = '<path id="a{}" d="M0 0h9" fill="#0b5a54" stroke="#ffffff"/>'
    inner = "".join(shapes.format(at) for at in range(2_000))
    clip = '<clipPath id="c"><use x:href="#a1" overflow="visible"/></clipPath><g clip-path="url(#c)"><use href="#a2"/></g>'
    check_drawing(drawing(f"<defs>{clip}</defs>{inner}<style>.b {{ fill: url(#g) }}</style>"))
