"""The picture at the head and the body in; both out, the picture told once, with all that the body says of it."""

from collections.abc import Iterator

import attrs

from newsextract.locate import captions
from newsextract.locate.body import Body
from newsextract.page.text import HEADINGS
from newsextract.records import Image, Paragraph, Section
from newsextract.rules.renditions import stem
from newsextract.rules.vocabulary import vocabulary
from newsextract.rules.words import Words

MOST_BEHIND = 8
"""Runs behind the text among which a line that credits its picture is left out."""


def parted(lead: Image, sections: tuple[Section, ...], body: Body, words: Words) -> tuple[Image, tuple[Section, ...]]:
    """The lead image, with caption and credit of the same picture in the body, or with the credit that ends a body
    without pictures, or stands right behind it; the sections, without that picture where it stands before all text."""
    images = [block for block in _blocks(sections) if isinstance(block, Image)]
    same = next((image for image in images if stem(image.url) == stem(lead.url)), None)
    if same is not None:
        if lead.caption is None:
            lead = attrs.evolve(lead, caption=same.caption, credit=lead.credit or same.credit)
        if sections[0].heading is None and sections[0].blocks[:1] == (same,) and len(sections[0].blocks) > 1:
            sections = (attrs.evolve(sections[0], blocks=sections[0].blocks[1:]), *sections[1:])
    elif not images and lead.credit is None:
        lead = attrs.evolve(lead, credit=_closing_credit(sections, words) or _credit_behind(body, words))
    return lead, sections


def _blocks(sections: tuple[Section, ...]) -> Iterator[object]:
    return (block for section in sections for block in section.blocks)


def _closing_credit(sections: tuple[Section, ...], words: Words) -> str | None:
    """Whom the last line of the body credits for a picture."""
    last = sections[-1].blocks[-1] if sections and sections[-1].blocks else None
    return _pictured(last.text.rpartition("\n")[2], words) if isinstance(last, Paragraph) else None


def _credit_behind(body: Body, words: Words) -> str | None:
    """Whom a line behind the kept text credits for a picture."""
    first = max(body.kept) + 1 if body.kept else 0
    behind = (r for r in body.flow.runs[first : first + MOST_BEHIND] if r.element in body.container)
    said = (r.text for r in behind if r.link_length < len(r.text) and r.element.tag not in HEADINGS)
    return next((credit for text in said if (credit := _pictured(text, words))), None)


def _pictured(line: str, words: Words) -> str | None:
    """Whom a line credits that says that it does so for a picture."""
    if len(line) > captions.LONGEST_CREDIT or not vocabulary("credits").opens("pictured", line.casefold()):
        return None
    return captions.credited(line, words) or line.partition(":")[2].strip() or None
