"""What a person types in a prose field can do nothing on a page, and stays there to be read."""

import html
import time
from xml.etree.ElementTree import Element

import html5lib  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.markup import to_html, to_line, to_text

ATTACKS = """\
<script>alert(1)</script>
<SCRIPT SRC=https://x.example/a.js></SCRIPT>
<img src=x onerror=alert(1)>
<img src="javascript:alert(1)">
<svg/onload=alert(1)>
<svg><script>alert(1)</script></svg>
<iframe src="https://x.example"></iframe>
<object data="data:text/html,x"></object>
<embed src="x">
<link rel=stylesheet href=https://x.example/a.css>
<link rel="attachment" href="file:///etc/passwd">
<style>@import 'https://x.example/a.css'</style>
<style>p{background:url(https://x.example/a.png)}</style>
<base href="https://x.example/">
<meta http-equiv="refresh" content="0;url=https://x.example">
<form action=https://x.example><input name=a></form>
<a href="javascript:alert(1)">x</a>
<a href="https://x.example" onclick="alert(1)">x</a>
<p style="position:fixed">x</p>
<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<!-- hidden --><b>x</b>
<![CDATA[<script>alert(1)</script>]]>
<?php echo 1 ?>
<template><script>alert(1)</script></template>
<x onmouseover=alert(1)>x</x>
<<script>alert(1)//<</script>
</p></td></table><script>alert(1)</script>
[x](javascript:alert(1))
[x](JaVaScRiPt:alert(1))
[x](java&#115;cript:alert(1))
[x](&#x6A;avascript:alert(1))
[x](vbscript:msgbox(1))
[x](data:text/html;base64,PHNjcmlwdD4=)
[x](file:///etc/passwd)
[x](//x.example/a)
[x](../../secret.html)
[x](#top)
[x](https://x.example/"onmouseover="alert(1))
[x](<javascript:alert(1)>)
[x](https://x.example "t\\" onclick=\\"alert(1)")
[x]( javascript:alert(1))
[x](\tjavascript:alert(1))
![x](https://x.example/a.png)
![x](javascript:alert(1))
![x][1]
<javascript:alert(1)>
<data:text/html,x>
[x][1]
[1]: javascript:alert(1)
{: onclick="alert(1)" }
# x {: style="position:fixed" }
`<script>alert(1)</script>`
    <script>alert(1)</script>
> <script>alert(1)</script>
- <img src=x onerror=alert(1)>
**<script>alert(1)</script>**
&lt;script&gt;alert(1)&lt;/script&gt;
<scr<script>ipt>alert(1)</scr</script>ipt>
{{ 7 * 7 }}{% include "/etc/passwd" %}
""".splitlines()
HARMLESS = {"p", "br", "strong", "em", "code", "a", "ul", "ol", "li", "blockquote"}


def elements(text: str) -> list[Element]:
    """Every element that a browser would see in a piece of a page."""
    tree = html5lib.parseFragment(text, namespaceHTMLElements=False)
    return [element for element in tree.iter() if element is not tree]


def visible(text: str) -> str:
    """What a reader sees, without white space."""
    tree = html5lib.parseFragment(text, namespaceHTMLElements=False)
    return "".join("".join(tree.itertext()).split())


@pytest.mark.parametrize("render", [to_html, to_line])
@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_becomes_text(attack: str, render: object) -> None:
    made = render(attack)  # type: ignore[operator]
    for element in elements(made):
        assert element.tag in HARMLESS, made
        assert set(element.attrib) <= {"href", "title", "rel", "start"}, made
        address = element.get("href", "https://")
        assert address.startswith(("https://", "http://", "mailto:")), made


@pytest.mark.parametrize("attack", [one for one in ATTACKS if one.startswith("<") and "[" not in one])
def test_typed_html_stays_readable(attack: str) -> None:
    assert visible(to_html(attack)) == "".join(attack.split())


@pytest.mark.parametrize(
    "typed",
    [
        "&lt;b&gt; & &amp; &copy; &#106; &#x6A; AT&T R&D; x&y",
        "`&lt;b&gt; & &amp;`",
        "https://a.example/?x=1&y=2&lt;=3",
        "<https://a.example/?x=1&copy=2>",
        "**&lt;** [&lt;](https://a.example/?x=1&y=2)",
        "<ines&co@a.example>",
        "<ines@a.example>",
        "- &lt;\n- `&`",
    ],
)
def test_an_ampersand_is_read_as_it_was_typed(typed: str) -> None:
    wanted = "".join(letter for letter in typed if letter not in "`*<>[]- \n").partition("(")[0]
    for render in (to_html, to_line):
        assert visible(render(typed)).translate(dict.fromkeys(map(ord, "<>-"))) == wanted.replace("-", "")
    assert [link.get("href") for link in elements(to_html(typed)) if link.tag == "a"] in (
        [],
        ["https://a.example/?x=1&y=2&lt;=3"],
        ["https://a.example/?x=1&copy=2"],
        ["https://a.example/?x=1&y=2"],
        ["mailto:ines@a.example"],
    )


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "../x.html", "#top", "//x.example/a"]
)
def test_a_link_that_leads_nowhere_good_stays_as_it_was_typed(address: str) -> None:
    assert visible(to_html(f"see [there]({address})")) == f"see[there]({address})"


def test_a_good_link_is_a_link_that_tells_nothing() -> None:
    (_, link) = elements(to_html("see [the report](https://reports.example/1_2_3)"))
    assert link.get("href") == "https://reports.example/1_2_3"
    assert set((link.get("rel") or "").split()) == {"noopener", "noreferrer", "nofollow"}


@pytest.mark.parametrize("typed", ["https://a.example/x_y_z", "<https://a.example/x_y_z>"])
def test_an_address_typed_as_it_is_links_to_itself(typed: str) -> None:
    (_, link) = elements(to_html(f"{typed}."))
    assert (link.get("href"), link.text) == ("https://a.example/x_y_z", "https://a.example/x_y_z")


@given(st.text(max_size=300))
def test_no_text_makes_anything_but_our_own_elements(text: str) -> None:
    assert {element.tag for element in elements(to_html(text))} <= HARMLESS
    assert to_text(text) is not None


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("We did:\n- one\n- two", "We did:\n\n- one\n- two"),
        ("1986. was a year", "1986. was a year"),
        ("- a\n    - b\n- c", "- a\n  - b\n\n- c"),
        ("# Why\nBecause.", "Why\n\nBecause."),
        ("ticket #5 and C# and 2 * 3 * 4", "ticket #5 and C# and 2 * 3 * 4"),
        ("say **it** [here](https://a.example)", "say it here (https://a.example)"),
        ('say it [here](https://a.example "in full")', 'say it here (https://a.example "in full")'),
        ("<https://a.example> <ines@a.example>", "https://a.example ines@a.example"),
    ],
)
def test_what_people_type_reads_as_they_meant_it(typed: str, text: str) -> None:
    assert to_text(typed) == text


def test_a_heading_never_enters_the_papers_outline() -> None:
    assert to_html("# Why") == "<p><strong>Why</strong></p>"


@pytest.mark.parametrize(
    "typed", ["[" * 200_000, "[a](" * 50_000, "*a **b " * 50_000, "> " * 50_000, "`" * 300_000]
)
def test_a_text_made_to_take_for_ever_is_shown_at_once(typed: str) -> None:
    begun = time.process_time()
    assert to_html(typed)
    assert time.process_time() - begun < 5


def test_a_line_has_no_blocks() -> None:
    assert to_line("one\n\ntwo") == "one<br>two"
    assert html.unescape(to_line("a < b & c")) == "a < b & c"
