"""`<meta>`, `<link>`, `<title>` and `<html>` attributes of a page, read once."""

import attrs

from newsextract.page.document import Document
from newsextract.page.text import fold


@attrs.frozen(kw_only=True)
class Meta:
    """What the head says. Names are lower case; the values of one name stand in document order."""

    values: dict[str, tuple[str, ...]]
    """Meta name, property, itemprop or http-equiv -> contents, white space folded."""
    links: dict[str, tuple[str, ...]]
    """Link rel token -> hrefs as written."""
    title: str | None = None
    """The `<title>`, folded."""
    language: str | None = None
    """`<html lang>`, as written."""
    base: str | None = None
    """`<base href>`, as written."""

    def first(self, *names: str) -> str | None:
        """The first value of the first name that has one."""
        return next((self.values[n][0] for n in names if self.values.get(n)), None)

    def all(self, *names: str) -> tuple[str, ...]:
        """All values of the names, in the order of the names."""
        return tuple(v for n in names for v in self.values.get(n, ()))


def read(document: Document) -> Meta:
    """Collect the metadata, wherever in the page its elements stand (unclosed heads put them in the body)."""
    values: dict[str, list[str]] = {}
    for element in document.by_tag.get("meta", ()):
        content = element.get("content")
        if not content:
            continue
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name:
            values.setdefault(name.lower(), []).append(fold(content))
    links: dict[str, list[str]] = {}
    for element in document.by_tag.get("link", ()):
        href = element.get("href")
        for rel in (element.get("rel") or "").lower().split() if href else ():
            links.setdefault(rel, []).append(href or "")
    titles = document.by_tag.get("title", ())
    bases = [b.get("href") for b in document.by_tag.get("base", ())]
    return Meta(
        values={k: tuple(v) for k, v in values.items()},
        links={k: tuple(v) for k, v in links.items()},
        title=next(
            (t for t in (fold("".join(c for c in e.children if isinstance(c, str))) for e in titles) if t),
            None,
        ),
        language=document.root.get("lang") or document.root.get("xml:lang"),
        base=next((b for b in bases if b), None),
    )
