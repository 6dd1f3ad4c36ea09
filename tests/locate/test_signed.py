"""Who wrote an article is none of its text."""

from tests.fields.pages import PROSE, article

HEAD = "<h1>Harbour bridge closes for a month</h1>"


def test_the_line_that_signs_an_article_is_its_byline_and_no_paragraph() -> None:
    record = article(f"<article>{HEAD}{PROSE}<p>By Mira Aalto</p></article>")
    assert record.byline == "By Mira Aalto"
    assert not record.text.endswith("By Mira Aalto")


def test_a_sentence_about_the_author_stays() -> None:
    last = "<p>Mira Aalto has written about ships and bridges for this newspaper for more than twenty years.</p>"
    record = article(f"<article>{HEAD}<p>By Mira Aalto</p>{PROSE}{PROSE}{last}</article>")
    assert "Mira Aalto has written about ships" in record.text


def test_a_body_of_a_few_lines_loses_none() -> None:
    record = article(f"<article>{HEAD}<p>The ferry is late today, by an hour.</p><p>By Mira Aalto</p></article>")
    assert "ferry" in record.text
