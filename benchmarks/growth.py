"""Time and memory of a record by the size and the shape of its page: both should grow as the page does.

    python benchmarks/growth.py                       # all shapes, 10 kB to 20 MB
    python benchmarks/growth.py ordinary table --sizes 100000,1000000

Each page is extracted in a process of its own, which tells how much more memory it held than before; "x page" is that
memory over the size of the page.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
SIZES: Final = (10_000, 100_000, 1_000_000, 5_000_000, 20_000_000)
PATIENCE: Final = 120

SENTENCE: Final = "The harbour board met again on Monday and put off the question of the second berth until spring. "
CARD: Final = '<div class="card"><a href="/{0}"><img src="/{0}.jpg"><h3>Berth number {0} put off</h3></a></div>'
ENTITY: Final = '{{"@type":"NewsArticle","headline":"Berth {0}","author":{{"@id":"#{1}"}},"@id":"#{0}"}}'
PERSON: Final = '<p class="byline">By Ann Bell</p><time datetime="2024-01-01">1 January 2024</time>'
PARAGRAPH: Final = f'<p class="text">{SENTENCE}<a href="/a/berth">{SENTENCE[:30]}</a> <b>Bold</b> {SENTENCE * 3}</p>\n'


def repeated(unit: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda size: before + unit * max(1, size // len(unit)) + after


def counted(unit: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda size: before + "".join(unit.format(n, n + 1) for n in range(max(1, size // len(unit)))) + after


LD: Final = ('<script type="application/ld+json">', "</script><h1>Berth put off</h1>" + PARAGRAPH * 3)
SHAPES: Final[dict[str, Callable[[int], str]]] = {
    "ordinary": repeated(PARAGRAPH, "<title>Berth put off</title><h1>Berth put off</h1><article>"),
    "one text": repeated(SENTENCE, "<h1>Berth put off</h1><p>"),
    "one word": repeated("x", "<h1>Berth put off</h1><p>"),
    "spaces": repeated(" ", "<h1>Berth put off</h1><p>a", "b"),
    "line breaks": repeated("Berth put off.<br><br>", "<div>"),
    "siblings": repeated("<i>x</i>", "<h1>Berth put off</h1>"),
    "paragraphs of a word": repeated("<p>x</p>", "<h1>Berth put off</h1>"),
    "nested div": repeated("<div>", "<h1>Berth put off</h1>", PARAGRAPH),
    "nested b": repeated("<b>x", "<h1>Berth put off</h1><p>"),
    "nested list": repeated("<ul><li>x"),
    "nested table": repeated("<table><tr><td>x"),
    "attributes": counted(" a{0}=b", "<h1>Berth put off</h1><div", f">{PARAGRAPH * 3}</div>"),
    "one attribute": repeated("ad ", '<h1>Berth put off</h1><div class="', f'">{PARAGRAPH * 3}</div>'),
    "classes": counted('<p class="c{0} d{0} byline-{0}">x</p>', "<h1>Berth put off</h1>"),
    "entities": repeated("&nbsp;&amp;&#x41;", "<h1>Berth put off</h1><p>"),
    "comments": repeated("<!-- x -->", "<h1>Berth put off</h1>", PARAGRAPH),
    "scripts": repeated("<script>var a = '<p>';</script>", "<h1>Berth put off</h1>", PARAGRAPH),
    "links": repeated('<a href="/a/berth-is-put-off">berth</a> ', "<h1>Berth put off</h1><p>"),
    "cards": counted(CARD, "<h1>Berth put off</h1>"),
    "headings": counted("<h2>Berth {0}</h2><p>Put off again.</p>", "<h1>Berth put off</h1>"),
    "bylines": repeated(PERSON, "<h1>Berth put off</h1>", PARAGRAPH * 3),
    "meta": repeated('<meta name="author" content="A Bell"><meta property="article:tag" content="berth">'),
    "titles": repeated("<title>Berth put off | Post</title>", "", PARAGRAPH * 3),
    "table": repeated("<tr><td>a</td><td>b</td></tr>", f"<h1>Berth put off</h1>{PARAGRAPH * 3}<table>"),
    "tables": repeated("<table><tr><td>a</td><td>b</td></tr></table>", f"<h1>Berth put off</h1>{PARAGRAPH * 3}"),
    "spans": repeated("<tr><td colspan=1000 rowspan=65534>a</td></tr>", f"<h1>Berth put off</h1>{PARAGRAPH}<table>"),
    "srcset": counted("/a-{0}.jpg {1}w, ", '<h1>Berth put off</h1><img srcset="', f'">{PARAGRAPH * 3}'),
    "options": repeated("<option>a", "<h1>Berth put off</h1><select>", f"</select>{PARAGRAPH * 3}"),
    "figures": counted('<figure><img src="/{0}.jpg"><figcaption>Photo: A. Bell</figcaption></figure>', "<h1>A</h1>"),
    "captions": counted("<figcaption>Berth {0}</figcaption>", '<h1>A</h1><figure><img src="/a.jpg">', "</figure>"),
    "live entries": counted("<article><time>10:0{0}</time><h3>Berth {0}</h3><p>Put off.</p></article>", "<h1>A</h1>"),
    "json-ld": lambda size: counted(ENTITY + ",", LD[0] + '{"@graph":[', "{}]}" + LD[1])(size),
    "json-ld nested": lambda size: LD[0] + '{"a":[' * (size // 6) + LD[1],
    "json-ld broken": lambda size: LD[0] + '{"a":"b" "c,' * (size // 12) + LD[1],
    "state": lambda size: f"<script>window.__STATE__={json.dumps([SENTENCE] * (size // 100))}</script>{PARAGRAPH * 3}",
    "microdata": repeated('<div itemscope itemtype="https://schema.org/NewsArticle"><b itemprop=name>a</b></div>'),
    "microdata nested": repeated('<div itemprop=a itemscope itemtype="https://schema.org/Thing">', "<h1>Berth</h1>"),
    "bad bytes": repeated("\udcff<p>x"),
    "typed list": repeated("<p>• berth put off</p>", "<h1>Berth put off</h1>"),
    "unclosed": repeated("<p><b><i><a href=/a><font>x", "<h1>Berth put off</h1>"),
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shapes", nargs="*", help=f"default: all of {', '.join(SHAPES)}")
    parser.add_argument("--sizes", type=lambda text: [int(n) for n in text.split(",")], default=list(SIZES))
    args = parser.parse_args()
    print(f"{'shape':22}" + "".join(f"{size:>12,} B      " for size in args.sizes))
    print(f"{'':22}" + "    ms   MB x page" * len(args.sizes))
    for shape in args.shapes or SHAPES:
        print(f"{shape:22}" + "".join(_cell(shape, size) for size in args.sizes), flush=True)


def _cell(shape: str, size: int) -> str:
    try:
        done = subprocess.run(
            [sys.executable, __file__, "--one", shape, str(size)],
            capture_output=True, timeout=PATIENCE, check=False, cwd=ROOT,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return f"   over {PATIENCE} s     "
    if done.returncode:
        return "   " + (done.stderr.decode().strip().splitlines() or [f"ended with {done.returncode}"])[-1][:15]
    seconds, megabytes, times = json.loads(done.stdout)
    return f"{seconds * 1000:7.0f} {megabytes:4.0f} {times:5.1f}"


def one(shape: str, size: int) -> None:
    """Extract one page, and print [seconds, megabytes, times the page]; the first pages only warm up."""
    import resource
    import time

    import newsextract

    warm = SHAPES["ordinary"](20_000)
    for _ in range(3):
        newsextract.extract(warm, "https://harbour.example/2024/berth-is-put-off")
    page = SHAPES[shape](size).encode("utf-8", "surrogateescape")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    article = newsextract.extract(page, "https://harbour.example/2024/berth-is-put-off")
    seconds = time.process_time() - started
    article.to_json()
    held = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    print(json.dumps([seconds, held / 1e6, held / len(page)]))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], int(sys.argv[3]))
    else:
        main()
