"""Players, posts, maps, charts, documents."""

import pytest

from newsextract.records import Embed, Image
from tests.content.reading import blocks, read

POST = '<a href="https://twitter.com/ada/status/1">May 2, 2024</a>'


def embeds(html: str) -> list[Embed]:
    """The embeds of a page that has text before and after them."""
    return [b for b in blocks(f"<p>The mill burned.</p>{html}<p>Nobody was hurt.</p>") if isinstance(b, Embed)]


@pytest.mark.parametrize(
    ("html", "provider", "kind"),
    [
        ('<iframe src="https://www.youtube.com/embed/abc"></iframe>', "youtube", "video"),
        ('<iframe data-src="https://www.google.com/maps/embed?pb=1"></iframe>', "google-maps", "map"),
        ('<iframe src="https://datawrapper.dwcdn.net/x/1/"></iframe>', "datawrapper", "chart"),
        ('<amp-youtube data-videoid="abc"></amp-youtube>', "youtube", "video"),
        (f'<blockquote class="twitter-tweet"><p>Fire!</p>{POST}</blockquote>', "x", "post"),
        ('<audio src="/talk.mp3"></audio>', "news.example", "audio"),
        ('<video><source src="/fire.mp4"></video>', "news.example", "video"),
        ('<object data="/report.pdf"></object>', "news.example", "document"),
        ("<p>https://www.youtube.com/watch?v=abc</p>", "youtube", "video"),
        ('<iframe src="https://maps.town.example/" allowfullscreen></iframe>', "maps.town.example", None),
    ],
)
def test_an_embed_says_whose_and_what_it_is(html: str, provider: str, kind: str | None) -> None:
    assert [(e.provider, e.kind) for e in embeds(html)] == [(provider, kind)]


def test_an_id_makes_the_address() -> None:
    (embed,) = embeds('<amp-youtube data-videoid="abc"></amp-youtube>')
    assert embed.url == "https://www.youtube.com/watch?v=abc"


def test_a_post_keeps_its_text() -> None:
    (embed,) = embeds(f'<blockquote class="twitter-tweet"><p>Fire at the mill!</p>{POST}</blockquote>')
    assert (embed.url, embed.text) == ("https://twitter.com/ada/status/1", "Fire at the mill!\nMay 2, 2024")


def test_a_frame_of_nobody_known_is_nothing() -> None:
    assert embeds('<iframe src="https://ads.example/frame"></iframe>') == []


def test_a_fallback_picture_inside_a_player_is_not_counted() -> None:
    html = '<p>A.</p><video src="/fire.mp4"><img src="/fire.jpg"></video><p>B.</p>'
    assert not any(isinstance(b, Image) for b in blocks(html))


def test_a_picture_that_leads_to_a_film_stands_for_it() -> None:
    link = '<a href="https://www.youtube.com/watch?v=abc"><img src="/still.jpg" alt="The fire"></a>'
    (embed,) = embeds(f"<div>{link}</div>")
    assert (embed.url, embed.kind, embed.text) == ("https://www.youtube.com/watch?v=abc", "video", "The fire")


def test_a_picture_that_leads_to_a_channel_is_no_film() -> None:
    assert embeds('<div><a href="https://www.youtube.com/@lantern"><img src="/still.jpg"></a></div>') == []


def test_a_still_of_a_film_stands_for_it() -> None:
    (embed,) = embeds('<div><img src="https://i.ytimg.com/vi/w7LWPK5vHnM/hqdefault.jpg"></div>')
    assert (embed.url, embed.provider) == ("https://www.youtube.com/watch?v=w7LWPK5vHnM", "youtube")


def test_a_box_with_the_number_and_address_of_a_film_is_one() -> None:
    (embed,) = embeds('<div data-video-id="w7LWPK5vHnM" data-url="https://www.youtube.com/embed/w7LWPK5vHnM"></div>')
    assert embed.url == "https://www.youtube.com/watch?v=w7LWPK5vHnM"


def test_a_post_of_which_no_text_is_kept_stands_where_its_box_does() -> None:
    post = f'<div><div><blockquote class="twitter-tweet"><p>Fire!</p>{POST}</blockquote></div></div>'
    told = read(f"<p>The mill burned.</p>{post}<p>The mill burned again.</p>", keep="mill burned")
    assert [type(b).__name__ for s in told for b in s.blocks] == ["Paragraph", "Embed", "Paragraph"]


def test_the_box_of_a_page_to_follow_is_no_post() -> None:
    quote = '<blockquote class="fb-xfbml-parse-ignore" cite="https://www.facebook.com/lantern/"></blockquote>'
    assert embeds(f'<div class="fb-page">{quote}</div>') == []
