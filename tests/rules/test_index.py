"""The index finds what asking every element would find."""

import random

import pytest

from newsextract.page.document import Document
from newsextract.rules.index import Index
from newsextract.rules.load import bundled
from newsextract.rules.selector import Selector, parse

SELECTORS = [
    "nav",
    "#top",
    "#ad-*",
    ".share",
    ".share-*",
    "~share-buttons?",
    "~^share",
    "~=share",
    "~(read|see)-more$",
    "~share~bar",
    "~share:not(p)",
    ".share:not(~share-bar)",
    "[hidden]",
    "[role=search]",
    '[aria-label^="share on"]',
    "[style*=none]",
    "[href$=rss]",
    "[rel~=tag]",
    "a[rel~=tag]",
    "a[href*=share]",
    "p.share",
    "div#top.share",
    "nav .share",
    "nav > a",
    ".share a",
    "#top > ~share a",
    "[role=search] a",
    "div[hidden] > p",
]
TAGS = ("div", "p", "a", "nav", "h2", "span")
NAMES = ("share", "Share", "share-buttons", "shareButtons", "article__share-bar", "read-more", "see_more2")
STATES = ("has-share", "tag-share-bar", "shared", "ShareBar_root__x8YzA", "ad-1", "top", "bar")
ATTRIBUTES = (
    'role="search"',
    'hidden=""',
    'aria-label="Share on Sunday"',
    'style="display: None"',
    'href="/share/rss"',
    'rel="tag nofollow"',
    'data-testid="share-bar"',
)


def page(seed: int) -> Document:
    """A random tree of elements whose names are close to those the selectors ask for."""
    chance = random.Random(seed)

    def element(depth: int) -> str:
        tag = chance.choice(TAGS)
        names = " ".join(chance.choices(NAMES + STATES, k=chance.randrange(3)))
        given = [f'class="{names}"', f'id="{chance.choice(NAMES + STATES)}"', *chance.choices(ATTRIBUTES, k=2)]
        inside = "".join(element(depth + 1) for _ in range(chance.randrange(4))) if depth < 5 else "text"
        return f"<{tag} {' '.join(chance.sample(given, k=chance.randrange(4)))}>{inside}</{tag}>"

    return Document("<body>" + "".join(element(0) for _ in range(6)))


def asked(document: Document, selectors: list[Selector]) -> list[tuple[int, int]]:
    """What matches when every element is asked."""
    inside = document.elements[document.body.index + 1 :]
    return sorted({(e.index, n) for n, s in enumerate(selectors) for e in inside if s.matches(e)})


@pytest.mark.parametrize("seed", range(60))
def test_the_index_finds_what_asking_every_element_finds(seed: int) -> None:
    document, selectors = page(seed), [parse(s) for s in SELECTORS]
    assert Index(enumerate(selectors)).hits(document) == asked(document, selectors)


@pytest.mark.parametrize("seed", range(3))
def test_the_bundled_rules_are_found_likewise(seed: int) -> None:
    rules, document = bundled(), page(seed)
    brute = {
        (e.index, n)
        for n, rule in enumerate(rules.rules)
        for e in document.elements[document.body.index + 1 :]
        if any(s.matches(e) for s in rule.selectors)
    }
    assert rules.index.hits(document) == sorted(brute)


def test_html_and_body_are_never_found() -> None:
    document = Document('<html class="share nav"><body class="share" hidden id="top"><p>text</p>')
    assert Index(enumerate(map(parse, SELECTORS))).hits(document) == []


def test_many_names_of_one_element_cost_linear_time() -> None:
    names = " ".join(f"share-{n}x" for n in range(20_000))
    document = Document(f'<body><div class="{names}">text</div>')
    assert (document.body.index + 1, 0) in Index([(0, parse("~share:not(p)"))]).hits(document)
