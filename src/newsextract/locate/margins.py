"""A body in, the body without what stands about its text out: the line of date and byline above, lines of copyright and
tools below, prompts to follow the site and leads to other articles anywhere.

The model that locates bodies keeps few of these on sites like those it knows; here words decide, in any language.
"""

from collections.abc import Iterator

import attrs

from newsextract.label import LabelledPage
from newsextract.locate.body import Body
from newsextract.page.dates import find
from newsextract.page.flow import Run
from newsextract.page.text import COLONS, HEADINGS
from newsextract.rules.speech import Speech
from newsextract.rules.vocabulary import vocabulary
from newsextract.rules.words import Words

FEWEST = 3
"""Runs of a body from which on it has lines about it."""
HEAD, FOOT = 3, 4
"""Runs at the head of a body among which the line of its date may be, at its foot those of copyright and tools."""
MOST = 0.4
"""Part of a text up to which what stands about it can be a margin: of a list, teasers are the text."""
LONGEST_DATELINE = 80
LONGEST_LEAD = 120
LONGEST_PROMPT = 260
"""Characters of prompts, leads and lines of copyright; longer ones are text."""
ABOVE = 0.25
"""Part of a text up to which what stands far above the headline can be none of it."""
FEW = 6
"""Lines in which a site says what it is."""
LONGEST_ZONE = 5
"""Letters of what follows a date in a line of its own: "Uhr", "IST"."""
LONGEST_NAME = 30
"""Characters beside a date in a teaser's line."""

MARKS = " \t<([【*•·-–—|>»→▶►▲■◆☞👉📲📢:：,，"
"""What may stand before the words that tell, and behind them."""
CLOSING = MARKS + ">)]】.…"
LEADS = (":", "：", "|", ">", "»", "→", "–", "—", "-", "►", "▶")
"""How a word such as "Read more" goes on where a title follows."""
OPENINGS = ("read_also", "leads_on")
OTHERS = ("read_also", "related", "recommended")
LABELS = ("published", "updated", "weekdays")
TOOLS = ("share", "comments")
"""Keys of words."""
PARTS = frozenset({"li", "td", "th", "dt", "dd"})
"""Parts of lists and tables, which are the text's own or none of it as a whole."""


def trimmed(page: LabelledPage, body: Body) -> Body:
    """The body without its margins."""
    runs = body.runs
    if len(runs) < FEWEST:
        return body
    words = page.rules.words
    speech = page.speech
    left = {r.number for r in runs if len(r.text) <= LONGEST_PROMPT and (_prompts(r) or _leads_away(r, words))}
    left |= {r.number for r in runs if _is_link(r) and _leads_inside(r)}
    left |= {r.number for r in runs[:HEAD] if _is_dateline(page, r, speech)}
    left |= {r.number for r in runs[HEAD : 2 * HEAD] if _is_moment(page, r)}
    left |= {r.number for r in runs[:HEAD] if _is_labelled_byline(r, speech)}
    left |= set(_far_above(page, body))
    left |= {r.number for r in runs if page.labels.has(r.element, "card") and _is_of_teaser(page, r)}
    left |= {r.number for r in runs[-FOOT:] if _is_copyright(r) or _is_tools(r, speech)}
    left |= _labelled_links(body, words)
    left |= {r.number for r in runs if _announces_others(body, r, speech)}
    lost = sum(len(r.text) for r in runs if r.number in left)
    return attrs.evolve(body, kept=body.kept - left) if 0 < lost < MOST * sum(len(r.text) for r in runs) else body


def _prompts(run: Run) -> bool:
    """Whether a run asks to follow the site, or for an address to send its newsletter to."""
    if run.element.tag in PARTS or run.element.tag in HEADINGS:
        return False
    if _opens(run.text, "prompt"):
        return True
    folded, known = run.text.casefold(), vocabulary("notices")
    return bool(run.link_length) and known.holds("letter", folded) and known.holds("letter_wanted", folded)


def _is_copyright(run: Run) -> bool:
    return len(run.text) <= LONGEST_PROMPT and run.element.tag not in PARTS and _opens(run.text, "copyright")


def _opens(text: str, key: str) -> bool:
    folded = text.casefold()
    known = vocabulary("notices")
    return known.opens(key, folded) or known.opens(key, folded.lstrip(MARKS))


def _leads_away(run: Run, words: Words) -> bool:
    """Whether a run is "Read more:" and a link."""
    if run.link_length * 2 <= len(run.text) or run.element.tag in PARTS:
        return False
    text = run.text.lstrip(MARKS)
    lead = words.of(OPENINGS).starts(text)
    return lead is not None and text[len(lead) :].lstrip().startswith(LEADS)


