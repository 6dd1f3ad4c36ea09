"""The sections an article is filed under: as printed with it, else as the metadata states them."""

import re
from collections.abc import Iterator

import attrs

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.label import LabelledPage
from newsextract.locate.chips import over_headline
from newsextract.locate.filing import (
    ELSEWHERE,
    MENU,
    ends_article,
    heads_part,
    is_about_headline,
    is_filing,
    is_in_prose,
    stands_with_headline,
)
from newsextract.locate.topics import titled
from newsextract.locate.trails import WAYS_BACK, is_archive, is_root_of, is_row, steps_of
from newsextract.page.document import Element, css_path
from newsextract.page.links import is_translation, relations
from newsextract.page.masthead import squash
from newsextract.page.schema import texts
from newsextract.page.text import HEADINGS, fold, text_of
from newsextract.page.urls import absolute, same_site
from newsextract.records import Link
from newsextract.rules.addresses import steps
from newsextract.rules.vocabulary import vocabulary

Categories = tuple[Link, ...]

LONGEST = 45
"""Characters above which a link's text is no section's name."""
LARGEST = 40
"""Elements of what holds the names of sections and nothing else."""
BLOCKS = 60
"""Elements called categories that are looked at; of one block, each link may be one."""
UNLINKED = 30
"""Elements behind the headline among which the name of a section may stand without a link."""
WORDS = 4
"""Words from which on what ends in a full stop is a sentence."""
MOST = 15
"""Categories that an article may be filed under."""
_MARKS = "#,;|/<>«»‹›←→·•:[]-‐–— "
"""What pages print around the names of sections."""
_NO_NAMES = ("updated", "share", "load_more", "read_more")
"""Keys of what stands beside sections in lines of such names."""
_ARROWS = "←⬅⟵↩‹«<⇐◀◄\ufe0f "
"""How ways back begin."""
_PATH = 0.7
"""Belief in links that lead up the page's own path."""
_TOLD = 0.72
"""Belief in the steps of a trail that the metadata names, too."""
_METAS = (("article:section", 0.6), ("parsely-section", 0.55), ("section", 0.5), ("sailthru.section", 0.4))
_DATE = re.compile(r"\d[ ./,:-]+\d|^[\d.,]+$")
_YEAR = re.compile(r"\d{4}$")
"""How names end that are dates where nothing marks them as categories: "May 2024"."""
_PARTED = re.compile(r" [|·•] ")
_SLUG = re.compile(r"[\w-][^\W_]*+(?:-[^\W_]*+)*+_[\w-]++|\d[\d.]*+")


def read(page: LabelledPage) -> tuple[Categories, Evidence] | None:
    """The categories and their evidence."""
    printed = [*_from_labels(page), *_from_links(page)]
    printed = printed or [*_from_title(page), *_from_foot(page)] or [*_from_only(page)] or [*_from_meta(page)]
    found = _with_told_steps(page, printed, [*printed, *_stated(page)]) or [*_over_headline(page), *_from_trail(page)]
    if any(map(_is_root, found)):
        found = [*found, *_from_trail(page)]
        found = [c for c in found if not _is_root(c)] or found
    chosen = choose(found, key=lambda links: tuple(sorted(squash(c.text) for c in links)))
    return None if chosen is None else (_linked(page, chosen[0]), chosen[1])


def _is_root(candidate: Candidate[Categories]) -> bool:
    """Whether links that nothing marks name no more than where all articles of the site lie: "Blog"."""
    roots = vocabulary("filed").phrases("roots")
    return candidate.weight <= _PATH and all(c.text.casefold() in roots for c in candidate.value)


