"""What a line of the text announces: a list, addresses."""

from newsextract.locate.announced import with_announced
from newsextract.pipeline import prepared

TEXT = "<p>The old pier would be repaired before winter, the harbour council of the coastal town said.</p>"
MAKERS = '<ul><li><a href="/brands/anchor">Anchor & Sons</a></li><li><a href="/brands/keel">Keel</a></li></ul>'
PLANS = '<p><a href="https://plans.example/pier">https://plans.example/pier</a></p>'


def announced(parts: str, chance: float = 0.2) -> list[str]:
    """What is kept of a page where all links are in doubt."""
    with prepared(f"<article><h1>Four piers</h1>{TEXT}{parts}{TEXT}</article>") as (page, flow):
        kept = [r for r in flow.runs if r.link_length < len(r.text)]
        found = with_announced(page, flow, kept, [1.0 if r in kept else chance for r in flow.runs])
        return [r.text for r in found if r not in kept]


def test_a_list_behind_a_line_that_announces_it_is_text() -> None:
    assert announced(f"<p>The makers of its chains include:</p>{MAKERS}") == ["Anchor & Sons", "Keel"]


def test_addresses_behind_a_line_that_announces_them_are_text() -> None:
    assert announced(f"<p>The plans of the council:</p>{PLANS}") == ["https://plans.example/pier"]
    mailbox = '<p><a href="mailto:pier@town.example">pier@town.example</a></p>'
    assert announced(f"<p>Write to the council:</p>{mailbox}") == ["pier@town.example"]


def test_what_is_hardly_text_is_none_whatever_announces_it() -> None:
    assert announced(f"<p>The makers of its chains include:</p>{MAKERS}", chance=0.02) == []


def test_a_line_without_a_colon_or_with_other_articles_behind_it_announces_nothing() -> None:
    assert announced(f"<p>The makers of its chains are known.</p>{MAKERS}") == []
    assert announced(f"<p>You might also like:</p>{MAKERS}") == []
    assert announced(f"<p>The makers of its chains include:</p><div class=related-posts>{MAKERS}</div>") == []


def test_a_link_that_says_something_else_than_its_address_is_announced_by_nothing() -> None:
    assert announced('<p>The plans of the council:</p><p><a href="/plans">Buy them now</a></p>') == []


def test_addresses_and_documents_behind_the_text_are_text() -> None:
    assert announced(f"{TEXT}{TEXT}{PLANS}", chance=0.02) == ["https://plans.example/pier"]
    document = '<p><a href="/files/pier.pdf">Download the plans</a></p>'
    assert announced(f"{TEXT}{TEXT}{document}", chance=0.02) == ["Download the plans"]


def test_other_links_behind_the_text_are_none() -> None:
    assert announced(f'{TEXT}{TEXT}<p><a href="/harbour">More of the harbour</a></p>') == []
    assert announced(f"<div>{PLANS}</div>") == []
