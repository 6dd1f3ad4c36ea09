"""A labelled page and its body in, all that the page prints of its authors out: found once, for every field that asks.

The site's own names are known here, so that a reader can tell them from a person's.
"""

import functools

import attrs

from newsextract.label import LabelledPage
from newsextract.locate.authorcards import AuthorCard, cards
from newsextract.locate.body import Body
from newsextract.locate.bylines import bylines
from newsextract.locate.printedbyline import PrintedByline
from newsextract.locate.signatures import signatures
from newsextract.page import masthead, schema
from newsextract.rules.bylines import stated_name
from newsextract.rules.personnames import Named
from newsextract.rules.speech import Speech


@attrs.frozen(kw_only=True)
class People:
    """What a page says of its authors."""

    page: LabelledPage
    speech: Speech
    """The words of the page's language."""
    masthead: masthead.Masthead
    printed: tuple[PrintedByline, ...]
    """Bylines near the headline and elsewhere, then signatures in the text."""
    cards: tuple[AuthorCard, ...]
    stated: tuple[schema.Person, ...]
    """The authors of the page's article entities."""

    @classmethod
    def of(cls, page: LabelledPage, body: Body) -> "People":
        """Find them."""
        head = page.site
        speech = page.speech
        site = folded(head)
        stated = tuple(p for _, e in page.entities.articles for p in schema.people(e.get("author")))
        known = (*(p.name for p in stated if p.name), *page.meta.all("author"))
        printed = (*bylines(page, speech, site), *signatures(page, body, speech, site))
        known = known or tuple(n.name for b in printed if b.near and b.place == "name" for n in b.named)
        return cls(
            page=page,
            speech=speech,
            masthead=head,
            printed=printed,
            cards=tuple(cards(page, speech, site, known, below=_middle(body))),
            stated=stated,
        )

    @functools.cached_property
    def named(self) -> frozenset[str]:
        """The keys of the people, full names alone, that metadata states as authors."""
        stated = (*(p.name for p in self.stated if p.name), *self.page.meta.all("author"))
        found = (n for name in stated for n in stated_name(name, self.speech, self.site))
        return frozenset(n.key for n in found if n.kind == "person" and " " in n.name and not self.is_site(n))

    def is_site(self, named: Named) -> bool:
        """Whether what was read as a person is a name of the site, and not of the person who publishes it."""
        head = self.masthead
        return named.kind == "person" and head.is_name(named.name) and not head.is_person(named.name)

    @property
    def site(self) -> frozenset[str]:
        """The site's names, case folded."""
        return folded(self.masthead)


def folded(head: masthead.Masthead) -> frozenset[str]:
    """The site's names, case folded, without those of persons."""
    return frozenset(n.text.casefold() for n in head.names if not head.is_person(n.text))


def _middle(body: Body) -> int | None:
    """Where the lower half of the body begins, among the elements of the page."""
    kept = sorted(body.kept)
    return body.flow.runs[kept[len(kept) // 2]].element.index if kept else None
