"""Headings that the model takes for something else, among those of the article."""

from newsextract.locate.headings import shown, with_headings, with_names, with_sections
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


DOUBTED = "<p>Some say that the sea will have it back before the year is out.</p>"


def paragraphs(parts: str, chance: float = 0.3) -> list[str]:
    """The paragraphs of a page that are kept with those in doubt under headings that would head nothing."""
    with prepared(f"<article><h1>Four piers</h1>{TEXT}{parts}</article>") as (page, flow):
        kept = [r for r in flow.runs if r.text not in DOUBTED and "Photo" not in r.text]
        chances = [1.0 if r in kept else chance for r in flow.runs]
        found = with_sections(page, flow.runs, kept, chances)
        return [r.text for r in found if r.element.tag == "p" and r.text not in TEXT]


def test_a_heading_heads_something() -> None:
    parts = f"<h2>North</h2><div>{DOUBTED}</div><h2>South</h2>{TEXT}"
    assert len(paragraphs(parts)) == 1
    assert paragraphs(parts, chance=0.1) == []


def test_a_heading_that_heads_kept_text_or_a_part_needs_nothing_more() -> None:
    assert paragraphs(f"<h2>North</h2>{TEXT}{DOUBTED}<h2>South</h2>{TEXT}") == []
    assert paragraphs(f"<h2>North</h2>{DOUBTED}<h3>The gate</h3>{TEXT}") == []


def test_a_heading_that_leads_away_heads_nothing_here() -> None:
    assert paragraphs(f'<h2><a href="/north">North</a></h2>{DOUBTED}<h2>South</h2>{TEXT}') == []


def test_a_brief_line_is_nothing_to_head() -> None:
    assert paragraphs(f"<h2>North</h2><p>Photo: Rosa Lind</p><h2>South</h2>{TEXT}") == []


PARTS = f"<h2>North</h2>{TEXT}<h2>South</h2>{TEXT}<h2>East</h2>{{}}<h3>The gate</h3>{TEXT}"


def test_what_stands_right_behind_one_of_several_headings_is_text_even_in_much_doubt() -> None:
    assert len(paragraphs(PARTS.format(DOUBTED), chance=0.15)) == 1
    assert paragraphs(PARTS.format(f"<div>{DOUBTED}</div>"), chance=0.15) == []


def test_what_asks_for_something_is_no_text_behind_a_heading() -> None:
    assert paragraphs(f"<div class=login-form>{PARTS.format(DOUBTED)}</div>", chance=0.15) == []


def names(chance: float, wrapper: str = "<div class=hotel>{}</div>") -> list[str]:
    """The names above the texts of a page that are kept where the third was in doubt."""
    parts = "".join(wrapper.format(f"The {name} inn") + TEXT for name in ("old", "red", "doubted", "new"))
    with prepared(f"<article><h1>Where to stay</h1>{TEXT}{parts}</article>") as (_, flow):
        kept = [r for r in flow.runs if "doubted" not in r.text]
        chances = [1.0 if r in kept else chance for r in flow.runs]
        return [r.text for r in with_names(flow.runs, kept, chances) if "inn" in r.text]


def test_a_line_made_like_those_that_name_the_other_parts_names_one_too() -> None:
    assert len(names(0.4)) == 4
    assert len(names(0.1)) == 3


def test_a_line_without_a_class_of_its_own_is_like_any_other() -> None:
    assert len(names(0.4, "<div>{}</div>")) == 3


def test_a_linked_line_names_nothing() -> None:
    assert len(names(0.4, '<div class=hotel><a href="/inn">{}</a></div>')) == 3
