"""The trail from the home page to the article: as printed, else as the metadata states it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.label import LabelledPage
from newsextract.locate.trails import ROW
from newsextract.page.document import Element, css_path
from newsextract.page.headlines import is_headline
from newsextract.page.links import is_translation
from newsextract.page.masthead import squash
from newsextract.page.schema import crumbs
from newsextract.page.text import COLONS, fold, text_of
from newsextract.page.urls import absolute, same_site, site
from newsextract.records import Link
from newsextract.rules.addresses import lie_beside, steps

Trail = tuple[Link, ...]

LONGEST = 9
"""Steps above which a list of links is a menu."""
SECTION = 2
"""Steps of the trail of a section's own page: the home page and the section."""
TRAILS = 12
"""Elements called a trail that are looked at: each step may be one."""
MENU = 3
"""Links in one element beside that to the home page that are a menu behind it."""
SITES = 3
"""Sites that no trail leads to; the first is that of most steps."""
CUT = 12
"""Letters from which the beginning of a title stands for the whole."""
LONGEST_STEP = 100
"""Characters of a step; what is longer explains one."""
LONGEST_ALONE = 30
"""Characters of a trail of one step that is no link."""
_ALONE = 0.6
"""Belief in a trail of such a step: less than in a stated trail."""
_MARKS = " /\\\\|>»›→·•-–—:‹«<▸►∙[]"
"""What pages print between steps, and around them."""
_LEADING = frozenset(">»›→/▸►＞")
"""Those that lead from a step to the next."""
_FORMS = frozenset({"form", "button", "label", "select", "script", "style", "template"})
"""Elements beside a trail that are none of its steps: the fields to search the site."""
_PARTING = re.compile(r"[>»›→▸►＞]+")
"""Between steps that are no links."""
_DATED = re.compile(r"\d[.,]? (?:19|20)\d\d\b|\d[./-]\d|[#:] ?[A-Z\d]*\d{3}|^\(\d")
"""A date, a number of the page or of its readers, which stand beside some trails."""
_WORD = re.compile(r"[^\W\d_]{4,}")
TELLING, MOSTLY = 3, 0.75
"""Words of an unlinked last step from which on it is the page, where that share of them stands in its title or in its
address."""
_NEIGHBOURS = ("previous", "goes_back", "next", "goes_on")
"""Keys of what links say that lead to another page, no step further up."""


def read(page: LabelledPage) -> tuple[Trail, Evidence] | None:
    """The trail and its evidence."""
    stated = list(_from_entities(page))
    printed = [*_from_labels(page), *_from_links(page, stated)]
    found = [*printed, *([] if printed else _from_marks(page)), *stated]
    return choose((c for c in found if not _is_home_alone(page, c.value)), key=_key)


def _is_home_alone(page: LabelledPage, trail: Trail) -> bool:
    """Whether a trail goes no further than the home page: what it would lead to stands elsewhere."""
    name = trail[0].text
    return len(trail) == 1 and (page.site.is_name(name) or page.rules.words.equals("home", name))


def _key(trail: Trail) -> tuple[str, ...]:
    return tuple(squash(step.text) for step in trail)


def _from_labels(page: LabelledPage) -> Iterator[Candidate[Trail]]:
    """The first trail that is labelled as one, or one below it that holds its steps and more."""
    found: list[tuple[Element, Trail]] = []
    for labelled in page.labels.of("breadcrumbs")[:TRAILS]:
        element = _around(page, _inmost(page, labelled))
        trail = _steps_in(page, element)
        if 0 < len(trail) <= LONGEST and (len(trail) > 1 or _can_stand_alone(trail[0])) and not _strays(page, trail):
            found.append((element, trail))
    if found:
        first = set(_key(found[0][1]))
        element, trail = max(found, key=lambda f: len(f[1]) if first.issubset(_key(f[1])) else 0)
        weight = 0.9 if len(trail) > 1 or trail[0].url is not None else _ALONE
        yield Candidate(value=trail, source="dom", locator=css_path(element), raw=text_of(element), weight=weight)


