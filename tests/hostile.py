"""Pages that no newsroom would write and every crawler meets: broken, huge, deep, cut off or lying about themselves.

Each function returns one page, as bytes or as text; PAGES names them all.
"""

from collections.abc import Callable

SENTENCE = "The harbour board met again on Monday and put off the question of the second berth until the spring. "
PARAGRAPH = f"<p>{SENTENCE * 3}</p>"
ARTICLE = f"<html><head><title>Berth put off</title></head><body><h1>Berth put off</h1>{PARAGRAPH * 4}</body></html>"


def empty() -> bytes:
    return b""


def only_white_space() -> bytes:
    return b" \r\n\t " * 50


def only_nul_bytes() -> bytes:
    return b"\x00" * 4096


def nul_bytes_in_the_text() -> bytes:
    return ARTICLE.replace("harbour", "har\x00bour").encode()


def control_characters() -> str:
    return ARTICLE.replace("Monday", "".join(map(chr, range(1, 32))))


def lone_surrogates() -> str:
    return ARTICLE.replace("Monday", "Mon\ud800day\udfff")


def not_html() -> bytes:
    return bytes(range(256)) * 64


def a_picture() -> bytes:
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\xff\xd8\xff\xe0" * 2000


def plain_text() -> bytes:
    return (SENTENCE * 40).encode()


def json_instead_of_html() -> bytes:
    return b'{"title": "Berth put off", "body": ["one", "two"]}'


def xml_with_entities() -> bytes:
    return b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]><x>&c;</x>'


def truncated_in_a_tag() -> bytes:
    return ARTICLE.encode()[:-200] + b'<a href="https://harbour.example/ber'


def truncated_in_a_character() -> bytes:
    return ARTICLE.replace("berth", "bérth").encode() + "é".encode()[:1]


def truncated_in_a_comment() -> bytes:
    return f"<body>{PARAGRAPH}<!-- {PARAGRAPH}".encode()


def truncated_in_a_script() -> bytes:
    return f"<body>{PARAGRAPH}<script>var page = '{PARAGRAPH}".encode()


def deep_divisions() -> bytes:
    return b"<body>" + b"<div>" * 3000 + PARAGRAPH.encode() * 3


def deep_inline_elements() -> bytes:
    return b"<body><p>" + b"<b><i><span>" * 1000 + SENTENCE.encode()


def deep_lists() -> bytes:
    return b"<body>" + b"<ul><li>item " * 1200


def deep_tables() -> bytes:
    return b"<body>" + b"<table><tr><td>cell " * 400


def deep_quotes() -> bytes:
    return b"<body>" + b"<blockquote>" * 1500 + SENTENCE.encode()


def deep_json_ld() -> bytes:
    return b'<script type="application/ld+json">' + b'{"@graph":[' * 20000 + b"</script>" + ARTICLE.encode()


def a_megabyte_in_one_attribute() -> bytes:
    return f'<body><div class="{"ad " * 350_000}" data-x="{"y" * 1_000_000}">{PARAGRAPH * 3}</div></body>'.encode()


def a_megabyte_in_one_word() -> bytes:
    return f"<body><h1>{'x' * 300_000}</h1><p>{'y' * 1_000_000}</p></body>".encode()


def a_megabyte_of_spaces() -> bytes:
    return f"<body><p>Berth{' ' * 1_000_000}put off</p>{PARAGRAPH}</body>".encode()


def a_thousand_attributes() -> bytes:
    names = " ".join(f'data-{i}="{i}"' for i in range(1000))
    return f"<body {names}>{PARAGRAPH * 3}</body>".encode()


def many_small_elements() -> bytes:
    return b"<body>" + b"<span>x</span>" * 20_000


def many_links() -> bytes:
    return b"<body><p>" + b'<a href="/a">berth</a> ' * 8000


def many_cards() -> bytes:
    card = '<div class="card"><a href="/{0}"><img src="/{0}.jpg"><h3>Berth number {0} put off</h3></a></div>'
    return ("<body>" + "".join(card.format(i) for i in range(3000))).encode()


