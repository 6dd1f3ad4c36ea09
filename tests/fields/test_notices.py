"""Notices: one fact a test, on small pages made for it."""

import pytest

from newsextract import extract

URL = "https://fjordbladet.example/2025/07/25/harbour-board-votes-to-widen-the-quay/"
SENTENCE = "The harbour board voted on Friday to widen the northern quay by forty metres before winter. "
PROSE = f"<p>{SENTENCE * 4}</p>"
LD = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A quay", %s}</script>'


TITLE = "Harbour board votes to widen the quay"


def notices(body: str, head: str = "", title: str = TITLE) -> list[tuple[str, str | None]]:
    html = f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{body}</article>"
    return [(n.kind, n.text) for n in extract(html, url=URL).notices]


def kinds(body: str, head: str = "", title: str = TITLE) -> list[str]:
    return [kind for kind, _ in notices(body, head, title)]


def test_a_whole_free_article_has_none() -> None:
    assert kinds(PROSE * 5, LD % '"isAccessibleForFree": true') == []


@pytest.mark.parametrize(
    "stated",
    [
        '"isAccessibleForFree": false',
        '"isAccessibleForFree": "False"',
        '"hasPart": {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".locked"}',
    ],
)
def test_a_stated_paywall_however_it_is_spelt(stated: str) -> None:
    assert kinds(PROSE * 5, LD % stated) == ["paywall"]


def test_a_printed_paywall_after_a_cut_off_text() -> None:
    cut = "<p>The board met for three hours on Friday, and when the chairman came out he said only that the…</p>"
    found = notices(PROSE + cut + "<div><p>This article is for subscribers only.</p></div>")
    assert found == [("paywall", "This article is for subscribers only.")]


def test_a_prompt_to_subscribe_below_a_long_article_is_no_paywall() -> None:
    assert kinds(PROSE * 9 + "<p>Subscribe to read more stories like this one.</p>") == []


def test_a_text_that_ends_with_a_cut_mark_is_truncated() -> None:
    cut = "<p>The board met for three hours on Friday, and when the chairman came […]</p>"
    assert kinds(PROSE * 2 + cut) == ["truncated"]


def test_a_page_that_is_not_there() -> None:
    found = notices("<p>The story may have moved.</p>", title="Seite nicht gefunden")
    assert found == [("soft-404", "Seite nicht gefunden")]


def test_an_article_about_missing_pages_is_there() -> None:
    assert kinds(PROSE * 6, title="Not found: the page that Luther lost") == []


def test_a_page_that_needs_a_script() -> None:
    script = "<noscript>You need to enable JavaScript to run this app.</noscript>"
    html = f"<title>News</title><body><div id=root></div>{script}"
    assert [n.kind for n in extract(html, url=URL).notices] == ["empty-body"]


def test_a_wall_of_consent() -> None:
    wall = "<p>We and our partners store information on your device.</p><button>Accept and continue</button>"
    assert kinds(f"{wall}<h2>Continue with ads</h2>", title="Welcome to Fjordbladet") == ["consent-wall"]


def test_a_cookie_notice_beside_an_article_is_no_wall() -> None:
    assert kinds(PROSE * 5 + "<div><p>We and our partners use cookies.</p><button>Accept all</button></div>") == []


def test_a_note_of_correction_is_kept_whole() -> None:
    note = "Correction: An earlier version of this story gave the wrong length of the quay."
    assert notices(PROSE * 4 + f"<p><em>{note}</em></p>") == [("correction", note)]


def test_a_label_above_the_headline_says_sponsored() -> None:
    html = f"<body><article><span>Sponsored content</span><h1>Ten quays to visit</h1>{PROSE * 4}</article>"
    assert [(n.kind, n.text) for n in extract(html, url=URL).notices] == [("sponsored", "Sponsored content")]


def test_the_first_publisher_in_the_last_line() -> None:
    line = "This article was originally published in the Skerry Gazette."
    assert notices(PROSE * 4 + f"<p>{line}</p>") == [("syndicated", line)]


OFFER = "If you would like me to change the tone or add another section to the article, just let me know!"


def test_what_a_chatbot_left_is_kept_in_the_notice() -> None:
    assert notices(PROSE * 2 + f"<p>{OFFER}</p>" + PROSE * 2) == [("chatbot-residue", OFFER)]


def test_what_a_chatbot_left_is_not_body_text() -> None:
    html = f"<body><article><h1>Harbour board votes</h1>{PROSE * 2}<p>{OFFER}</p>{PROSE * 2}</article>"
    assert OFFER not in extract(html, url=URL).text