def _labelled_links(body: Body, words: Words) -> set[int]:
    """Lines that say "Read also" and nothing else, each with the links below it, kept or not; alone they stay."""
    left: set[int] = set()
    runs, below = body.runs, body.flow.runs
    for place, run in enumerate(runs):
        after = run.number + 1
        if run.element.tag in PARTS or _is_link(run) or after == len(below) or not _is_link(below[after]):
            continue
        if not words.equals("read_also", run.text):
            continue
        behind = next((n for n in range(place + 1, len(runs)) if not _is_link(runs[n])), len(runs))
        left |= {r.number for r in runs[place:behind]}
    return left


def _announces_others(body: Body, run: Run, speech: Speech) -> bool:
    """Whether a line announces other articles whose links are none of the body: "You might also like these guides:"."""
    if not run.text.endswith(COLONS) or len(run.text) > LONGEST_LEAD or run.number + 1 == len(body.flow.runs):
        return False
    after = body.flow.runs[run.number + 1]
    is_left_out = after.number not in body.kept and _is_link(after)
    return is_left_out and speech.under(*OTHERS).starts(run.text) is not None


def _is_link(run: Run) -> bool:
    return run.link_length == len(run.text)


def _leads_inside(run: Run) -> bool:
    """Whether a line of links leads to other places of the page: "Back to top"."""
    if run.element.tag in PARTS or run.element.tag in HEADINGS:
        return False
    anchors = [n for n in run.nodes if not isinstance(n, str) and n.tag == "a"]
    return bool(anchors) and all((a.get("href") or "").startswith("#") for a in anchors)


def _is_dateline(page: LabelledPage, run: Run, speech: Speech) -> bool:
    """Whether a line is a date, perhaps with what labels it before, and a byline behind it."""
    beside = _beside_date(page, run)
    if beside is None:
        return False
    before, after = beside
    if before and not any(speech.equals(key, before) for key in LABELS):
        return False
    return len(after) <= LONGEST_ZONE or speech.starts_with("by", after) is not None


def _is_moment(page: LabelledPage, run: Run) -> bool:
    """Whether a line is a date and its time and nothing else: it may stand below a list that sums the article up."""
    beside = _beside_date(page, run)
    if beside is None or beside[0] or len(beside[1]) > LONGEST_ZONE or run.element.tag in HEADINGS:
        return False
    return ":" in run.text


def _is_labelled_byline(run: Run, speech: Speech) -> bool:
    """Whether a line is the label of an author, a colon and a few words: "Author: the editors"."""
    if len(run.text) > LONGEST_DATELINE or run.element.tag in PARTS:
        return False
    label = speech.starts_with("by", run.text)
    rest = run.text[len(label) :].lstrip() if label else ""
    return rest.startswith(COLONS) and not rest.endswith((".", "!", "?"))


def _far_above(page: LabelledPage, body: Body) -> Iterator[int]:
    """The runs above the headline that stand in a part of the page of their own, where most of the text is below it:
    what a site says of itself, in a few lines. Many are a part of the text."""
    headline, runs = page.headline, body.runs
    above = [r for r in runs if headline is not None and r.element.end <= headline.index]
    if headline is None or not 0 < len(above) <= FEW:
        return
    if sum(len(r.text) for r in above) > ABOVE * sum(len(r.text) for r in runs):
        return
    below = next((r for r in runs if r.element.index > headline.index), None)
    if below is None:
        return
    around = next((a for a in below.element.ancestors if headline in a), None)
    yield from (r.number for r in above if around is not None and r.element not in around)


def _is_of_teaser(page: LabelledPage, run: Run) -> bool:
    """Whether a line of a teaser is its date and a name beside it."""
    beside = _beside_date(page, run)
    return beside is not None and len(beside[0]) + len(beside[1]) <= LONGEST_NAME


def _beside_date(page: LabelledPage, run: Run) -> tuple[str, str] | None:
    """What stands before and behind the date of a line; None where there is no date with its year."""
    if len(run.text) > LONGEST_DATELINE or not any(map(str.isdigit, run.text)):
        return None
    date = next(find(run.text, page.meta.language), None)
    if date is None or not date.whole:
        return None
    return run.text[: date.start].strip(CLOSING), run.text[date.end :].strip(CLOSING)


def _is_tools(run: Run, speech: Speech) -> bool:
    """Whether a line is nothing but the words of buttons: "[ Share | Print ]"."""
    parts = [p for part in run.text.split("|") if (p := part.strip(CLOSING))]
    return len(parts) > 1 and all(any(speech.equals(key, part) for key in TOOLS) for part in parts)
