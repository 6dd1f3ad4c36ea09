"""Who first published the article, where the page says that it was not this site."""

import re
from collections.abc import Iterator

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.label import LabelledPage
from newsextract.locate.body import Body
from newsextract.locate.foreign import is_foreign
from newsextract.locate.imprint import COPYRIGHT, is_own
from newsextract.page.document import Element, css_path
from newsextract.page.flow import Run
from newsextract.page.masthead import SEPARATORS, Masthead, squash
from newsextract.page.schema import nodes, people, text, url
from newsextract.page.text import COLONS, text_of, texts_in
from newsextract.page.urls import absolute, host, same_site
from newsextract.rules.personnames import CASELESS
from newsextract.rules.vocabulary import vocabulary

LONGEST = 60
"""Characters of a publisher's name."""
LINE = 160
"""Characters of a line that names the source; longer ones are running text."""
REST = 40
"""Characters behind the name in such a line; where more follows, it is a sentence: "According to the mayor, …"."""
HEAD, TAIL = 2, 5
"""Runs about the start and about the end of the body among which such a line stands."""
SUFFIX_WORDS = 5
"""Words of a source behind a headline."""
PLAIN = 4
"""Letters of a word from which its small initial says that a headline is not set in title case."""

NEAR = 130
"""Elements behind the headline among which a byline stands."""
LARGEST = 30
"""Elements of a byline."""
SIGNED = 40
"""Characters of a line of names at the foot of the text."""
INITIALS = 4
"""Letters of initials beside an agency's name: "(afp/rl)"."""

_BRACKETS = re.compile(r"[.!?…”“\"»] ?[(\[]([^()\[\]]{2,40})[)\]]$")
"""What closes a text behind its last sentence."""
_DASHED = re.compile(r"[.!?…”“\"»] ?[—–-]{1,2} ?([A-Z][A-Za-z ]{1,30})$")
"""The same as papers of Asia and Africa have it: "… on Sunday. — AFP"."""
_BETWEEN = re.compile(r"[/,|;()\[\]]")
_EDGES = " –—-\t\n"
"""What stands between and around the names of such a line."""
_METAS = ("syndication-source", "original-source", "dc.source", "dcterms.source", "source", "article:source")
_ORIGINS = ("isBasedOn", "isBasedOnUrl", "sourceOrganization", "provider", "copyrightHolder")
_CAPTIONS = frozenset({"figure", "figcaption", "table", "caption", "nav", "footer", "aside"})
_ARTICLES = frozenset({"article", "main", "section", "blockquote"})
"""What has footers of its own."""
_HELD = re.compile(r"©\s?(?=[^\W\d_a-z][^\W\d_]++(?: [^\W\d_a-z][^\W\d_]++){0,3} ?$)(?=[^\W\d_]*[a-z])")
"""How the line under a text begins that says whose it is, without a year; above, such a line speaks of a picture."""
_DETAIL = re.compile(r"(?<!\S)([^\W\d]{2,6})[:：] ?([^\s:：|｜]{2,20})(?!\S)")
_CLAUSE = re.compile(r"[.;|(\[]|,\s|\s[–—-]\s|\bunder\b|\band is\b|\bon \d|$")


def read(page: LabelledPage, body: Body) -> tuple[str, Evidence] | None:
    """The source and its evidence."""
    site = page.site
    found = [*_from_title(page, site), *_from_labels(page), *_from_lines(page, body), *_from_feeds(body)]
    found += [*_from_metadata(page), *_from_details(page, body), *_from_copyright(page, body), *_from_bylines(page)]
    found += [*_from_last_line(page, body), *_from_addresses(page)]
    return choose((c for c in found if _is_another(site, c.value)), key=squash)


