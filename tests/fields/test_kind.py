"""What a page is."""

from newsextract import extract
from tests.fields.pages import PROSE, article

HEAD = "<h1>Harbour bridge closes for a month</h1>"


def teasers(number: int) -> str:
    return "".join(
        f"<article class=card><h3><a href=/transport/story-{n}>Story number {n} of the day</a></h3></article>"
        for n in range(number)
    )


def test_running_text_that_calls_itself_an_article_is_one() -> None:
    page = article(HEAD + "<p class=byline>By Mira Aalto</p>" + PROSE * 3, "<meta property=og:type content=article>")
    assert page.kind == "article"
    assert page.evidence["kind"].confidence > 0.8


def test_text_of_few_signs_that_say_much_is_running_text() -> None:
    story = (
        "<p>港口大桥将对卡车封闭一个月，以便更换支座，市政府昨日宣布，交通将改走旧路，预计给通勤者带来不便。</p>"
        "<p>市长在记者会上表示，工程原定去年开工，因资金不足推迟。他说，新支座可以使用五十年。</p>"
        "<p>公交公司说，三条线路将绕行，票价不变。首班车提前二十分钟发车，末班车推迟半小时。</p>"
        "<p>附近商户担心客流减少。一家早餐店的老板告诉记者，他已经准备提前开门。</p>"
    )
    page = article(
        f"<h1>大桥封闭一个月</h1>{story}", "<title>大桥封闭一个月_江城网</title>", "https://x.example/a/123.html"
    )
    assert page.kind == "article"


def test_a_page_of_teasers_is_a_listing() -> None:
    page = article(f"<h1>Transport</h1>{teasers(25)}", url="https://www.daily-lantern.example/category/transport/")
    assert page.kind == "listing"


def test_a_page_that_sells_is_something_else() -> None:
    head = '<meta property=og:type content=product><script type="application/ld+json">{"@type":"Product"}</script>'
    body = "<h1>Bridge model kit</h1><p>$ 49.90</p><p>$ 59.90</p><form><button>Add to basket</button></form>"
    assert article(body, head, "https://shop.example/products/bridge-kit").kind == "other"


def test_an_empty_page_is_something_else() -> None:
    assert article("", url=None).kind == "other"


def test_what_has_no_links_lists_nothing() -> None:
    assert article(PROSE, url=None).kind != "listing"


def test_live_coverage_says_so() -> None:
    head = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Bridge closed"}</script>'
    assert article(HEAD + PROSE, head).kind == "live-blog"


def test_a_cookie_wall_in_the_place_of_a_page_is_something_else() -> None:
    said = "<p>We and our partners store information on your device, such as cookies, to process personal data.</p>"
    page = article(f"<main id=sp_message_container_1><h1>Welcome to the Lantern</h1>{said}</main>")
    assert page.kind == "other"
    assert page.evidence["kind"].source == "dom"


def test_a_thread_of_a_forum_is_something_else() -> None:
    posts = "".join(
        f"<div class=message><a href=/members/keeper-{n}>keeper{n}</a><p>I think the ferry should run on Sundays too, "
        f"at least {n} times, and so does everybody I asked.</p></div>"
        for n in range(12)
    )
    head = '<script type="application/ld+json">{"@type": "DiscussionForumPosting", "headline": "Ferry"}</script>'
    page = article(f"<h1>Ferry on Sundays?</h1>{posts}", head, "https://boards.example/threads/ferry-on-sundays.12345/")
    assert page.kind == "other"


def test_a_page_whose_body_is_named_a_single_post_is_no_listing() -> None:
    body = f"<h1>Ferries of the sound</h1>{teasers(40)}"
    assert article(body, url="https://www.daily-lantern.example/?p=12").kind == "listing"
    page = f"<html lang=en><head></head><body class='single single-post postid-12'>{body}</body></html>"
    assert extract(page, url="https://www.daily-lantern.example/?p=12").kind != "listing"