def _strays(page: LabelledPage, trail: Trail) -> bool:
    """Whether steps lead beside each other: what a framework's class for trails lays out as a row of accounts, as a
    menu of folders, as the numbers of pages."""
    sites = [site(step.url) for step in trail if step.url is not None]
    if len(set(sites)) >= SITES or 2 * sites.count(next(iter(sites), "")) < len(sites):
        return True
    is_beside = lie_beside(step.url for step in trail if step.url is not None)
    starts_at_home = page.rules.words.equals("home", trail[0].text) or not steps(trail[0].url or "")
    is_row = len(trail) >= ROW or all(step.text.isdigit() for step in trail)
    return is_row and is_beside and len(trail) > 1 and not starts_at_home


def _inmost(page: LabelledPage, element: Element) -> Element:
    """The trail that a labelled element holds, where what stands beside it there (languages, a menu) follows it."""
    for inner in page.labels.of("breadcrumbs"):
        if inner is not element and inner in element and len(page.document.within(inner, "a")) > 1:
            beside = [a for a in page.document.within(element, "a") if a not in inner]
            return inner if beside and all(a.index >= inner.end for a in beside) else element
    return element


def _can_stand_alone(step: Link) -> bool:
    """Whether a trail of one step is one: a link, or the short name of a section."""
    return step.url is not None or (len(step.text) <= LONGEST_ALONE and not any(c.isdigit() for c in step.text))


def _around(page: LabelledPage, element: Element) -> Element:
    """The trail that a labelled element is; what holds it where it is one step among several that are labelled so."""
    parent = element.parent
    if parent is None or len(page.document.within(element, "a")) > 1:
        return element
    steps_beside = sum(page.labels.has(child, "breadcrumbs") for child in parent.elements)
    return parent if steps_beside > 1 else element


def _from_links(page: LabelledPage, stated: list[Candidate[Trail]]) -> Iterator[Candidate[Trail]]:
    """The printed links that say what a stated trail says: the smallest element with two of its steps."""
    names = {squash(step.text) for c in stated for step in c.value}
    if not names:
        return
    links = page.links.named(names)
    for one, other in pairwise(links):
        around = next((e for e in other.ancestors if one in e), None)
        if around is None or len(page.document.within(around, "a")) > LONGEST:
            continue
        trail = _steps_in(page, around)
        if sum(squash(s.text) in names for s in trail) > len(trail) / 2:
            yield Candidate(value=trail, source="dom", locator=css_path(around), raw=text_of(around), weight=0.85)
            return


def _from_marks(page: LabelledPage) -> Iterator[Candidate[Trail]]:
    """Links above the headline that nothing but marks parts, the first to the home page: "Home > Region > Story"."""
    end = page.headline.index if page.headline is not None else len(page.document.elements)
    for link in (a for a in page.links.all if a.index < end and a.parent is not None and _is_home(page, a)):
        around = link.parent
        if around is None or not 1 < len(page.document.within(around, "a")) <= LONGEST:
            continue
        if _is_parted(around) and not any(len(page.document.within(e, "a")) >= MENU for e in around.elements):
            linked = {squash(_named(a) or "") for a in page.document.within(around, "a")}
            trail = tuple(s for s in _steps_in(page, around) if squash(s.text) in linked)
            yield Candidate(value=trail, source="dom", locator=css_path(around), raw=text_of(around), weight=0.75)
            return


def _is_parted(element: Element) -> bool:
    """Whether marks stand between the links of an element, and nothing else before the last of them."""
    said = [c.strip() if isinstance(c, str) else "a" if c.tag == "a" else text_of(c) for c in element.children]
    shown = [text for text in said if text]
    if shown and shown[0].endswith(COLONS):
        shown.pop(0)  # "You are here:"
    last = len(shown) - 1 - shown[::-1].index("a") if "a" in shown else 0
    between = [text for at, text in enumerate(shown) if text != "a" and (at < last or text[0] in _LEADING)]
    return bool(between) and all(text[0] in _LEADING for text in between)


def _is_home(page: LabelledPage, link: Element) -> bool:
    target = absolute(link.get("href"), page.base)
    return target is not None and page.url is not None and same_site(target, page.url) and not steps(target)


def _from_entities(page: LabelledPage) -> Iterator[Candidate[Trail]]:
    for source, entity in page.entities.of_type("BreadcrumbList"):
        trail = [Link(text=fold(c.name), url=absolute(c.url, page.base)) for c in crumbs(entity)]
        if trail and _is_page(page, trail):
            trail.pop()
        if trail:
            yield Candidate(
                value=tuple(trail),
                source=source,
                locator="BreadcrumbList",
                raw=" > ".join(s.text for s in trail),
                weight=0.7,
            )