def _is_another(site: Masthead, name: str) -> bool:
    label = name.rpartition(".")[0].rpartition(".")[2] if " " not in name else ""
    if not 1 < len(name) <= LONGEST or not any(c.isalpha() for c in name):
        return False
    if name.casefold().removesuffix(".com") in vocabulary("sources").phrases("pictures"):
        return False
    return not site.names_site(name) and not (label and site.names_site(label))


def _from_title(page: LabelledPage, site: Masthead) -> Iterator[Candidate[str]]:
    """What follows the headline's last separator, where it is written as a name and the rest is not."""
    title = page.title or ""
    parts = list(SEPARATORS.finditer(title))
    if not parts or not parts[-1].start():
        return
    rest, suffix = title[: parts[-1].start()], title[parts[-1].end() :].strip()
    if not _is_name(page, suffix):
        return
    known = page.rules.words.finds("publisher", suffix) is not None
    if known or (_in_sentence_case(rest) and (" " in suffix or suffix.isupper())):
        yield Candidate(value=suffix, source="dom", locator="headline", raw=title, weight=0.6)


def _is_name(page: LabelledPage, suffix: str) -> bool:
    words = [w for w in suffix.split() if w.isalpha()]
    if not 0 < len(words) <= SUFFIX_WORDS or len(words) < len(suffix.split()):
        return False
    return all(w[0].isupper() or len(w) < PLAIN for w in words) and not page.rules.words.finds("genre", suffix)


def _in_sentence_case(rest: str) -> bool:
    """Whether most longer words of a headline begin small: in title case, every suffix looks like a name."""
    words = [w for w in rest.split()[1:] if w.isalpha() and len(w) >= PLAIN]
    return 2 * sum(w[0].islower() for w in words) > len(words)


def _from_labels(page: LabelledPage) -> Iterator[Candidate[str]]:
    for element in page.labels.of("source"):
        said = " ".join(texts_in(element))
        if len(said) <= LINE and not _is_elsewhere(element):
            name = page.rules.words.after("source", said)
            if name is not None and (name := _name_in(name)):
                yield Candidate(value=name, source="dom", locator=css_path(element), raw=said, weight=0.7)


def _is_elsewhere(element: Element) -> bool:
    """Whether a label speaks of a picture, a table or the site; the footer of the article itself speaks of it."""
    around = [a.tag for a in element.ancestors]
    return any(tag in _CAPTIONS and not (tag == "footer" and "article" in around[at:]) for at, tag in enumerate(around))


def _from_lines(page: LabelledPage, body: Body) -> Iterator[Candidate[str]]:
    """Short lines that open, close or follow the body: "Source: …", "This article was originally published on …"."""
    for run in _at_the_edges(body):
        if len(run.text) > LINE or run.element.tag in _CAPTIONS or _is_elsewhere(run.element):
            continue
        if run.number and body.flow.runs[run.number - 1].element.tag == "blockquote":
            continue  # whom the quote is of
        said = _after_label(page, run.text)
        name = _linked(run, said) or _name_in(said) if said else None
        if not (name and said and _is_parted(run.text, said) and len(said) <= len(name) + REST):
            continue
        if _begins_a_name(name) or (_is_agency(page, name) and _is_labelled(run.text, said)):
            yield Candidate(value=name, source="text", locator=css_path(run.element), raw=run.text, weight=0.75)


def _after_label(page: LabelledPage, line: str) -> str | None:
    """What follows the words that lead to a source; those of other languages than the page's need a colon behind them:
    "Font" is a label in Catalan."""
    said = page.speech.after("source", line)
    if said is None:
        said = page.rules.words.after("source", line)
        return said if said and _is_labelled(line, said) else None
    return said


def _from_feeds(body: Body) -> Iterator[Candidate[str]]:
    """What closes a text that was copied from a feed: "The post Bridge closes appeared first on Northern Courier."."""
    told = vocabulary("sources")
    for run in _at_the_edges(body):
        folded = run.text.casefold()
        if len(folded) != len(run.text) or not any(post in folded for post in told.phrases("post")):
            continue
        for phrase in told.phrases("appeared"):
            before, found, _ = folded.rpartition(phrase)
            name = run.text[len(before) + len(found) :].strip(" .")
            if found and 0 < len(name) <= LONGEST and any(post in before for post in told.phrases("post")):
                yield Candidate(value=name, source="text", locator=css_path(run.element), raw=name, weight=0.75)