def _linked(page: LabelledPage, categories: Categories) -> Categories:
    """The categories, those that only metadata names with the address and the capitals that a link gives them."""
    wanted = {c.text.casefold() for c in categories if c.url is None}
    found: dict[str, Link] = {}
    for link in page.links.named({squash(name) for name in wanted}):
        said = link.children[0] if len(link.children) == 1 else None
        if isinstance(said, str) and (name := fold(said)).casefold() in wanted and not is_in_prose(link):
            if name.casefold() in found:
                continue
            target = absolute(link.get("href"), page.base)
            if target and page.url and same_site(target, page.url):
                found[name.casefold()] = Link(text=name, url=target)
    printed = ((c, found.get(c.text.casefold())) for c in categories)
    return tuple(
        c if c.url or link is None else attrs.evolve(link, text=link.text if c.text.islower() else c.text)
        for c, link in printed
    )


def _over_headline(page: LabelledPage) -> Iterator[Candidate[Categories]]:
    """Links right above the headline that lead to sections of the site."""
    links = over_headline(page)
    if value := _links(page, links):
        yield _printed(links[0], value, 0.5)


def _from_trail(page: LabelledPage) -> Iterator[Candidate[Categories]]:
    """The steps between home page and article of a printed trail, where nothing else files the article."""
    for element in page.labels.of("breadcrumbs"):
        links = [a for a in steps_of(page, element) if not is_archive(a)]
        links = links[1:] if links and is_root_of(page, links[0]) else links
        value = tuple(c for c in _links(page, links) if c.url is None or page.url is None or c.url != page.url)
        if value and len(links) <= MENU and not is_row(page, element, links):
            yield _printed(element, value, 0.45)
            return


def _with_told_steps(
    page: LabelledPage, printed: list[Candidate[Categories]], found: list[Candidate[Categories]]
) -> list[Candidate[Categories]]:
    """What is found, and the steps of a trail where nothing printed names the last of them, nor anything more."""
    for told in _from_told_steps(page) if found else ():
        names = {squash(c.text) for c in told.value}
        known = [{squash(c.text) for c in candidate.value} for candidate in found]
        last = squash(told.value[-1].text)
        if not any(last in has for has in known[: len(printed)]) and not any(names < has for has in known):
            return [*found, told]
    return found


def _from_told_steps(page: LabelledPage) -> Iterator[Candidate[Categories]]:
    """The steps of a printed trail that the metadata calls sections, where the last step, nearest to the article, is
    among them."""
    told = {squash(t) for t in page.meta.all("article:section")}
    told |= {squash(t) for _, entity in page.entities.articles for t in texts(entity.get("articleSection"))}
    for element in page.labels.of("breadcrumbs") if told else ():
        trail = [c for c in _links(page, steps_of(page, element)) if c.url is None or c.url != page.url]
        named = tuple(c for c in trail if squash(c.text) in told)
        if 1 < len(trail) <= MENU and named and named[-1] is trail[-1]:
            yield _printed(element, named, _TOLD)
            return


def _from_title(page: LabelledPage) -> Iterator[Candidate[Categories]]:
    """The links behind a label of sections, at the foot of the article: "Filed under: …"."""
    for element in titled(page, "categories", fewest=1):
        links = page.document.within(element, "a")
        links = [a for a in links if is_filing(page, a)] or links
        elsewhere = page.labels.around(element, *ELSEWHERE)
        is_own = elsewhere is None or (page.headline is not None and page.headline in elsewhere)
        if is_own and len(links) <= MENU and (value := _links(page, links)):
            yield _printed(element, value, 0.6)
            return


def _from_labels(page: LabelledPage) -> Iterator[Candidate[Categories]]:
    for element in page.labels.of("category"):
        if heads_part(page, element) or page.labels.has(element, "hidden"):
            continue
        if page.headline is not None and page.headline in element:
            continue
        links = _alike(page, element) if element.tag == "a" else page.document.within(element, "a")
        if _is_menu(page, links) or element.end - element.index > LARGEST:
            continue
        is_beside = stands_with_headline(page, element) and (links or _heads_article(page, element))
        if is_beside or ends_article(page, element) or _heads_page(page, element, links):
            links = links or [element]
            if (len(links) <= MENU or _all_file(page, links)) and (value := _links(page, links)):
                yield _printed(element, value, 0.85)
                return


