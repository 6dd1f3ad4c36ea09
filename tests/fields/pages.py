"""Small pages for the field readers: a head, a body, and the record that comes out."""

from newsextract import Article, extract

URL = "https://www.daily-lantern.example/transport/harbour-bridge-closes-for-a-month"


def article(body: str, head: str = "", url: str | None = URL) -> Article:
    """The record of a page."""
    page = f"<!doctype html><html lang=en><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return extract(page, url=url)


PROSE = "".join(
    f"<p>The harbour bridge will be closed to all traffic from Monday, the port authority said on its {day} visit to "
    "the site, because the bearings of the northern span have to be replaced before the winter storms begin.</p>"
    for day in ("first", "second", "third", "fourth")
)
"""Running text for a body."""