def _from_details(page: LabelledPage, body: Body) -> Iterator[Candidate[str]]:
    """A labelled name among the details above the body, in a script without spaces: "2025年3月4日 来源：新港日报"."""
    for run in _at_the_edges(body):
        if len(run.text) <= LINE and not _is_link(run):
            for label, name in _DETAIL.findall(run.text):
                if page.rules.words.equals("source", label) and CASELESS.match(name):
                    yield Candidate(value=name, source="text", locator=css_path(run.element), raw=run.text, weight=0.7)


def _is_link(run: Run) -> bool:
    """Whether a line is a link and nothing else: the title of another article, whatever labels it holds."""
    return len(run.nodes) == 1 and not isinstance(run.nodes[0], str) and run.nodes[0].tag == "a"


def _from_bylines(page: LabelledPage) -> Iterator[Candidate[str]]:
    """An agency that an element of the byline names, beside a person: "Rosa Lind" and "The Associated Press"."""
    for element in (e for kind in ("byline", "author") for e in page.labels.of(kind)):
        headline = page.headline
        is_near = headline is not None and 0 <= element.index - headline.end <= NEAR
        if not is_near or element.end - element.index > LARGEST or is_foreign(page, element):
            continue
        for part in (element, *page.document.within(element)):
            if _is_agency(page, said := text_of(part)):
                yield Candidate(value=said, source="dom", locator=css_path(part), raw=said, weight=0.6)
                return


def _from_last_line(page: LabelledPage, body: Body) -> Iterator[Candidate[str]]:
    """An agency at the foot of the text: in brackets behind its last words, "(AFP)", behind a dash, or in a line of its
    own, alone or beside initials, "DL/Reuters"."""
    if not body.kept:
        return
    last = max(body.kept)
    foot = body.flow.runs[last].text[-LINE:]
    closing = _BRACKETS.search(foot) or _DASHED.search(foot)
    names = _names(closing[1]) if closing else []
    agencies = [n for n in names if page.rules.words.equals("agencies", n)]
    if closing and agencies and all(n in agencies or len(n) <= INITIALS for n in names):
        where = css_path(body.flow.runs[last].element)
        yield Candidate(value=agencies[0], source="text", locator=where, raw=closing[0], weight=0.65)
    for run in body.flow.runs[max(0, last - 1) : last + 3]:
        if len(run.text) <= SIGNED and not run.link_length:
            names = _names(run.text)
            agency = next((n for n in names if _is_agency(page, n)), None)
            if agency is not None and all(n[0].isupper() or n == agency for n in names):
                yield Candidate(value=agency, source="text", locator=css_path(run.element), raw=run.text, weight=0.65)
                return


def _names(line: str) -> list[str]:
    return [name for part in _BETWEEN.split(line) if (name := part.strip(_EDGES))]


def _is_agency(page: LabelledPage, name: str) -> bool:
    """Whether a name is that of a news agency, and no word that leads on ("Mehr") or credits a picture."""
    words = page.rules.words
    if not words.equals("agencies", name) or (words.equals("photo_credit", name) and not name.isupper()):
        return False
    return name.casefold() not in vocabulary("teasers").phrases("more")


def _is_parted(line: str, said: str) -> bool:
    """Whether a mark or a space stands before what a label leads to, which scripts without spaces could run into."""
    return not (CASELESS.match(said) and line.removesuffix(said)[-1:].isalpha())


def _is_labelled(line: str, said: str) -> bool:
    """Whether a colon parts a label from what it leads to: "Source: dpa"."""
    return line.removesuffix(said).rstrip().endswith(COLONS)


