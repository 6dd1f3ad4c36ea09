"""Pages to explain, and pages that want to do harm."""

from pathlib import Path

FIXTURES = Path(__file__).parent.parent / "fixtures"


def fixture(name):
    return (FIXTURES / name / "page.html").read_bytes()


PARAGRAPHS = "".join(
    f"<p>The harbour board met for the {n} time on Monday and put off the question of the second berth until spring, "
    "as the dredging had not begun and nobody could say who would pay for it.</p>"
    for n in ("first", "second", "third")
)

HOSTILE = f"""<!DOCTYPE html><html><head><title>Berth put off</title>
<meta http-equiv="refresh" content="0;url=https://evil.example/refresh">
<base href="https://evil.example/"><link rel="stylesheet" href="https://evil.example/a.css">
<link rel="preload" as="image" href="https://evil.example/p.png">
<script>alert('script'); parent.document.title = 'taken'; fetch('https://evil.example/fetch')</script>
<style>@import "https://evil.example/b.css"; @\\69mport url(https://evil.example/c.css);
@font-face {{ font-family: x; src: url(https://evil.example/x.woff2) }}
body {{ font-family: x; background: u\\rl(https://evil.example/bg.png); visibility: hidden; pointer-events: none }}
.cover {{ position: fixed; inset: 0; z-index: 2147483647; background: red url("https://evil.example/d.png") }}
</style><style>.a::after {{ content: "</sty" "le><script>alert('style')</script>" }}</style></head>
<body onload="alert('load')" class="a" background="https://evil.example/e.png"
 style="background: url(//evil.example/f.png); display: none !important">
<div class="cover" style="po/**/sition: fixed !important; inset: 0" onclick="alert('cover')">COVERED</div>
<h1 onmouseover="alert('over')" style="po\\73ition:fixed">Berth put off</h1>
<a href="javascript:alert('link')" id="evil">a link</a><a href="https://evil.example/away" target="_top">away</a>
<img src="https://evil.example/g.png" srcset="https://evil.example/h.png 2x" onerror="alert('image')" alt="a ferry">
<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>" alt="drawn">
<svg onload="alert('svg')"><script>alert('svg script')</script><image href="https://evil.example/i.png"/></svg>
<math><mtext><table><mglyph><style><img src=x onerror=alert('math')></style></mglyph></table></mtext></math>
<iframe src="https://evil.example/frame" srcdoc="<script>alert('frame')</script>"></iframe>
<object data="https://evil.example/o"></object><embed src="https://evil.example/m">
<video src="https://evil.example/v.mp4" poster="https://evil.example/v.png" autoplay></video>
<form action="https://evil.example/form"><button formaction="javascript:alert('form')">Send</button></form>
<template shadowrootmode="open"><script>alert('shadow')</script><p>in the shadow</p></template>
<noscript><p title="</noscript><img src=x onerror=alert('noscript')>">none</p></noscript>
<textarea></textarea><script>alert('textarea')</script>
<xmp><script>alert('xmp')</script></xmp>
{PARAGRAPHS}
<p>"&gt;&lt;/iframe&gt;&lt;script&gt;alert('srcdoc')&lt;/script&gt;</p>
</body></html>"""
