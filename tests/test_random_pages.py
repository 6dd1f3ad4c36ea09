"""Pages by chance: trees, fixtures cut up and put together, bytes. What must hold of each stands in properties.py."""

import json
import re
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsextract.page.decode import decode
from tests import bait, hostile, properties

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*/page.html"))
PIECES = re.compile(rb"<[^<>]*>|[^<>]+|.", re.S)

WORDS = st.sampled_from(
    "Monday;harbour;By Ann Bell;5 March 2024;2024-03-05T10:00:00Z;Photo: A. Bell / Agency;Read also:;Related;Tags:;"
    "Updated;Advertisement;Subscribe;Continue reading;Correction:;|;•;1.;2);©;»;Source:;بقلم;撮影;Автор:;…;—;"
    "@annbell;#berth;https://a.example/".split(";")
) | st.text(max_size=20) | st.just(hostile.SENTENCE)  # fmt: skip
NAMES = st.sampled_from("class id href src title alt datetime itemprop rel style role colspan rowspan srcset".split())
ODD = ("/a", "#x", "-1", "99999", "0", "{{x}}", "javascript:1", "a.jpg 2x,, b")
VALUES = st.sampled_from([*bait.CLASSES, *ODD]) | WORDS
TAGS = st.sampled_from([*bait.ELEMENTS, *"a ul ol dl table tr img figure article main iframe br hr svg math".split()])


@st.composite
def elements(draw, children):
    tag = draw(TAGS)
    stated = draw(st.dictionaries(NAMES, VALUES, max_size=3))
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in stated.items())
    end = f"</{tag}>" if draw(st.integers(0, 9)) else ""
    return f"<{tag}{attributes}>{''.join(draw(st.lists(children, max_size=5)))}{end}"


trees = st.recursive(WORDS.map(escape) | st.just("<br>"), elements, max_leaves=40)


@st.composite
def mutations(draw):
    """A fixture with stretches of tags and text taken out, doubled, moved, or out of another fixture."""
    parts = PIECES.findall(draw(st.sampled_from(FIXTURES)).read_bytes())
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(parts)))
        end = min(len(parts), start + draw(st.sampled_from((1, 2, 5, 20, 100))))
        place = draw(st.integers(0, len(parts)))
        match draw(st.sampled_from(("drop", "double", "move", "graft", "bytes"))):
            case "drop":
                del parts[start:end]
            case "double":
                parts[place:place] = parts[start:end] * draw(st.sampled_from((1, 3, 30)))
            case "move":
                moved, parts[start:end] = parts[start:end], []
                parts[place:place] = moved
            case "graft":
                other = PIECES.findall(draw(st.sampled_from(FIXTURES)).read_bytes())
                parts[place:place] = other[start:end]
            case _:
                parts[place:place] = [draw(st.binary(max_size=8))]
    return b"".join(parts)


def check(page, url=properties.URL):
    properties.exports(properties.extracts(page, url))


@given(st.lists(trees, max_size=8), st.booleans())
def test_any_tree_gives_a_record_that_keeps_its_promises(parts, headed):
    head = f"<title>Berth put off</title><h1>Berth put off</h1>{hostile.PARAGRAPH * 3}"
    check((head if headed else "") + "".join(parts))


@given(mutations())
def test_any_mutation_of_a_fixture_gives_a_record_that_keeps_its_promises(page):
    check(page)


@settings(max_examples=15)
@given(mutations())
def test_any_mutation_of_a_fixture_is_explained(page):
    properties.explains(page)


@given(st.binary(max_size=2000) | st.text(max_size=2000), st.none() | st.text(max_size=30))
def test_any_bytes_or_text_from_anywhere_give_a_record_that_keeps_its_promises(page, url):
    check(page, url)


KEYS = st.sampled_from(
    [*bait.ENTITY, *"@type @id @graph author image publisher itemListElement isPartOf mainEntity".split()]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS | VALUES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=20,
)


@given(st.lists(JSON, min_size=1, max_size=3))
def test_any_data_of_a_page_gives_a_record_that_keeps_its_promises(values):
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(v)}</script>' for v in values)
    check(scripts + hostile.ARTICLE)


ENCODINGS = """
utf-8 ibm866 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-8-i iso-8859-10
iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 koi8-r koi8-u macintosh windows-874 windows-1250 windows-1251
windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 x-mac-cyrillic gbk gb18030
big5 euc-jp iso-2022-jp shift_jis euc-kr utf-16be utf-16le x-user-defined replacement
""".split()
"""Every encoding of the WHATWG standard, by its name."""

SAMPLES = {
    "ibm866": "Порт", "iso-8859-2": "přístav", "iso-8859-3": "ħarba", "iso-8859-4": "ostā",
    "iso-8859-5": "Порт",
    "iso-8859-6": "ميناء", "iso-8859-7": "λιμάνι", "iso-8859-8": "נמל", "iso-8859-8-i": "נמל", "iso-8859-10": "höfn",
    "iso-8859-13": "ostā", "iso-8859-14": "ŵ", "iso-8859-15": "cœur €", "iso-8859-16": "Știri", "koi8-r": "Порт",
    "koi8-u": "порт", "macintosh": "café", "windows-874": "ท่าเรือ", "windows-1250": "přístav", "windows-1251": "Порт",
    "windows-1252": "café — “quai”", "windows-1253": "λιμάνι", "windows-1254": "İskele ğ", "windows-1255": "נמל",
    "windows-1256": "ميناء", "windows-1257": "ostā", "windows-1258": "cảng".replace("ả", "a"), "x-mac-cyrillic": "Порт",
    "gbk": "港口新闻", "gb18030": "港口新闻", "big5": "港口新聞",
    "euc-jp": "港のニュース", "iso-2022-jp": "港のニュース",
    "shift_jis": "港のニュース", "euc-kr": "항구 소식",
}  # fmt: skip
CODECS = {"ibm866": "cp866", "macintosh": "mac_roman", "windows-874": "cp874", "x-mac-cyrillic": "mac_cyrillic",
          "iso-8859-8-i": "iso-8859-8", "shift_jis": "cp932", "euc-kr": "cp949"}  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("how", ["header", "meta"])
def test_every_legacy_encoding_that_is_stated_is_read(name, how):
    said = SAMPLES[name]
    page = (f'<meta charset="{name}">' if how == "meta" else "") + f"<title>{said}</title><p>{said}"
    assert said in decode(page.encode(CODECS.get(name, name)), name if how == "header" else None).text


JUNK = (bytes(range(256)), b"\x1b$B\x1b(J" * 50, b"\xff" * 99, b"\x81\x30" * 50, b"\x00<\x00p" * 50, b"\x8e\x8f" * 40)


@pytest.mark.parametrize("name", [*ENCODINGS, "x" * 5000, "utf-7", "hz-gb-2312", "utf-32", "base64", "\x00", "١"])
def test_any_bytes_in_any_stated_encoding_are_text(name):
    for junk in JUNK:
        decode(junk, name).text.encode()
        decode(f'<meta charset="{name}">'.encode() + junk).text.encode()


@pytest.mark.parametrize("first", SAMPLES)
def test_two_encodings_in_one_page_give_a_record(first):
    """A template in one, its comments in another."""
    paragraph = f"<p>{SAMPLES[first]} {hostile.SENTENCE}</p>".encode(CODECS.get(first, first))
    check(f'<meta charset="{first}"><h1>Berth put off</h1>'.encode() + paragraph * 4 + "<p>é 港 Порт</p>".encode())