def _alike(page: LabelledPage, link: Element) -> list[Element]:
    """A link that is marked as a category itself, with those beside it that are."""
    around = link.parent
    beside = [e for e in around.elements if e.tag == "a"] if around is not None else []
    return [a for a in beside if page.labels.has(a, "category")] if len(beside) <= MENU else [link]


def _is_menu(page: LabelledPage, links: list[Element]) -> bool:
    """Whether one of several links leads home: those of a menu do."""
    home = page.rules.words.of(("home",))
    return len(links) > 1 and any(home.equal(page.links.text(a)) for a in links)


def _heads_page(page: LabelledPage, element: Element, links: list[Element]) -> bool:
    """Whether an element in the site's header names the section that the page lies in: its one link leads up."""
    if page.headline is None or element.index > page.headline.index or len(links) != 1:
        return False
    is_heading = element.tag in HEADINGS and page.labels.around(element, "navigation") is None
    return is_heading and _above(page, links[0])


def _all_file(page: LabelledPage, links: list[Element]) -> bool:
    """Whether many links all lead to folders of categories: a menu holds others, too."""
    return len(links) <= MOST and {a.index for a in links} <= page.ways.to("category")


def _heads_article(page: LabelledPage, element: Element) -> bool:
    """Whether an element without links stands above the text: inside it, words that are named so file nothing."""
    return page.headline is not None and element.index - page.headline.index <= UNLINKED


def _from_only(page: LabelledPage) -> Iterator[Candidate[Categories]]:
    """The links of the only block of the page that holds nothing but links marked as categories, wherever it stands."""
    blocks: list[tuple[Element, list[Element]]] = []
    for element in page.labels.of("category")[:BLOCKS]:
        links = page.document.within(element, "a")
        marked = links and all("category" in relations(a) for a in links)
        if marked and not (blocks and element in blocks[-1][0]):
            blocks.append((element, links))
    if len(blocks) == 1 and len(blocks[0][1]) <= MENU and (value := _links(page, blocks[0][1])):
        yield _printed(blocks[0][0], value, 0.65)


def _from_meta(page: LabelledPage) -> Iterator[Candidate[Categories]]:
    """The links that are marked as categories in the only line of the page that says how its article was filed: "was
    published on Friday and filed under Ports"."""
    links = [a for a in page.document.with_attribute("rel") if a.tag == "a" and "category" in relations(a)]
    lines = [page.labels.around(a, "entry-meta") for a in links] if len(links) <= MENU else []
    line = lines[0] if lines else None
    if line is not None and all(other is line for other in lines) and (value := _links(page, links)):
        yield _printed(line, value, 0.65)


def _from_foot(page: LabelledPage) -> Iterator[Candidate[Categories]]:
    """The links that are marked as categories in the article that holds the headline, however far below it."""
    headline = page.headline
    article = next((a for a in headline.ancestors if a.tag == "article"), None) if headline is not None else None
    if article is None:
        return
    links = [a for a in page.document.within(article, "a") if "category" in relations(a)]
    links = [a for a in links if not any(page.labels.has(e, *ELSEWHERE) for e in a.ancestors if e in article)]
    if len(links) <= MENU and (value := _links(page, links)):
        yield _printed(links[0], value, 0.7)


def _from_links(page: LabelledPage) -> Iterator[Candidate[Categories]]:
    """Links near the headline that are marked as categories, else those that lead up the page's own path."""
    about = [a for a in page.links.all if is_about_headline(page, a)]
    for wanted, weight in ((is_filing, 0.8), (_above, _PATH)):
        links = [a for a in about if wanted(page, a) and stands_with_headline(page, a) and not is_in_prose(a)]
        if value := _links(page, _up_to_last_step(page, links)):
            yield _printed(links[0], value, weight)
            return


