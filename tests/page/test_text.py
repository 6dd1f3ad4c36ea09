"""Visible text: words never glued, white space folded."""

import tracemalloc

import pytest

from newsextract.page.document import Document
from newsextract.page.flow import Flow
from newsextract.page.text import LONG, extent, fold, fold_source, lines_of, text_of, word_count


def body(html: str) -> str:
    return text_of(Document(html).body)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p><p>two</p>", "One two"),
        ("<p>un<b>believ</b>able</p>", "unbelievable"),
        ("<p>One<br>two</p>", "One two"),
        ("<ul><li>One<li>two</ul>", "One two"),
        ("<table><tr><td>One<td>two</table>", "One two"),
        ("<span>One<div>two</div>three</span>", "One two three"),
        ("<p>soft\u00adhyphen zero\u200bwidth \ufeffmark</p>", "softhyphen zerowidth mark"),
        ("<p>non&nbsp;breaking \u2003 wide</p>", "non breaking wide"),
        ("<p>a\n   b\t c</p>", "a b c"),
        ("<p>seen<script>x()</script><style>p{}</style><template>t</template></p>", "seen"),
        ("<p>form <select><option>o</select><textarea>t</textarea></p>", "form"),
    ],
)
def test_text_on_one_line(html: str, expected: str) -> None:
    assert body(html) == expected


def test_lines_keep_breaks_and_blocks_apart() -> None:
    assert lines_of(Document("<div>One<br> two\nthree<p>four</p>\n five</div>").body) == "One\ntwo three\nfour\nfive"


def test_what_is_cut_is_not_seen_but_by_itself() -> None:
    document = Document("<div>kept <span>cut</span></div>")
    (span,) = document.by_tag["span"]
    span.removed = "ad"
    assert (text_of(document.body), text_of(span)) == ("kept", "cut")


@pytest.mark.parametrize(
    ("text", "expected"), [(" a\n b ", " a b "), ("a", "a"), ("\n", " "), ("", ""), ("\xa0a", " a")]
)
def test_source_white_space_keeps_its_ends(text: str, expected: str) -> None:
    assert fold_source(text) == expected


def runs(html: str) -> list[tuple[str, int]]:
    return [(r.text, r.link_length) for r in Flow(Document(html)).runs]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One <b>two</b></p>", [("One two", 0)]),
        ("<div>lead<p>One</p>tail</div>", [("lead", 0), ("One", 0), ("tail", 0)]),
        ("<p>One<br>two</p>", [("One two", 0)]),
        ("<p>One<br><br>two</p>", [("One", 0), ("two", 0)]),
        ("<p>One<br> \n <br>two</p>", [("One", 0), ("two", 0)]),
        ("<p>A <a href=x>link <i>in</i></a> here</p>", [("A link in here", 7)]),
        ("<a href=x><div>All <b>linked</b></div></a>", [("All linked", 10)]),
        ("<span>in<p>block</p></span>", [("in", 0), ("block", 0)]),
        ("<p> \n </p><p><script>x</script></p>", []),
    ],
)
def test_runs(html: str, expected: list[tuple[str, int]]) -> None:
    assert runs(html) == expected


def test_removed_elements_are_in_no_run() -> None:
    document = Document("<p>One <span>two <a href=x>three</a></span></p><div>four</div>")
    document.by_tag["a"][0].removed = document.by_tag["div"][0].removed = "ad"
    assert [(r.text, r.link_length) for r in Flow(document).runs] == [("One two", 0)]


def test_the_content_of_a_declared_shadow_root_is_read() -> None:
    html = (
        "<x-y><template shadowrootmode=open><p>Inside</p></template></x-y><template><p>Not</p></template><p>After</p>"
    )
    assert body(html) == "Inside After"
    assert runs(html) == [("Inside", 0), ("After", 0)]


def test_images_of_noscript_can_be_found() -> None:
    document = Document("<figure><img data-src=a.jpg><noscript><img src=b.jpg></noscript></figure>")
    (noscript,) = document.by_tag["noscript"]
    assert [i.get("src") for i in document.within(noscript, "img")] == ["b.jpg"]
    assert body("<p>a<noscript>b</noscript></p>") == "a"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("plain words", 11), ("日本", 5), ("déjà vu", 7), ("한국 news", 10), ("", 0)],
)
def test_ideographs_and_syllables_are_as_long_as_what_they_say(text: str, expected: int) -> None:
    assert extent(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [("four words stand here", 4), ("港の古い桟橋は冬までに修理される", 6), ("สะพานท่าเรือเก่าจะได้รับการซ่อมแซม", 5)],
)
def test_words_are_counted_where_no_spaces_part_them(text: str, words: int) -> None:
    assert word_count(text, extent(text)) == words


@pytest.mark.parametrize("unit", ["The board met.  ", " a\n", "x", "\u00a0\u00e9t\u00e9\u00ad\u00e9 "])
def test_a_long_text_is_folded_as_a_short_one(unit: str) -> None:
    text = unit * (3 * LONG // len(unit))
    assert fold(text) == " ".join(text.replace("\u00ad", "").split())


def test_no_list_is_made_of_the_words_of_a_long_text() -> None:
    text = "The board met. " * (20 * LONG // 15)
    tracemalloc.start()
    fold(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * len(text)
