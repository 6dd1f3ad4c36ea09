"""What a page shows of its kind."""

import pytest

from newsextract.locate.signs import much, signs
from newsextract.pipeline import prepared
from tests.fields.pages import PROSE, URL

HEAD = "<h1>Harbour bridge closes for a month</h1>"


def shown(body: str, head: str = "", url: str | None = URL) -> dict[str, float]:
    with prepared(f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>", url) as (page, flow):
        return dict(signs(page, flow))


def test_every_sign_is_a_strength() -> None:
    page = shown(HEAD + PROSE, "<meta property=og:type content=article>")
    assert all(-1 <= strength <= 1 for strength in page.values())


def test_a_page_without_anything_has_signs_too() -> None:
    assert shown("", url=None)["prose"] == 0


def test_a_count_grows_ever_slower() -> None:
    assert much(0) == 0 < much(2) - much(1) < much(1) - much(0)
    assert much(10_000) == 1


def test_running_text_is_what_is_long_and_hardly_linked() -> None:
    linked = PROSE.replace("<p>", "<p><a href=/a>").replace("</p>", "</a></p>")
    assert shown(HEAD + PROSE)["prose:share"] > 0.5 > shown(HEAD + linked)["prose:share"]


@pytest.mark.parametrize(
    ("url", "sign"),
    [
        ("https://docs.lantern.example/start", "url:at-documentation"),
        ("https://lantern.example/forum/ferry", "url:in-forum"),
        ("https://lantern.example/pricing", "url:is-service"),
        ("https://lantern.example/", "url:root"),
        ("https://lantern.example/list?sort=price", "url:query"),
    ],
)
def test_an_address_says_what_it_leads_to(url: str, sign: str) -> None:
    assert shown(HEAD, url=url)[sign] == 1


def test_where_a_visitor_came_from_is_no_query() -> None:
    assert "url:query" not in shown(HEAD, url="https://lantern.example/ferry?utm_source=letter")


def test_the_template_is_told_by_the_classes_of_the_body() -> None:
    with prepared("<html><body class='single-post logged-in'><p>Ferry</p></body></html>") as (page, flow):
        assert dict(signs(page, flow))["template:single"] == 1


def test_prices_are_counted_where_they_stand_alone() -> None:
    assert shown("<p>$ 49.90</p><p>59 EUR</p>")["runs:prices"] > shown("<p>No price at all</p>")["runs:prices"] == 0


def test_a_date_beside_the_headline_says_more_than_one_far_off() -> None:
    date = "<time datetime=2024-05-03>3 May 2024</time>"
    far = "<p>Ferry</p>" * 200
    assert shown(HEAD + date + far)["headline:time"] > shown(HEAD + far + date)["headline:time"]
