"""Files made to hang the reader, to fill the memory, or to mean something else than they show."""

HEAD = "title: Card payments declined\nopened: 2026-03-02 08:00\nadvocate: ines\n"
BOMBS: dict[str, bytes] = {
    "brackets without end": b"summary: " + b"[" * 1_000_000,
    "brackets that close": b"[" * 400_000 + b"]" * 400_000,
    "braces without end": b"{a: " * 200_000,
    "dashes without end": b"- " * 400_000 + b"a",
    "question marks without end": b"? " * 400_000 + b"a",
    "steps without end": b"\n".join(b" " * depth + b"a:" for depth in range(1_300)),
    "a wide map": b"".join(b"k%d: x\n" % number for number in range(80_000)),
    "a wide map in braces": b"x: {" + b",".join(b"k%d: 1" % number for number in range(70_000)) + b"}",
    "one key many times": b"a: 1\n" * 200_000,
    "a wide list of nothing": b"events:\n" + b"- {}\n" * 180_000,
    "a list of lists": b"events:\n" + b"- [[[[[]]]]]\n" * 75_000,
    "an open quote": b'a: "' + b"x" * 1_000_000,
    "a text of escapes": b'"' + b"\\x41" * 250_000 + b'": 1',
    "a long text": HEAD.encode() + b"stage: " + b"x" * 1_000_000,
    "a long word as a number": HEAD.encode() + b"severity: " + b"9" * 1_000_000,
    "a long word as a moment": b"opened: 2026-" + b"0" * 1_000_000,
    "a long word as money": HEAD.encode() + b"impact: [{kind: revenue, amount: " + b"1" * 900_000 + b" EUR}]",
    "a long key": b"x" * 1_000_000 + b": 1",
    "a small exponent": HEAD.encode() + b"severity: 1e999999999",
    "a number in base sixty": HEAD.encode() + b"severity: " + b"1:" * 300_000 + b"1",
    "aliases of aliases": b"a0: &a0 x\n"
    + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b"*a%d, " % (n - 1) * 9) for n in range(1, 60)),
    "an alias of itself": b"a: &a [*a, *a]\n",
    "merges of merges": b"a0: &a0 {x: 1}\n"
    + b"".join(b"a%d: &a%d {<<: [*a%d, *a%d]}\n" % (n, n, n - 1, n - 1) for n in range(1, 60)),
    "anchors without end": b"- &x y\n" * 140_000,
    "tags without end": b"- !!x y\n" * 120_000,
    "a tag that runs": b"title: !!python/object/apply:os.system [touch /tmp/casewright-was-here]\n",
    "directives without end": b"%TAG ! tag:x,2026:\n" * 50_000,
    "documents without end": b"--- a\n" * 160_000,
    "a lone surrogate escaped": b'title: "\\ud800"\n',
    "a lone surrogate as bytes": b"title: \xed\xa0\x80\n",
    "a mark of the byte order inside": b"title: \xef\xbb\xbfx\xef\xbb\xbf: y\n",
    "marks of the byte order only": b"\xef\xbb\xbf" * 300_000,
    "two bytes a letter": b"\xff\xfe" + "title: x\n".encode("utf-16-le") * 50_000,
    "NULs": b"\0" * 1_000_000,
    "a NUL in a text": b"title: a\0b\n",
    "an escaped NUL in a text": b'title: "a\\0b"\n',
    "more than a file may hold": b"# x\n" * 5_000_000,
    "comments without end": b"#\n" * 520_000,
    "ignores without end": b"# casewright: ignore all-of-it\n" * 30_000 + b"a: 1\n",
    "letters that read backwards": "title: \u202e\u2066x\u2069\n".encode() + b"x: y\n",
    "tabs without end": b"\t" * 1_000_000 + b"x: y",
    "line ends of all kinds": b"a: 1\r\rb: 2\n\r" * 60_000,
    "a wide map of nothing": b"".join(b"k%d:\n" % number for number in range(90_000)),
    "many events": HEAD.encode() + b"events:\n" + b"- {at: 2026-03-02 08:05, what: x}\n" * 19_000,
    "many notes": HEAD.encode() + b"notes:\n" + b"- x\n" * 200_000,
    "many words of the lexicon": HEAD.encode()
    + b"summary: |\n"
    + b"  blame fault never always obviously\n" * 25_000,
    "brackets of links": HEAD.encode() + b"summary: '" + b"[a](" * 240_000 + b"'\n",
    "many names": HEAD.encode() + b"summary: '" + b"Kestrel Outfitters, " * 50_000 + b"'\n",
}
READABLE = {"many events", "many notes", "many words of the lexicon", "brackets of links", "many names"}
"""Those that are case files, though no case looks like them."""