def _begins_a_name(name: str) -> bool:
    """Whether a name begins with a capital, or in a script that has none."""
    return name[0].isupper() or CASELESS.match(name) is not None


def _from_copyright(page: LabelledPage, body: Body) -> Iterator[Candidate[str]]:
    """Who a line at the end of the body says holds the copyright: "© 2024 Northern Courier. All rights reserved."; that
    of the site's footer is the site's."""
    for run in _at_the_edges(body):
        is_next = run.number == max(body.kept) + 1
        held = COPYRIGHT.match(run.text) or (_HELD.match(run.text) if is_next else None)
        if held and _is_below_footer(page, run.element):
            return
        if held and not _is_elsewhere(run.element) and page.labels.around(run.element, "footer") is None:
            name = _name_in(run.text[held.end() :])
            if name and _begins_a_name(name) and not is_own(page, run.text):
                yield Candidate(value=name, source="text", locator=css_path(run.element), raw=run.text, weight=0.75)


def _is_below_footer(page: LabelledPage, element: Element) -> bool:
    """Whether a line stands behind the footer of the site: what follows that is the site's, too."""
    headline = page.headline
    footers = (f for f in page.document.by_tag.get("footer", ()) if f.end <= element.index)
    return headline is not None and any(
        f.index > headline.index and not any(a.tag in _ARTICLES for a in f.ancestors) for f in footers
    )


def _at_the_edges(body: Body) -> list[Run]:
    """The first and last runs of the body, and those that follow it: what credits the source is seldom kept in it."""
    if not body.kept:
        return []
    first, last = min(body.kept), max(body.kept)
    opening = range(max(first - HEAD, 0), first + HEAD)
    closing = range(last - TAIL, last + TAIL)
    return [r for r in body.flow.runs[opening.start : closing.stop] if r.number in opening or r.number in closing]


def _linked(run: Run, said: str) -> str | None:
    """The first link's text in what follows the opening phrase, where it can be a name."""
    for node in run.nodes:
        if not isinstance(node, str) and node.tag == "a" and (name := text_of(node)) in said and len(name) <= LONGEST:
            return name
    return None


def _name_in(said: str) -> str:
    """The name at the start of a phrase: up to the end of its clause."""
    end = _CLAUSE.search(said)
    name = said[: end.start()].rstrip() if end else said
    return name.removeprefix("the ").strip(" :\"'“”»«") if len(name) <= LONGEST else ""


def _from_metadata(page: LabelledPage) -> Iterator[Candidate[str]]:
    for name in _METAS:
        for stated in page.meta.all(name)[:1]:
            value = host(stated).removeprefix("www.") or stated
            if not (host(stated) and same_site(stated, page.url)):
                yield Candidate(value=value, source="meta", locator=name, raw=stated, weight=0.6)
    for source, entity in page.entities.articles:
        publishers = {squash(p.name) for p in people(entity.get("publisher")) if p.name}
        for name in _ORIGINS:
            for origin in nodes(entity.get(name))[:1]:
                stated = text(origin.get("name")) or host(url(origin) or "").removeprefix("www.")
                if stated and squash(stated) not in publishers:
                    yield Candidate(value=stated, source=source, locator=name, raw=stated, weight=0.6)
        for person in people(entity.get("author")):
            if person.name and page.rules.words.equals("agencies", person.name):
                yield Candidate(value=person.name, source=source, locator="author", raw=person.name, weight=0.6)


def _from_addresses(page: LabelledPage) -> Iterator[Candidate[str]]:
    """A canonical address on another site: a re-publication says whose it is."""
    for href in page.meta.links.get("canonical", ()):
        there = absolute(href, page.base)
        if there and page.url and not same_site(there, page.url):
            name = host(there).removeprefix("www.")
            if "." in name:
                yield Candidate(value=name, source="meta", locator="link[rel=canonical]", raw=href, weight=0.65)