def _up_to_last_step(page: LabelledPage, links: list[Element]) -> list[Element]:
    """Links, those of a trail with the steps behind them: what folders of an address leave out or call otherwise."""
    trail = page.labels.around(links[-1], "breadcrumbs") if links else None
    if trail is None or any(a not in trail for a in links):
        return links
    way = steps_of(page, trail)
    behind = [a for a in way if a.index > links[-1].index and not is_archive(a)]
    is_own = (absolute(a.get("href"), page.base) == page.url for a in behind)
    behind = [a for a, own in zip(behind, is_own, strict=True) if not own]
    return [*links, *behind] if len(way) <= MENU and not is_row(page, trail, way) else links


def _printed(element: Element, value: Categories, weight: float) -> Candidate[Categories]:
    raw = ", ".join(c.text for c in value)
    return Candidate(value=value, source="dom", locator=css_path(element), raw=raw, weight=weight)


def _links(page: LabelledPage, links: list[Element]) -> Categories:
    found: dict[str, Link] = {}
    language = page.meta.language
    authors = page.ways.to("author")
    named = ((a, name) for a in links if a.index not in authors for name in _names(a))
    for link, name in named:
        if _YEAR.search(name) and "category" not in relations(link):
            continue
        if name and len(name) <= LONGEST and _names_section(page, name) and not is_translation(link, language):
            url = absolute(link.get("href"), page.base)
            if url is None or (_is_own(page, url) and (steps(url) or "?" in url)):
                found.setdefault(squash(name), Link(text=name, url=url))
    found.pop("", None)
    return tuple(found.values())


def _names(link: Element) -> list[str]:
    """What a link is called; without one, what strokes part: "World | Video"."""
    said = text_of(link)
    return [name.strip(_MARKS) for name in (_PARTED.split(said) if link.tag != "a" else [said])]


def _is_own(page: LabelledPage, url: str) -> bool:
    """Whether a URL is one of the page's site, as far as that is known."""
    return page.url is None or same_site(url, page.url)


def _names_section(page: LabelledPage, name: str) -> bool:
    if squash(name) == squash(page.title or "") or _DATE.search(name) or "//" in name:
        return False
    filed = vocabulary("filed")
    if name.casefold() in filed.phrases("none") or name.casefold() in filed.phrases("whole"):
        return False
    if page.rules.words.of(_NO_NAMES).equal(name):
        return False
    if " " not in name:
        return True
    label = page.speech.starts_with("by", name) or ""
    return " " not in label and page.rules.words.starts_with("back", name.lstrip(_ARROWS)) is None


def _above(page: LabelledPage, link: Element) -> bool:
    """Whether a link leads to a folder that the page's own URL lies in."""
    target = absolute(link.get("href"), page.base)
    if target is None or page.url is None or not same_site(target, page.url):
        return False
    if page.rules.words.of(WAYS_BACK).equal(text_of(link)):
        return False
    own, there = steps(page.url), steps(target)
    return 0 < len(there) < len(own) and own[: len(there)] == there and "?" not in target


def _stated(page: LabelledPage) -> Iterator[Candidate[Categories]]:
    sources = [(s, "articleSection", texts(e.get("articleSection")), 0.62) for s, e in page.entities.articles]
    sources += [("meta", name, page.meta.all(name), weight) for name, weight in _METAS]
    for source, locator, raw, weight in sources:
        names = dict.fromkeys(n for text in raw for n in re.split(r" ?[,;|] ?", fold(text)) if n)
        names = {n: None for n in names if n.casefold() not in vocabulary("filed").phrases("none")}
        names = {n: None for n in names if not page.rules.words.equals("home", n)} if len(names) > 1 else names
        if all(map(page.site.is_known, names)) or any(map(_is_sentence, names)):
            continue
        value = tuple(Link(text=n) for n in names if len(n) <= LONGEST and not _SLUG.fullmatch(n))
        if value:
            yield Candidate(value=value, source=source, locator=locator, raw=", ".join(raw), weight=weight)


def _is_sentence(text: str) -> bool:
    """Whether a part of what the metadata calls sections is one of a text: summaries are put there, too."""
    return len(text) > LONGEST or (text.endswith(".") and len(text.split()) >= WORDS)
