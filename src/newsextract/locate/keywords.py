"""The topics that the metadata of a page names: its lists of tags, and keywords that its text speaks of."""

import re
from collections.abc import Iterable, Iterator

import attrs

from newsextract.evidence import Candidate
from newsextract.label import LabelledPage
from newsextract.locate.topics import is_marked, told
from newsextract.page.document import css_path
from newsextract.page.masthead import squash
from newsextract.page.schema import texts
from newsextract.page.text import fold, text_of
from newsextract.page.urls import absolute, same_site
from newsextract.records import Link
from newsextract.rules.vocabulary import vocabulary

Tags = tuple[Link, ...]

LONGEST = 50
"""Characters above which a topic is a headline rather than a tag."""
MOST = 40
"""Topics above which a list is an index."""
FEW = 3
"""Words of a page's keywords below which none of them need stand in its text."""
SEVERAL, SPOKEN_OF = 4, 0.35
"""Keywords from which on that share of them must be spoken of: lists that every page of a site has come below 0.34, an
article's own seldom below 0.4."""
SHORTEST_WORD = 4
"""Letters of a word that tells."""
SILENT = 300
"""Letters of text below which a page says too little to tell."""
_CODE = re.compile(
    r"@.*|[0-9a-f]{8}(?:-[0-9a-f]{4,12}){2,4}|[\d.]{5,}|[0-9a-f]{16,}|(?:[a-z]{1,3}\d?|type|channel)_[\w-]+"
    r"|[\w-]+-feed",
    re.I,
)
"""What systems write among keywords for themselves."""
_LABEL = 40
"""Characters of a line that begin it."""
_SET_APART = frozenset({"b", "strong", "em", "i", "span"})
"""What the label of a line is set in."""
_PART = re.compile("[:：—–]")
_LISTED = re.compile(r"[,;|、，；·•]")
_LINE = 0.8
"""Belief in a line of keywords."""
_FOCUS = 0.5
"""Belief in a keyword for search engines."""
_MARKS = "#«» "
"""What stands around topics."""
_PARTED = re.compile(r" ?[,;|、،] ?")
_METAS = (
    ("article:tag", 0.6),
    ("news_keywords", 0.58),
    ("parsely-tags", 0.55),
    ("sailthru.tags", 0.5),
    ("keywords", 0.45),
)


def stated(page: LabelledPage) -> Iterator[Candidate[Tags]]:
    """The lists of topics in the metadata."""
    site = page.site
    nothing = vocabulary("filed").phrases("none")
    sources = [(s, "keywords", texts(e.get("keywords")), 0.62) for s, e in page.entities.articles]
    sources += [("meta", name, page.meta.all(name), weight) for name, weight in _METAS]
    for source, locator, raw, weight in sources:
        whole = locator == "article:tag" and len(raw) > 1  # one tag each, whatever commas it has
        words = dict.fromkeys(w for text in raw for w in ([fold(text)] if whole else _PARTED.split(fold(text))) if w)
        if words and site.is_name(next(iter(words))):
            continue  # a list that begins with the site's name is the same on every page
        names = [w for w in words if len(w) <= LONGEST and ":" not in w and not site.is_name(w)]
        names = [w for w in names if not _CODE.fullmatch(w) and w.casefold() not in nothing]
        names = _once(n.strip(_MARKS) for n in names)
        if _is_broken_up(page, names):
            continue
        if names and len(names) <= MOST and (locator != "keywords" or _speaks_of(page, names)):
            yield Candidate(
                value=tuple(Link(text=n) for n in names),
                source=source,
                locator=locator,
                raw=", ".join(raw),
                weight=_FOCUS if len(names) == 1 and locator == "keywords" and _is_focus(page, names[0]) else weight,
            )


def printed(page: LabelledPage) -> Iterator[Candidate[Tags]]:
    """The keywords of a paper, in a paragraph of their own: "Keywords: harbours, ferries"."""
    labels = vocabulary("filed").phrases("keywords_line")
    for line in page.document.by_tag.get("p", ()):
        first = next((c for c in line.children if not isinstance(c, str) or not c.isspace()), "")
        start = fold(first if isinstance(first, str) else text_of(first) if first.tag in _SET_APART else "")[:_LABEL]
        if start and _PART.split(start.casefold(), maxsplit=1)[0].rstrip() in labels:
            whole = text_of(line)
            said = whole[len(_PART.split(whole, maxsplit=1)[0]) :] if _PART.search(whole) else ""
            names = _once(n.strip(" .:：—–-") for n in _LISTED.split(said))
            if 1 < len(names) <= MOST and all(len(n) <= LONGEST for n in names):
                tags = tuple(Link(text=n) for n in names)
                yield Candidate(value=tags, source="dom", locator=css_path(line), raw=whole, weight=_LINE)
                return


def addressed(page: LabelledPage, tags: Tags) -> Tags:
    """The tags, those that only metadata names with the address of the link to a tag's page that is called so."""
    wanted = {squash(t.text) for t in tags if t.url is None}
    ways, filing = page.ways.to("tag"), page.ways.to("category")
    found: dict[str, str] = {}
    for link in page.links.named(wanted):
        leads = link.index in ways or (is_marked(link) and link.index not in filing)
        target = absolute(link.get("href"), page.base) if leads else None
        if target and page.url and same_site(target, page.url):
            found.setdefault(squash(page.links.text(link)), target)
    return tuple(attrs.evolve(t, url=found.get(squash(t.text))) if t.url is None else t for t in tags)


def _is_broken_up(page: LabelledPage, names: list[str]) -> bool:
    """Whether keywords are the words of a title one by one, "how", "to", "begin": some of them mean nothing alone."""
    if len(names) < SEVERAL or any(" " in n or not n.islower() for n in names):
        return False
    return page.speech.languages is not None and any(page.speech.equals("stopwords", n) for n in names)


def _is_focus(page: LabelledPage, name: str) -> bool:
    """Whether the only keyword is what an editor's tool wrote for search engines: of the headline, beside tags."""
    return len(page.meta.all("article:tag")) > 1 and squash(name) in squash(page.title or "")


def _once(names: Iterable[str]) -> list[str]:
    """Names that differ, each as it is spelt best: "Running shoes" rather than "running-shoes"."""
    found: dict[str, str] = {}
    for name in names:
        word = squash(name)
        known = found.get(word)
        found[word] = name if known is None else max(known, name, key=lambda n: (" " in n, not n.islower()))
    found.pop("", None)
    return list(found.values())


def _speaks_of(page: LabelledPage, names: list[str]) -> bool:
    """Whether keywords are about this article rather than the same on every page: words of them stand in its text, of
    several keywords those of more than a third."""
    words = [[w for w in (squash(w) for w in n.split()) if w] for n in names]
    if sum(map(len, words)) < FEW:
        return True
    is_long = len(names) >= SEVERAL
    least = len(names) * SPOKEN_OF if is_long else 1
    telling = [[w for w in each if len(w) >= SHORTEST_WORD or not is_long] or ["".join(each)] for each in words]
    for opening in (True, False):
        text = told(page, opening=opening)
        if sum(any(w in text for w in each) for each in telling) >= least:
            return True
    return len(text) < SILENT