def many_links_in_a_list() -> bytes:
    items = "".join(f'<li><a href="/{i}">Berth number {i} put off again</a></li>' for i in range(5000))
    return f"<body>{PARAGRAPH * 3}<ul>{items}</ul>".encode()


def many_paragraphs() -> bytes:
    return f"<body>{PARAGRAPH * 4000}".encode()


def many_line_breaks() -> bytes:
    return b"<body><div>" + b"Berth put off.<br><br>" * 8000


def many_bylines() -> bytes:
    return b"<body>" + b'<p class="byline">By Ann Bell</p><time datetime="2024-01-01">1 January 2024</time>' * 3000


def many_persons_in_json_ld() -> bytes:
    person = '{{"@type":"Person","name":"A B","@id":"#{0}","knows":{{"@id":"#{1}"}}}}'
    graph = ",".join(person.format(i, i + 1) for i in range(5000))
    return f'<script type="application/ld+json">{{"@graph":[{graph}]}}</script>{ARTICLE}'.encode()


def a_byline_without_end() -> bytes:
    return f'<p class="byline">By {"Ann Bell, " * 8000}</p>{ARTICLE}'.encode()


def a_title_without_end() -> bytes:
    return f"<title>{'a - ' * 8000}</title><h1>{'a b ' * 8000}</h1>{ARTICLE}".encode()


def many_headings() -> bytes:
    return b"<body>" + b"<h1>Berth</h1><h2></h2>" * 4000


def many_titles() -> bytes:
    return b"<title>Berth</title>" * 3000 + ARTICLE.encode()


def many_meta_tags() -> bytes:
    return b'<meta property="og:title" content="Berth"><meta name="author" content="A B">' * 4000 + ARTICLE.encode()


def a_table_with_huge_spans() -> bytes:
    cell = '<td colspan="65535" rowspan="65534">berth</td>'
    return f"<body>{PARAGRAPH * 3}<table><tr>{cell * 3}</tr><tr>{cell}</tr></table></body>".encode()


def a_table_with_odd_spans() -> bytes:
    cells = "".join(f'<td colspan="{n}">x</td>' for n in ("-1", "0", "many", "1e9", "99999999999999999999"))
    return f"<body>{PARAGRAPH * 3}<table><tr>{cells}</tr></table></body>".encode()


def a_table_of_ten_thousand_rows() -> bytes:
    return f"<body>{PARAGRAPH * 3}<table>{'<tr><td>a</td><td>b</td></tr>' * 10_000}</table></body>".encode()


def broken_json_ld() -> bytes:
    texts = ("{", "[{]", "null", '"text"', "12", "[[[[]]]]", '{"@type": null}', '{"@graph": 7}', "NaN", "\u2028{}")
    scripts = "".join(f'<script type="application/ld+json">{t}</script>' for t in texts)
    return (scripts + ARTICLE).encode()


def json_ld_of_odd_types() -> bytes:
    odd = (
        '{"@context":"https://schema.org","@type":["NewsArticle",null,3],"headline":{"a":1},"author":[null,5,[],'
        '{"name":null},{"name":{"name":[]}}],"datePublished":20240101,"dateModified":[],"image":{"url":{"url":7}},'
        '"keywords":{"x":[1]},"publisher":[[]],"articleSection":[null,{}],"isAccessibleForFree":{},"articleBody":[1],'
        '"mainEntityOfPage":[[[]]],"liveBlogUpdate":"none","breadcrumb":5}'
    )
    crumbs = '{"@type":"BreadcrumbList","itemListElement":[null,5,{"item":[]},{"item":{"name":[]},"position":{}}]}'
    scripts = "".join(f'<script type="application/ld+json">{t}</script>' for t in (odd, crumbs))
    return (scripts + ARTICLE).encode()


def halves_of_surrogate_pairs_in_data() -> bytes:
    odd = r"Berth \ud800 put \udfff\ud83d off \ud83d\ude00 \\ud800"
    names = "headline author keywords articleSection description articleBody image".split()
    stated = ",".join(f'"{name}":"{odd}"' for name in names)
    script = f'<script type="application/ld+json">{{"@type":"NewsArticle",{stated}}}</script>'
    state = f'{{"title":"Berth put off","body":"<p>{odd} {SENTENCE * 9}</p>"}}'
    body = f"<script>window.__STATE__ = {state}</script>"
    return (script + body + "<h1>Berth put off</h1>").encode()


