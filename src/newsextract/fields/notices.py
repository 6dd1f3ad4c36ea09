"""What a reader of the record should know: that it is less than the article, or that others had a hand in it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from newsextract.evidence import Evidence
from newsextract.label import LabelledPage
from newsextract.locate.body import Body
from newsextract.locate.imprint import is_own
from newsextract.locate.residue import residue
from newsextract.page import schema
from newsextract.page.document import Element
from newsextract.page.flow import Run
from newsextract.page.text import COLONS, text_of
from newsextract.page.urls import host, same_site
from newsextract.records import Notice
from newsextract.rules.addresses import steps
from newsextract.rules.vocabulary import vocabulary

SHORT_BODY = 2500
"""Characters of a body that a paywall can have cut off; longer ones are whole, whatever is printed below."""

LAST_RUNS = 8
"""Runs at the end of a body among which one may ask to pay, and list what for."""

TINY_BODY = 600
"""Characters below which a page with a headline shows no article."""

LONGEST_PROMPT = 300
"""Characters of a line that asks to pay."""

LONGEST_NOTE = 1200
"""Characters of a note of correction or syndication."""

LONGEST_LABEL = 60
"""Characters of a label before such a note."""

SHORTEST_WORD = 2
"""Letters up to which a word beside a date names nothing: "in", "pm"."""

LONGEST_SPONSOR = 25
"""Characters of a sponsor's name behind such a label."""

SHORTEST_NAME = 5
"""Letters of a name in a host that says whose it is; "www" and "news" do not."""

_CUT_OFF = re.compile(r"(?:\[(?:…|\.{3,}+)\]|…|(?<!\.)\.{3,}+)\s*+$")
_SENTENCE_END = re.compile(r"[.!?。](?:\s|$)")
_WORD = re.compile(r"[^\W\d_]+")
_CUT_MARK = re.compile(r"\[(?:…|\.{3,})\]\s*$")
_LOCKED = frozenset({"locked", "paid", "premium", "subscriber", "subscribers"})
_STROKES = ("-", "–", "—", "|", "*")
_ELSEWHERE = frozenset({"a", "nav", "li", "footer"})
_SPONSORED_TYPES = ("AdvertiserContentArticle",)


def read(page: LabelledPage, body: Body) -> tuple[tuple[Notice, ...], Evidence] | None:
    """The notices, one a kind but for corrections, in a fixed order."""
    reader = _Reader(page, body)
    notices = tuple(reader.notices())
    if not notices:
        return None
    raw = "; ".join(f"{n.kind}: {n.text}" for n in notices)
    return notices, Evidence(source="derived", locator=None, raw=raw[:300], confidence=0.85)


