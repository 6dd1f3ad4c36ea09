"""The explained page in a real browser, opened from disk."""

import pytest

from newsextract.report import explain
from tests.report.pages import HOSTILE, PARAGRAPHS, fixture

pytestmark = pytest.mark.browser


@pytest.fixture
def blog(show):
    opened = show(explain(fixture("wpblocks"), url="https://uferblatt.example/2024/11/stadtbad/").to_html())
    opened.tab.wait_for_selector("html[data-ready]", state="attached")
    return opened


def test_a_click_on_a_field_highlights_its_region(blog):
    blog.tab.click("[data-field=title] summary")
    assert blog.highlighted() == ["Stadtbad bekommt ein neues Dach"]


def test_a_click_on_a_region_highlights_its_value(blog):
    blog.frame.locator("[data-ne-f=list]").first.click()
    assert blog.tab.locator(".row.on .name").all_inner_texts() == ["list"]


def test_pointing_at_a_region_shows_its_value(blog):
    blog.frame.locator("h1").first.hover()
    assert blog.tab.locator(".row.hover[data-field=title]").count() == 1


def test_pointing_at_a_value_shows_its_region(blog):
    blog.tab.locator("[data-field=title] summary").hover()
    assert blog.frame.locator(".ne-hover").all_inner_texts() == ["Stadtbad bekommt ein neues Dach"]


def test_the_keyboard_walks_through_the_values(blog):
    blog.tab.focus("[data-field=language] summary")
    blog.tab.keyboard.press("ArrowDown")
    assert blog.highlighted() == ["Stadtbad bekommt ein neues Dach"]
    blog.tab.keyboard.press("Escape")
    assert blog.highlighted() == []


def test_enter_on_a_region_selects_its_value(blog):
    blog.frame.locator("[data-ne-f=list]").first.focus()
    blog.tab.keyboard.press("Enter")
    assert blog.tab.locator(".row.on .name").all_inner_texts() == ["list"]


def test_the_article_as_extracted_can_be_shown(blog):
    blog.tab.click("text=As extracted")
    assert blog.tab.locator("#clean h1").inner_text() == "Stadtbad bekommt ein neues Dach"
    assert not blog.tab.locator("iframe").is_visible()


def test_no_request_leaves_the_file_and_nothing_is_complained_of(blog):
    for switch in blog.tab.locator(".switches button").all():
        switch.click()
    assert blog.requests == [blog.address]
    assert blog.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_a_phone(show, scheme):
    document = explain(fixture("jnews"), url="https://sundet-info.example/story").to_html()
    opened = show(document, viewport={"width": 360, "height": 740}, color_scheme=scheme)
    assert opened.tab.evaluate("document.documentElement.scrollWidth") <= 360
    assert opened.tab.locator("#panel").bounding_box()["height"] > 200


def test_the_dark_scheme_is_dark(show):
    opened = show(explain(PARAGRAPHS).to_html(), color_scheme="dark")
    assert opened.tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 23, 26)"


def test_a_hostile_page_stays_inert(show):
    opened = show(explain(HOSTILE, url="https://harbour.example/story").to_html())
    opened.tab.wait_for_selector("html[data-ready]", state="attached")
    opened.frame.locator("#evil").click()
    opened.frame.locator("text=Send").click()
    opened.tab.click("[data-field=title] summary")
    opened.tab.wait_for_timeout(300)
    assert opened.requests == [opened.address]
    assert opened.complaints == []
    assert opened.dialogs == []
    assert opened.tab.title() == "Explained: Berth put off"


def test_style_that_covers_the_screen_covers_nothing(show):
    opened = show(explain(HOSTILE, url="https://harbour.example/story").to_html())
    opened.tab.wait_for_selector("html[data-ready]", state="attached")
    opened.frame.locator("p", has_text="the second time").click()
    assert "the second time" in opened.highlighted()[0]


def test_a_page_of_a_megabyte_opens_with_all_its_regions(show):
    page = f"<h1>Berth put off</h1>{PARAGRAPHS * 2000}".encode()
    assert len(page) > 1_000_000
    found = explain(page, url="https://harbour.example/long")
    opened = show(found.to_html())
    opened.tab.wait_for_selector("html[data-ready]", state="attached")
    assert opened.frame.locator("[data-ne-f]").count() == len({r.element for r in found.regions})
