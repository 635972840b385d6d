"""The rig that looks for tokens has teeth: it finds one in every form in which a file could hold it."""

import json
import quopri
from base64 import b64encode, urlsafe_b64encode

import pytest

from tests.leaks.rig import tokens_in
from tests.leaks.schema import schema_texts
from tests.leaks.sowing import SECTIONS, Sown, phone, word
from tests.leaks.theirs import all_texts

TOKEN = word(4711)
SAID = f"The {TOKEN} sings in the night"
WRITTEN = {
    "plainly": SAID,
    "in capitals": SAID.upper(),
    "with a hyphen": SAID.replace("canary", "can\u2010\nary"),
    "with soft hyphens": "\u00ad".join(SAID),
    "with tags between": SAID.replace("canary", "can&shy;ary"),
    "over two lines": SAID.replace("canary", "can\nary"),
    "in wide letters": "".join(chr(ord(one) + 0xFEE0) if one.isalpha() else one for one in SAID),
    "in percent": "".join(f"%{ord(one):02x}" for one in SAID),
    "in HTML, decimal": "".join(f"&#{ord(one)};" for one in SAID),
    "in HTML, hexadecimal": "".join(f"&#x{ord(one):X};" for one in SAID),
    "in JSON": "".join(f"\\u{ord(one):04x}" for one in SAID),
    "in braces": "".join(f"\\u{{{ord(one):x}}}" for one in SAID),
    "in CSS": "".join(f"\\{ord(one):x} " for one in SAID),
    "in hexadecimal": "".join(f"\\x{ord(one):02x}" for one in SAID),
    "in octal": "".join(f"\\{ord(one):03o}" for one in SAID),
    "quoted and printable": "".join(f"={ord(one):02X}" for one in SAID),
    "quoted with a soft break": quopri.encodestring(f"{'x' * 70} {SAID}".encode()).decode(),
    "in base64": b64encode(SAID.encode()).decode(),
    "in base64 of one letter more": b64encode(f".{SAID}".encode()).decode(),
    "in base64 of two letters more": b64encode(f"..{SAID}".encode()).decode(),
    "in base64 behind other letters": "x" + b64encode(SAID.encode()).decode(),
    "in base64 for addresses": urlsafe_b64encode(f"{SAID}\xff".encode()).decode(),
    "in a picture's address": f"data:text/html;base64,{b64encode(SAID.encode()).decode()}",
    "in a list of JSON": json.dumps([SAID]),
}


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_a_token_is_found_however_it_is_written(written: str) -> None:
    assert tokens_in(f"<p>{written}</p>".encode()) == {TOKEN}


@pytest.mark.parametrize("written", ["+1 604 555 0117", "(604) 555-0117, 1 604 555 0117", "tel:+16045550117"])
def test_a_number_is_found_however_its_digits_are_grouped(written: str) -> None:
    assert tokens_in(written.encode()) == {phone(40417)}


IN_PDF = {
    "its text": f"<p style='width:2cm;text-transform:uppercase;hyphens:auto;text-align:justify'>{SAID}</p>",
    "its title": f"<title>{SAID}</title>",
    "its description": f'<meta name="description" content="{SAID}">',
    "its outline": f"<h1 style=\"bookmark-label:'{SAID}'\">x</h1>",
    "a link": f'<a href="https://x.example/{TOKEN}">x</a>',
    "a name": f'<p id="{TOKEN}">x</p><a href="#{TOKEN}">y</a>',
    "a field": f'<form><input name="{TOKEN}" style="appearance:auto"></form>',
    "an attachment": f'<link rel="attachment" href="data:text/plain,{TOKEN}">',
    "text that nobody sees": f'<p style="color:white;font-size:1pt">{SAID}</p>',
}


@pytest.mark.parametrize("body", IN_PDF.values(), ids=IN_PDF)
def test_a_token_is_found_in_every_part_of_a_pdf(body: str) -> None:
    from weasyprint import HTML

    data = HTML(string=f"<html lang=en><head>{body}").write_pdf(pdf_tags=True, pdf_forms=True)
    assert tokens_in(data) == {TOKEN}


def test_every_text_field_of_the_schema_is_sown(everything: Sown) -> None:
    sown = {text.field for text in all_texts(everything, "kestrel/cards")}
    schema = schema_texts()
    assert len(schema) > 300
    assert sown == schema
    assert set(SECTIONS) == set(everything.trees["cases/kestrel/cards.yaml"]["customer_sees"])
