"""Headings that the model takes for something else, among those of the article."""

from newsextract.locate.headings import shown, with_headings
from newsextract.pipeline import prepared

TEXT = "<p>The old pier would be repaired before winter, the harbour council of the coastal town said.</p>"


def headings(parts: list[str], doubtful: str, marks: str = "") -> list[str]:
    """The headings of a page whose runs are all kept but those with the doubtful text."""
    with prepared(f"<article {marks}><h1>Four piers</h1>{''.join(parts)}</article>") as (page, flow):
        kept = [r for r in flow.runs if doubtful not in r.text]
        found = with_headings(flow.runs, shown(page, kept))
        return [r.text for r in found if r.element.tag == "h2"]


def named(*names: str, kind: str = "pier") -> list[str]:
    return [f"<h2 class={kind}>{name}</h2><ul><li>Built later</li></ul>{TEXT}" for name in names]


def test_a_heading_made_like_three_of_the_article_is_the_articles_too() -> None:
    parts = named("North pier", "East pier", "South pier", "West pier")
    assert headings(parts, "East") == ["North pier", "East pier", "South pier", "West pier"]


def test_two_headings_tell_nothing_of_a_third() -> None:
    assert headings(named("North pier", "East pier", "South pier"), "East") == ["North pier", "South pier"]


def test_a_heading_of_another_make_stays_out() -> None:
    parts = [*named("North pier", "East pier"), *named("Our offers", kind="shop"), *named("South pier")]
    assert headings(parts, "Our offers") == ["North pier", "East pier", "South pier"]


def test_a_heading_above_nothing_that_is_kept_stays_out() -> None:
    parts = named("North pier", "East pier", "South pier", "West pier")
    parts[1] = "<h2 class=pier>East pier</h2>"
    assert headings(parts, "East") == ["North pier", "South pier", "West pier"]


def test_a_heading_for_screen_readers_is_none_of_the_text() -> None:
    assert headings(['<h2 class="text-hide">Main content</h2>', *named("North pier")], "?") == ["North pier"]