def _is_page(page: LabelledPage, trail: list[Link]) -> bool:
    """Whether the last step is the article itself. A word or two right behind the home page name a section."""
    last = trail[-1].text
    return (len(trail) != SECTION or is_headline(last)) and _is_title(page, last)


def _is_title(page: LabelledPage, text: str) -> bool:
    """Whether a step is the article itself: its headline, or what the metadata calls it, perhaps cut short."""
    step = squash(text.rstrip("….")) or "?"
    titles = [squash(t) for t in (page.title, page.meta.first("og:title"), page.meta.title) if t]
    return any(t == step or (len(step) > CUT and t.startswith(step)) for t in titles) or (
        len(step) > CUT and squash(page.title or "").endswith(step)
    )


def _steps_in(page: LabelledPage, element: Element) -> Trail:
    """The steps an element prints: its links, and the unlinked last step."""
    named = [(_named(a), a) for a in _without_topics(page, page.document.within(element, "a")) if _leads_away(page, a)]
    trail = [Link(text=name, url=_target(page, a)) for name, a in named if name]
    items = page.document.within(element, "li") if not trail else []
    said = [_clean(text_of(item)) for item in items] if len(items) > 1 else _unlinked_end(element)
    trail += [Link(text=name) for name in said if name]
    trail = [step for step in trail if not _is_no_step(page, step.text)]
    may_end = trail and (len(trail) > 1 or trail[0].url in {None, page.url})
    if may_end and (_is_page(page, trail) or _tells_page(page, trail[-1])):
        trail.pop()
    return tuple({squash(s.text): s for s in reversed(trail)}.values())[::-1]


def _target(page: LabelledPage, link: Element) -> str | None:
    """Where a step leads; an empty address is that of the home page where the page names one as its base."""
    is_base = "href" in link.attrs and not link.attrs["href"] and page.meta.base is not None
    return page.base if is_base else absolute(link.get("href"), page.base)


def _without_topics(page: LabelledPage, links: list[Element]) -> list[Element]:
    """The links of a trail without the topics that stand behind its steps: several that lead to tags."""
    tags = page.ways.to("tag")
    topics = [a for a in links if a.index in tags]
    is_behind = len(topics) > 1 and len(topics) < len(links) and links[-len(topics)].index == topics[0].index
    beside = is_behind and lie_beside(a.get("href") or "" for a in topics)
    return links[: -len(topics)] if beside else links


def _tells_page(page: LabelledPage, step: Link) -> bool:
    """Whether a step without a link says in other words what the title or the address of the page say."""
    words = _WORD.findall(fold(step.text).casefold()) if step.url is None else []
    if len(words) < TELLING:
        return False
    said = squash(page.title or "") + "/" + squash((steps(page.url or "") or [""])[-1])
    return sum(squash(word) in said for word in words) >= MOSTLY * len(words)


def _leads_away(page: LabelledPage, link: Element) -> bool:
    """Whether a link leads to another page, in the language of this one."""
    is_here = (link.get("href") or "").startswith(("#", "javascript:"))
    return not (is_here or is_translation(link, page.meta.language))


def _is_no_step(page: LabelledPage, text: str) -> bool:
    """Whether a link explains, leads to a neighbour or back to a list, or shows a sign: "Next", "Back to the blog"."""
    words = page.rules.words
    if not any(c.isalnum() for c in text):
        return True
    if len(text) > LONGEST_STEP or words.of(_NEIGHBOURS).equal(text):
        return True
    return " " in text and words.starts_with("back", text) is not None


def _named(link: Element) -> str | None:
    """What a step is called; one that is a picture (a house) by its label."""
    return _clean(text_of(link)) or link.get("title") or link.get("aria-label")


def _unlinked_end(element: Element) -> list[str]:
    """The steps behind the last link of an element, parted by marks."""
    texts: list[str] = []
    stack: list[Element | str] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            texts.append(node)
        elif node.tag == "a":
            break
        elif node.tag not in _FORMS:
            stack.extend(node.children)
    said = (_clean(step) for step in _PARTING.split(fold("".join(reversed(texts)))))
    return [step for step in said if step and not _DATED.search(step)]


def _clean(text: str) -> str:
    return text.strip(_MARKS)