def test_a_quoted_offer_is_no_residue() -> None:
    said = "“If you want me to resign, tell me to my face,” the chairman said, holding the text of the article."
    assert kinds(PROSE * 2 + f"<p>{said}</p>" + PROSE * 2) == []


def test_an_invitation_to_report_mistakes_is_no_correction() -> None:
    asked = "<p>Corrections: If you see a mistake, please email the desk and we will look at it.</p>"
    assert kinds(PROSE * 3 + asked) == []


def test_a_label_between_dots_says_sponsored() -> None:
    html = f"<body><div>• SPONSORED •</div><article><h1>{TITLE}</h1>{PROSE * 3}</article>"
    assert [n.kind for n in extract(html, url=URL).notices] == ["sponsored"]


@pytest.mark.parametrize(
    ("canonical", "found"),
    [("https://m.fjordbladet-news.example/2025/a/", ["syndicated"]), (f"https://m.fjordbladet.test{URL[27:]}", [])],
)
def test_a_canonical_address_at_the_same_house_is_no_syndication(canonical: str, found: list[str]) -> None:
    assert kinds(PROSE * 3, f'<link rel=canonical href="{canonical}"><meta property=og:url content="{URL}">') == found


@pytest.mark.parametrize(
    "line",
    [
        "*Dieser Beitrag ist in freundlicher Kooperation mit dem Hafenverband entstanden.",
        "This post is sponsored by the Harbour Company.",
    ],
)
def test_a_note_below_the_text_says_sponsored(line: str) -> None:
    assert notices(PROSE * 4 + f"<p>{line}</p>") == [("sponsored", line)]


def test_a_canonical_address_without_a_name_is_no_syndication() -> None:
    assert kinds(PROSE * 3, "<link rel=canonical href=https://.fjordbladet.test/a>") == []


def test_a_label_set_apart_by_strokes_may_name_the_advertiser() -> None:
    html = f"<article><h2 class=topline>- Advertorial Lantern-</h2><h1>{TITLE}</h1>{PROSE * 5}</article>"
    assert [n.kind for n in extract(f"<html><body>{html}", url=URL).notices] == ["sponsored"]


def test_the_copyright_of_the_group_that_owns_the_site_is_no_syndication() -> None:
    line = "<p>Copyright 2023 Quay Media Inc. All rights reserved. This material may not be published or broadcast.</p>"
    html = f"<article><h1>{TITLE}</h1>{PROSE * 5}{line}</article><footer>© 1998 - 2023 Quay Media Inc.</footer>"
    record = extract(f"<html><body>{html}", url=URL)
    assert (record.source, record.notices) == (None, ())


@pytest.mark.parametrize(
    "line",
    [
        "Originally published in March 2022. Last updated on December 20, 2024.",
        "This story was originally published December 22, 2023, 12:20 PM.",
    ],
)
def test_the_day_of_the_first_publication_is_no_other_publisher(line: str) -> None:
    assert kinds(PROSE * 5 + f"<p>{line}</p>") == []


def test_a_day_beside_the_first_publisher_takes_nothing_away() -> None:
    line = "Originally published on 3 May 2022 by the Harbour Gazette."
    assert notices(PROSE * 5 + f"<p>{line}</p>") == [("syndicated", line)]


def test_a_label_of_a_correction_is_told_with_what_it_labels() -> None:
    label, note = "Correction: December 20, 2023:", "An earlier version of this article named the wrong quay."
    body = f"{PROSE * 5}<p><em>{label}</em></p><p>{note}</p>"
    assert notices(body) == [("correction", f"{label} {note}")]


def test_a_line_that_says_what_to_click_asks_for_no_money() -> None:
    assert kinds(PROSE + "<p>Click on the pictures to read the full post, or save them for later.</p>") == []


def test_a_long_text_that_breaks_off_before_an_offer_stands_behind_a_paywall() -> None:
    offer = "Become a paid subscriber to The Quay to unlock this piece and learn about:"
    rest = f"<p>Here is what it took them...</p><p>{offer}</p><ol><li>How the quay was paid</ol>"
    assert notices(PROSE * 8 + rest) == [("paywall", offer)]


def test_a_wall_right_behind_a_long_text_says_that_it_goes_on_for_those_who_paid() -> None:
    wall = "<div class=paywall><h2>This post is for paid subscribers</h2><a href=/subscribe>Subscribe</a></div>"
    assert notices(PROSE * 8 + wall) == [("paywall", "This post is for paid subscribers")]
