"""An article in; out, what a document prints over its body: the body may hold it too, and a reader reads it once."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from newsextract.page.masthead import squash
from newsextract.records import Article, Image, Paragraph
from newsextract.rules.renditions import is_one_picture

EARLY: Final = 8
"""Blocks of the first section among which a standfirst is printed: behind pictures, players, a list of points."""
LEAST_SAID: Final = 16
"""Letters of a caption that no two pictures share by chance, as they do "Symbolbild"."""


def standfirst(article: Article) -> str | None:
    """The subtitle; None where the body opens with the same words."""
    if not article.subtitle:
        return None
    words = squash(article.subtitle)
    return None if words and any(squash(text) == words for text in _early(article)) else article.subtitle


def _early(article: Article) -> Iterator[str]:
    """The paragraphs near the beginning of the body, before its first heading."""
    blocks = article.sections[0].blocks if article.sections and not article.sections[0].heading else ()
    return (block.text for block in islice(blocks, EARLY) if isinstance(block, Paragraph))


def lead_image(article: Article) -> Image | None:
    """The lead image; None where the body shows the same picture, in whatever size."""
    lead = article.lead_image
    return None if lead is None or any(_is_same(lead, image) for image in article.images) else lead


def _is_same(one: Image, other: Image) -> bool:
    said, also_said = squash(one.caption or ""), squash(other.caption or "")
    return is_one_picture(one.url, other.url) or (said == also_said and len(said) >= LEAST_SAID)
