"""What stands about a text and is none of it."""

import pytest

import newsextract
from newsextract.records import List, Paragraph

LINE = "The mill turned again on the fourth of May, and all the town came to look at it."
TEXT = "".join(f"<p>{LINE} It was day {n}.</p>" for n in range(9))


def lines(html: str, language: str = "en") -> list[str]:
    """The paragraphs and items of an article, its own text left out."""
    page = f"<html lang={language}><body><article><h1>The mill turns</h1>{html}</article></body></html>"
    found = [b for s in newsextract.extract(page).sections for b in s.blocks]
    texts = [b.text for b in found if isinstance(b, Paragraph)]
    return [t for t in texts if LINE not in t] + [i.text for b in found if isinstance(b, List) for i in b.items]


@pytest.mark.parametrize(
    "line", ["4 May 2024, 10:15 IST", "Saturday, 4 May 2024", "Published: 4 May 2024", "4 May 2024 – by Ida Berg"]
)
def test_the_line_of_the_date_is_no_text(line: str) -> None:
    assert lines(f"<p>{line}</p>{TEXT}") == []


def test_a_moment_below_a_list_that_sums_up_is_no_text() -> None:
    points = "<ul><li>The wheel is new</li><li>The town came</li><li>It rained</li></ul>"
    found = lines(f"{points}<div>Mar 28, 2020, 06:15 PM IST</div>{TEXT}")
    assert found == ["The wheel is new", "The town came", "It rained"]


def test_the_labelled_line_of_the_author_is_no_text() -> None:
    assert lines(f"<p>Autor: Die Redaktion</p>{TEXT}", "de") == []


def test_what_a_site_says_of_itself_far_above_the_headline_is_no_text() -> None:
    tray = f"<div class=x1><div><h1>Why now?</h1><p>{LINE} We are for those who love mills and say so.</p></div></div>"
    head = "<html lang=en><title>The mill turns</title>"
    page = f"{head}<body>{tray}<main><article><h1>The mill turns</h1>{TEXT}</article>"
    assert "love mills" not in newsextract.extract(page).text


def test_a_sentence_with_a_date_is_text() -> None:
    assert lines(f"<p>4 May 2024 was a holiday.</p>{TEXT}") == ["4 May 2024 was a holiday."]


@pytest.mark.parametrize("line", ["© 2024 The Evening Post", "(c) Ida Berg", "<저작권자ⓒ저녁신문. 무단전재 금지>"])
def test_a_line_of_copyright_at_the_foot_is_no_text(line: str) -> None:
    assert lines(f"{TEXT}<p>{line.replace('<', '&lt;')}</p>") == []


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Join our WhatsApp channel for the news of the day", "en"),
        ("👉 Siga o canal do jornal no WhatsApp", "pt"),
        ("Folgen Sie uns auf Instagram", "de"),
        ("تابعونا على فيسبوك", "ar"),
    ],
)
def test_a_prompt_to_follow_the_site_is_no_text(line: str, language: str) -> None:
    assert lines(f"{TEXT}<p>{line}</p>{TEXT.replace('day', 'night')}", language) == []


@pytest.mark.parametrize("lead", ["READ MORE:", "LIRE AUSSI :", "Leia também |", "&gt;&gt; Related:"])
def test_a_lead_and_a_link_are_no_text(lead: str) -> None:
    link = '<a href="/2024/dam-broke">The dam above the town broke in the night</a>'
    assert lines(f"{TEXT}<p>{lead} {link}</p>{TEXT.replace('day', 'night')}") == []


def test_links_below_a_lead_go_with_it() -> None:
    item = '<li><a href="/2024/{0}">The {0} above the town</a></li>'
    links = "".join(map(item.format, ("dam", "bridge", "road")))
    assert lines(f"{TEXT}<p>LEIA TAMBÉM</p><ul>{links}</ul>{TEXT.replace('day', 'night')}", "pt") == []


def test_words_on_buttons_are_no_text() -> None:
    assert lines(f'{TEXT}<p>[ <a href="/send">Envoyer à un ami</a> | <a href="/p">Imprimer</a> ]</p>', "fr") == []


def test_code_among_paragraphs_is_text() -> None:
    page = f"<article><h1>The mill</h1><div>{TEXT}<pre>Mon  lock 1-4   2 h\nTue  lock 5-9   3 h</pre></div></article>"
    assert "lock 5-9   3 h" in newsextract.extract(page).text


def test_a_link_to_a_place_on_the_page_is_no_text() -> None:
    assert lines(f'{TEXT}<p><a href="#top">Back to top</a></p>{TEXT.replace("day", "night")}') == []


@pytest.mark.parametrize(
    "line",
    [
        'Want more? <a href="/letters">Sign up for our newsletter.</a>',
        'Alles Wichtige im <a href="/nl">Newsletter</a>: zur Anmeldung geht es hier.',
    ],
)
def test_a_prompt_for_a_newsletter_is_no_text(line: str) -> None:
    assert lines(f"{TEXT}<p>{line}</p>{TEXT.replace('day', 'night')}") == []


def test_a_sentence_about_newsletters_is_text() -> None:
    line = 'Half of all people leave <a href="/study">newsletters</a> unread.'
    assert len(lines(f"{TEXT}<p>{line}</p>{TEXT.replace('day', 'night')}")) == 1


def test_links_that_are_most_of_the_text_are_no_margin() -> None:
    posts = "".join(f'<p><a href="/post-{n}">The mill turned on day number {n} of the year</a></p>' for n in range(30))
    page = f"<html lang=en><body><main><h1>Mills</h1><p>{LINE}</p><p>Read also</p>{posts}</main></body></html>"
    assert "day number 17" in newsextract.extract(page).text


def test_many_paragraphs_above_the_heading_that_is_taken_for_the_headline_stay() -> None:
    said = [f"<p>{LINE} So said the owner on the {n}th of June, who had waited since winter.</p>" for n in range(4, 30)]
    first = f"<div><h1>What a licence is</h1>{''.join(said[:7])}</div>"
    second = f"<div><h1>How do licences work?</h1>{''.join(said[7:])}</div>"
    html = f"<title>How do licences work?</title><body><main>{first}{second}</main>"
    assert "on the 4th of June" in newsextract.extract(html).text


def test_a_line_that_announces_other_articles_goes_with_them() -> None:
    others = "".join(f"<li><a href=/other-{n}>Another mill of the valley turns again, {n}</a></li>" for n in "abc")
    assert lines(f"{TEXT}<p>You might also like these articles:</p><ul class=related-posts>{others}</ul>") == []