def json_ld_that_refers_to_itself() -> bytes:
    graph = (
        '{"@graph":[{"@id":"#a","@type":"NewsArticle","author":{"@id":"#b"}},{"@id":"#b","@type":"Person",'
        '"name":{"@id":"#b"},"worksFor":{"@id":"#a"}},{"@id":"#a","isPartOf":{"@id":"#a"}}]}'
    )
    return f'<script type="application/ld+json">{graph}</script>{ARTICLE}'.encode()


def huge_numbers_in_json_ld() -> bytes:
    digits = "9" * 6000
    entity = f'{{"@type":"NewsArticle","wordCount":{digits}}}'
    return f'<script type="application/ld+json">{entity}</script>{ARTICLE}'.encode()


def impossible_dates() -> bytes:
    dates = ("0000-00-00", "9999-12-31T23:59:60Z", "2024-02-30", "2024-13-01T25:61:00+99:99", "-1", "1e400", "now")
    stated = "".join(f'<meta property="article:published_time" content="{d}">' for d in dates)
    printed = "".join(f'<time datetime="{d}">{d}</time>' for d in dates)
    return (stated + printed + ARTICLE).encode()


def impossible_addresses() -> bytes:
    urls = ("http://[::1", "http://a:99999999/", "//", "http://\u0000", "javascript:x", "http://%zz", "h:" * 500)
    links = "".join(f'<a href="{u}">berth</a><img src="{u}" srcset="{u} 2x, , {u} w"><base href="{u}">' for u in urls)
    return f'<link rel="canonical" href="{urls[0]}">{ARTICLE}{links}'.encode()


def odd_sizes() -> bytes:
    sizes = ("-5", "1e3", "100%", "9" * 400, "", "auto", "٣")
    images = "".join(f'<figure><img src="/a.jpg" width="{s}" height="{s}"></figure>' for s in sizes)
    return f"<body>{PARAGRAPH * 2}{images}{PARAGRAPH * 2}</body>".encode()


def a_lying_charset() -> bytes:
    return b'<meta charset="utf-16">' + ARTICLE.encode()


def an_unknown_charset() -> bytes:
    return b'<meta charset="klingon-8">' + ARTICLE.replace("berth", "b\xe9rth").encode("latin-1")


def a_late_byte_order_mark() -> bytes:
    return b"\xff\xfe" + ARTICLE.encode()


def overlapping_formatting() -> bytes:
    return b"<body>" + b"<b><p><i></b><a><table><a><tr></i><p></a><td>" * 300


def a_frameset() -> bytes:
    return b'<html><frameset cols="20%,80%"><frame src="a.html"><frame src="b.html"></frameset></html>'


def a_form_around_everything() -> bytes:
    return f'<body><form method="post" action="./default.aspx"><h1>Berth put off</h1>{PARAGRAPH * 4}</form>'.encode()


def templates_and_shadow_roots() -> bytes:
    template = f'<template shadowrootmode="open">{PARAGRAPH}<slot></slot></template>'
    return f"<body>{template * 50}{PARAGRAPH * 3}</body>".encode()


def everything_hidden() -> bytes:
    return f'<body style="display:none" hidden aria-hidden="true">{PARAGRAPH * 4}</body>'.encode()


def right_to_left_marks() -> str:
    return ARTICLE.replace(" ", " \u202e\u2066\u200f")


def stacked_accents() -> str:
    return ARTICLE.replace("o", "o" + "\u0301" * 400)


def only_entities() -> bytes:
    return b"<p>" + b"&nbsp;&shy;&zwj;&#0;&#xFFFFFF;&#55296;&bogus;" * 2000


Page = Callable[[], bytes | str]

PAGES: tuple[Page, ...] = tuple(
    page for name, page in list(globals().items()) if callable(page) and getattr(page, "__module__", "") == __name__
)
"""Every page of this module."""