class _Reader:
    """One page and its body, measured once."""

    def __init__(self, page: LabelledPage, body: Body) -> None:
        self.page, self.body = page, body
        self.words = vocabulary("notices")
        self.runs = body.runs
        self.length = sum(len(r.text) for r in self.runs)

    def notices(self) -> Iterator[Notice]:
        wall = self._missing() or self._consent() or self._empty()
        if wall is not None:
            yield wall
        paywall = self._paywall()
        if paywall is not None:
            yield paywall
        elif wall is None and (cut := self._truncated()) is not None:
            yield cut
        if (paid := self._sponsored()) is not None:
            yield paid
        if (first := self._syndicated()) is not None:
            yield first
        yield from self._corrections()
        yield from (Notice(kind="chatbot-residue", text=r.text) for r in residue(self._stretch()))

    def _paywall(self) -> Notice | None:
        stated = self._stated_lock()
        if stated is None and self.length > SHORT_BODY:
            offer = self._offer() or self._locked()
            return Notice(kind="paywall", text=offer) if offer else None
        prompt = self._prompt()
        if stated is not None:
            return Notice(kind="paywall", text=prompt or stated)
        if prompt is None:
            return None
        before = [r for r in self.runs if r.text not in prompt]
        if not before or _CUT_OFF.search(before[-1].text) or self._follows(before[-1], prompt):
            return Notice(kind="paywall", text=prompt)
        return None

    def _offer(self) -> str | None:
        """The line near the end of a long body that asks to pay, right behind one that breaks off: "…"."""
        ends = pairwise(r.text for r in self.runs[-LAST_RUNS:])
        offers = (b for a, b in ends if _CUT_OFF.search(a) and len(b) < LONGEST_PROMPT)
        return next((text for text in offers if self._says("paywall", text)), None)

    def _locked(self) -> str | None:
        """What stands right behind a body for all who have not paid: "This post is for paid subscribers"."""
        walls = [e for e in self.page.labels.of("paywall") if not self.page.labels.has(e, "hidden")]
        said = (r for r in self._after(2) if any(r.element in e for e in walls))
        return next((r.text for r in said if self._begins("locked", r.text)), None)

    def _stated_lock(self) -> str | None:
        """What the metadata says, where it says that not all may read."""
        article = self.page.entities.article
        if article is not None:
            entity = article[1]
            for part in (entity, *schema.nodes(entity.get("hasPart"))):
                if schema.truth(part.get("isAccessibleForFree")) is False:
                    return "isAccessibleForFree: false"
        tier = self.page.meta.first("article:content_tier") or ""
        return f"article:content_tier: {tier}" if tier.lower() in _LOCKED else None

    def _prompt(self) -> str | None:
        """The text of the prompt to pay: a labelled element's heading and sentence, or a short run that says so."""
        for element in self.page.labels.of("paywall"):
            text = _opening(element)
            if len(text) > 8 and self._says("paywall", text):
                return text
        last = self.runs[-1].number if self.runs else -1
        near = [r.text for r in self.body.flow.runs[max(0, last - 2) : last + 25] if len(r.text) < LONGEST_PROMPT]
        near = [text for text in near if not self._begins("clicked", text)]
        if not self._says("paywall", "\n".join(near)):
            return None  # one look at all of them, for most pages the only one
        return next((text for text in near if self._says("paywall", text)), None)

    def _follows(self, last: Run, prompt: str) -> bool:
        """Whether the prompt stands right below the last paragraph, as the only way on."""
        following = self.body.flow.runs[last.number + 1 : last.number + 5]
        return any(r.text in prompt or prompt in r.text for r in following)

    def _missing(self) -> Notice | None:
        if self.length > TINY_BODY * 2:
            return None
        headings = [text_of(h) for h in self.page.document.by_tag.get("h1", ())[:2]]
        titles = (*headings, self.page.title or "", (self.page.meta.title or ""))
        found = next((t for t in titles if t and self._begins("not_found", t)), None)
        if found is None:
            return None
        return Notice(kind="soft-404", text=headings[0] if headings and headings[0] else found)

    def _consent(self) -> Notice | None:
        if self.length > TINY_BODY * 2 or self.page.entities.article is not None:
            return None
        tags = ("h1", "h2", "h3", "p", "button")
        texts = [text_of(e) for tag in tags for e in self.page.document.by_tag.get(tag, ())[:8]]
        said = [t for t in texts if len(t) < 600 and self._says("consent", t)]
        if len(said) < 2 or len(self.page.document.by_tag.get("a", ())) > 60:
            return None
        return Notice(kind="consent-wall", text=said[0])

    def _empty(self) -> Notice | None:
        if self.length > TINY_BODY:
            return None
        hints = [text_of(e) for e in self.page.document.by_tag.get("noscript", ())]
        hints += [text_of(e) for tag in ("h1", "p") for e in self.page.document.by_tag.get(tag, ())[:6]]
        said = next((t for t in hints if t and self._says("needs_script", t)), None)
        if said is not None:
            return Notice(kind="empty-body", text=said[:LONGEST_NOTE])
        if not self.runs and self.page.entities.article is not None:
            return Notice(kind="empty-body", text=None)
        return None

    def _truncated(self) -> Notice | None:
        if not self.runs:
            return None
        last = self.runs[-1]
        if _CUT_MARK.search(last.text):
            return Notice(kind="truncated", text=last.text)
        following = self.body.flow.runs[last.number : last.number + 3]
        opened = any(self._equals("read_on", r.text) or self._ends_with("read_on", r.text) for r in following)
        if _CUT_OFF.search(last.text.removesuffix(following[-1].text)) and opened and self.length <= SHORT_BODY:
            return Notice(kind="truncated", text=last.text)
        return None

    def _sponsored(self) -> Notice | None:
        for _, entity in self.page.entities.of_type(*_SPONSORED_TYPES):
            return Notice(kind="sponsored", text=schema.text(entity.get("headline")))
        for run in (*self.runs[:2], *self.runs[-3:], *self._after(6)):
            if len(run.text) < LONGEST_PROMPT and self._begins("sponsored_note", run.text):
                return Notice(kind="sponsored", text=run.text)
        headline = self.page.headline or next(iter(self.page.document.by_tag.get("h1", ())), None)
        if headline is None:
            return None
        first = self.runs[0].element.index if self.runs else headline.end + 40
        for element in self.page.document.elements[max(0, headline.index - 15) : max(first, headline.end)]:
            own = "".join(c for c in element.children if isinstance(c, str)).strip()
            if not 0 < len(own) < 60 or not (self._equals("sponsored", own) or self._names_sponsor(own)):
                continue
            if not any(a.tag in _ELSEWHERE or a.removed == "ad" for a in (element, *element.ancestors)):
                return Notice(kind="sponsored", text=text_of(element) or own)
        return None

    def _syndicated(self) -> Notice | None:
        for run in (*self.runs[:2], *self.runs[-4:], *self._after(6)):
            if len(run.text) < LONGEST_NOTE and self._is_syndicated(run.text) and not is_own(self.page, run.text):
                return Notice(kind="syndicated", text=run.text)
        canonical = next(iter(self.page.meta.links.get("canonical", ())), None)
        if canonical and canonical.startswith("http") and host(canonical) and self.page.url and self.length > TINY_BODY:
            own = self.page.meta.first("og:url") or self.page.url
            if same_site(own, self.page.url) and not _is_own_house(canonical, self.page.url):
                return Notice(kind="syndicated", text=canonical)
        return None

    def _is_syndicated(self, text: str) -> bool:
        """Whether a paragraph names the first publisher, or opens with its copyright."""
        if self._begins("syndicated", text):
            return not self._tells_day(text)
        return text[:9].casefold().startswith(("copyright", "©", "(c)")) and self._says("syndicated", text)

    def _tells_day(self, text: str) -> bool:
        """Whether a paragraph says when this was first published, and not where: "Originally published in May."."""
        folded = text[:LONGEST_PROMPT].casefold()
        phrase = max((p for p in self.words.phrases("syndicated") if p in folded), key=len, default="")
        sentence = _SENTENCE_END.split(folded.partition(phrase)[2], maxsplit=1)[0]
        words, rules = _WORD.findall(sentence), self.page.rules.words
        named = (w for w in words if len(w) > SHORTEST_WORD and w not in rules.months)
        return any(c.isdigit() for c in sentence) and all(map(rules.of(("weekdays",)).equal, named))

    def _corrections(self) -> Iterator[Notice]:
        told = ""
        for run in (*self.runs, *self._after(10)):
            if len(run.text) >= LONGEST_NOTE or run.text in told or not self._begins("correction", run.text):
                continue
            if not self._says("correction_sought", run.text):
                told += (note := self._with_text(run))
                yield Notice(kind="correction", text=note)

    def _with_text(self, run: Run) -> str:
        """A note of correction; where a run is no more than its label, with what it labels."""
        behind = self.body.flow.runs[run.number + 1 : run.number + 2]
        is_label = len(run.text) <= LONGEST_LABEL and run.text.endswith(COLONS)
        return f"{run.text} {behind[0].text}" if is_label and behind else run.text

    def _after(self, count: int) -> list[Run]:
        if not self.runs:
            return []
        last = self.runs[-1].number
        return self.body.flow.runs[last + 1 : last + 1 + count]

    def _stretch(self) -> list[Run]:
        """The runs from the body's first to its last, those left out between them too."""
        return self.body.flow.runs[self.runs[0].number : self.runs[-1].number + 2] if self.runs else []

    def _says(self, key: str, text: str) -> bool:
        folded = text.casefold()
        return any(p in folded for p in self.words.phrases(key))

    def _begins(self, key: str, text: str) -> bool:
        folded = text[:LONGEST_NOTE].casefold().lstrip(" *•-–—([\"'“")
        if not self.words.opens(key, folded):
            return False
        return any(_is_at_start(p, folded) for p in self.words.phrases(key))

    def _equals(self, key: str, text: str) -> bool:
        return text.casefold().strip(" :.…»›→>-|•·*") in self.words.phrases(key)

    def _ends_with(self, key: str, text: str) -> bool:
        folded = text.casefold().rstrip(" .…»›→>")
        return any(folded.endswith(p) for p in self.words.phrases(key))

    def _opens_label(self, folded: str) -> bool:
        """Whether a text set apart by strokes opens with a label of one word and goes on with a name."""
        first, _, rest = folded.partition(" ")
        return 0 < len(rest) <= LONGEST_SPONSOR and first in self.words.phrases("sponsored")

    def _names_sponsor(self, text: str) -> bool:
        """ "Sponsored by" and who, or "- Advertorial Lantern -": the label above the article of an advertiser."""
        folded = text.casefold()
        if folded.startswith(_STROKES) and self._opens_label(folded.strip(" -–—|*")):
            return True
        if not self.words.opens("sponsored", folded):
            return False
        return any(p.endswith(" by") and folded.startswith(p + " ") for p in self.words.phrases("sponsored"))


def _is_own_house(one: str, other: str) -> bool:
    """Whether two addresses are one publisher's: of one site, or the same path under names that share one."""
    if same_site(one, other):
        return True
    names = [{part for part in host(url).split(".") if len(part) >= SHORTEST_NAME} for url in (one, other)]
    return steps(one) == steps(other) and not names[0].isdisjoint(names[1])


def _is_at_start(phrase: str, folded: str) -> bool:
    if not folded.startswith(phrase):
        return False
    rest = folded[len(phrase) : len(phrase) + 1]
    return not (rest.isalnum() and phrase[-1].isalnum() and rest.isascii())


def _opening(element: Element) -> str:
    """An element's text up to its first button or link: what it says, before what it offers."""
    parts: list[str] = []
    for child in element.elements:
        if child.tag in {"a", "button", "form"}:
            break
        if child.tag not in {"script", "style", "svg"} and (text := text_of(child)):
            parts.append(text)
    return " ".join(parts) if parts else text_of(element)[:LONGEST_NOTE]
