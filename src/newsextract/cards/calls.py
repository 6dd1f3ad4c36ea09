"""Texts of cards that name no article: what buttons say, addresses, prices of shares, dates."""

import re

from newsextract.cards.anchors import link_text
from newsextract.label import LabelledPage
from newsextract.page import dates
from newsextract.page.address import Address
from newsextract.page.card import Card
from newsextract.page.document import Element
from newsextract.page.masthead import squash
from newsextract.page.text import text_of
from newsextract.rules.addresses import plain
from newsextract.rules.vocabulary import vocabulary

LONGEST_CALL = 40
"""Characters of what a button says."""

LONGEST_DATE = 30
"""Characters of a text that is a date and no more."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S")
_QUOTE = re.compile(r"(?<![\d.,])\d[\d.,]*+\s++[-+−±]\s?\d++[.,]\d++ ?%$")
"""The end of what a card says of a share: "8,30 +3,11%"."""

_CALL_EDGES = " .!…→»›>"
"""What stands around what a button says."""

_WORD = re.compile(r"[^\W_]+")

_BUTTONS = ("read_more", "load_more")
_SERVICES = ("subscribe", "newsletter", "login")
"""Phrases that are whole texts of buttons, and those that may be titles too."""


def names_nothing(page: LabelledPage, text: str, where: Address) -> bool:
    """Whether a text of a card that leads somewhere is no title, as it names no article."""
    if not any(c.isalpha() for c in text) or _ADDRESS.match(text) or (text[-1] == "%" and _QUOTE.search(text)):
        return True
    return len(text) <= LONGEST_CALL and (is_call(page, text, where) or _is_date(page, text))


def is_call(page: LabelledPage, text: str, where: Address) -> bool:
    """Whether a short text says what to do: "See all podcasts", "Read the case study". Articles have such titles, too;
    then their addresses say the same."""
    if len(text) > LONGEST_CALL:
        return False
    if page.rules.words.of(_BUTTONS).equal(text):
        return True
    folded, words = text.casefold(), vocabulary("teasers")
    is_said = words.opens("call", folded) or folded.endswith(words.openings("call_end"))
    return (is_said or page.rules.words.of(_SERVICES).equal(text)) and not _is_said(text, where)


def leads_to_list(page: LabelledPage, card: Card) -> bool:
    """Whether a link of a card says, as a whole or at its end, that there are more of a kind where it leads: "See all
    podcasts"."""
    words = vocabulary("teasers")
    brief = (text for a in card.links if 0 < len(text := _last_words(page, a)) <= LONGEST_CALL)
    return any(words.opens("call_all", text.casefold()) and not _is_said(text, card.address) for text in brief)


def tells_of_owner(page: LabelledPage, card: Card) -> bool:
    """Whether a link of a card says that it leads to who makes the site: "More about me"."""
    said = vocabulary("teasers").phrases("call_about")
    return any(link_text(page, a).casefold().strip(_CALL_EDGES) in said for a in card.links)


def _last_words(page: LabelledPage, link: Element) -> str:
    """What a link shows, or the last element in one that wraps a whole card."""
    text = link_text(page, link)
    if len(text) <= LONGEST_CALL or link.end - link.index == 1:
        return text
    inside = reversed(page.document.within(link))
    return next((said for e in inside if (said := text_of(e))), "")


def _is_said(text: str, where: Address) -> bool:
    """Whether an address says what a text says, or how it begins: both name an article."""
    if squash(text) in squash(where.path):
        return True
    first, steps = _WORD.findall(plain(text))[:2], set(_WORD.findall(plain(where.path)))
    return len(first) > 1 and steps.issuperset(first)


def _is_date(page: LabelledPage, text: str) -> bool:
    if len(text) > LONGEST_DATE or not any(c.isdigit() for c in text):
        return False
    found = next(dates.find(text, page.meta.language, page.captured), None)
    return found is not None and not any(c.isalnum() for c in text[: found.start] + text[found.end :])
