"""A text near a headline in, whether it may be a standfirst out: captions, lines of date and author, labels of what
stands below, other articles' teasers and the motto of the site are none."""

import re
from itertools import takewhile

from newsextract.label import LabelledPage
from newsextract.locate.degrees import titled_names
from newsextract.page.dates import find
from newsextract.page.document import Document, Element
from newsextract.page.masthead import squash
from newsextract.page.schema import people
from newsextract.page.text import COLONS, HEADINGS, text_of
from newsextract.rules.speech import Speech
from newsextract.rules.vocabulary import vocabulary

SHORTEST, LONGEST = 12, 600
"""Characters of a standfirst."""
LONGEST_LINE = 100
"""Characters of a line with a date and a name; in a longer one they are part of what it says."""
KICKER = 60
"""Characters below which what stands over the headline is a kicker, and over a text its label."""
LABEL = 20
"""Characters of a heading that is the label of a box."""
FEW = 3
"""Words beside a date up to which nothing is said; letters up to which there are none beside links."""
BESIDE = ("author", "author-box", "caption", "credit", "share", "navigation", "newsletter", "comments", "sidebar")
"""Labels of what stands beside the headline and sums up nothing."""
_BELOW = ("related", "recommended", "most-read", "read-more", "contents", "hidden", "rating")
"""Labels of what stands below an article, or is not shown."""
_LABELS = ("contents", "related", "recommended", "comments", "read_also", "newsletter", "share", "home", "load_more")
"""Keys of what heads a list of links or a form."""
_POINTING = ("▲", "△", "▼", "▽")
"""How captions begin that point at the picture above or below."""
_CREDIT = re.compile(r"[(\[（]([^()\[\]（）]{3,80}:[^()\[\]（）]{2,80})[)\]）]\.?$")


def may_be(page: LabelledPage, said: str) -> bool:
    """Whether a text may be a standfirst by what it says."""
    if not SHORTEST <= len(said) <= LONGEST or squash(said) == squash(page.title or ""):
        return False
    notices, folded = vocabulary("notices"), said.casefold()
    if notices.holds("disclosure", folded) or (len(said) <= LONGEST_LINE and notices.holds("login_prompt", folded)):
        return False  # what the site earns by its links, who may write there
    speech = page.speech
    if titled_names(said, speech) or speech.under(*_LABELS).equal(said) or _is_author(page, said):
        return False
    return not (_is_caption(page, said) or said.endswith(COLONS) or _is_dateline(said, speech))


def is_foreign(page: LabelledPage, element: Element) -> bool:
    """Whether an element sums up something else: another article in its teaser, the site in its header; or nothing: it
    holds the headline itself, is a line of words over it, a link, or names who wrote it or what a picture shows."""
    headline = page.headline
    is_above = headline is not None and element.end <= headline.index
    if headline is not None and (headline in element or (is_above and len(text_of(element)) < KICKER)):
        return True
    inside = page.document.within(element)
    if any(e.tag in {"figure", "figcaption"} or (e.tag in HEADINGS and _is_linked(e, page.document)) for e in inside):
        return True
    if (is_above and any(e.tag == "h1" for e in inside)) or _is_box(element, inside):
        return True
    apart = list(takewhile(lambda e: headline is None or headline not in e, (element, *element.ancestors)))
    if any(e.tag == "a" or page.labels.has(e, *BESIDE, *_BELOW) for e in apart):
        return True
    is_mailed = headline is not None and element.parent is headline.parent and _is_linked(headline, page.document)
    if not is_mailed and _is_row_of_links(page.document, element):  # in letters the headline is a link, too
        return True
    if any(card.start <= element.index < card.end for block in page.cards for card in block.cards):
        return True
    if any(a.tag == "table" and (headline is None or headline not in a) for a in element.ancestors):
        return True
    header = page.labels.around(element, "header")
    return header is not None and (page.headline is None or page.headline not in header)


def _is_linked(heading: Element, document: Document) -> bool:
    """Whether a heading leads to another page: that of a teaser."""
    return heading.parent is not None and (heading.parent.tag == "a" or bool(document.within(heading, "a")))


def _is_box(element: Element, inside: list[Element]) -> bool:
    """Whether a label of its own heads a text: "Summary", in a heading, over the points of a box."""
    heading = next((text_of(e) for e in inside if e.tag in HEADINGS), "")
    said = text_of(element)
    return 0 < len(heading) <= LABEL and said.startswith(heading) and len(said) > len(heading) + KICKER


def _is_row_of_links(document: Document, element: Element) -> bool:
    """Whether a short text says nothing but what it links: "1.0.0 · Source"."""
    links, said = document.within(element, "a"), text_of(element)
    if not links or len(said) > LONGEST_LINE:
        return False
    return sum(map(_letters, (text_of(a) for a in links))) + FEW > _letters(said)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _is_author(page: LabelledPage, said: str) -> bool:
    """Whether a text is the name of whom the metadata states as the author."""
    if len(said) > KICKER:
        return False
    stated = [p.name for _, e in page.entities.articles for p in people(e.get("author")) if p.name]
    return said in stated or said in page.meta.all("author")


def _is_dateline(said: str, speech: Speech) -> bool:
    """Whether a text is a date with little besides: with who wrote the article, when it was published, how long it
    takes to read."""
    date = next(find(said), None) if len(said) <= 2 * LONGEST_LINE else None
    if date is None:
        return False
    if len(said) > LONGEST_LINE:
        return date.whole and speech.starts_with("by", said) is not None
    if speech.finds("minutes_read", said) is not None or speech.finds("by", said) is not None:
        return True
    rest = f"{said[: date.start]} {said[date.end :]}"
    is_bare = sum(any(map(str.isalpha, w)) for w in rest.split()) <= FEW and date.whole
    return is_bare or 2 * (date.end - date.start) > len(said) or speech.finds("first_published", said) is not None


def _is_caption(page: LabelledPage, said: str) -> bool:
    """Whether a text begins as a caption does, "File photo: …", or ends with the credit of a picture in brackets:
    "Rosa Lind (Photo: Lantern)"."""
    if said.startswith(_POINTING):
        return True
    lead = page.rules.words.of(("caption", "photo_credit")).starts(said)
    if lead is not None and (lead.endswith(":") or said[len(lead) :].startswith(":")):
        return True
    credit = _CREDIT.search(said)
    return credit is not None and page.rules.words.starts_with("photo_credit", credit[1]) is not None
