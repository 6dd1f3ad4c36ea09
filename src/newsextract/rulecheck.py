"""A folder of a user's rules in, all that is wrong with it out: what `newsextract rules check` prints.

Every file is read, every selector parsed; every rule fires on its fragment and spares its counterpart; every example
page gives what it says.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time
from os import PathLike
from pathlib import Path
from typing import Any, Final

import attrs

from newsextract.errors import RuleError
from newsextract.page.document import Document
from newsextract.pipeline import extract
from newsextract.records import Article
from newsextract.rules import files
from newsextract.rules.load import Rules, bundled
from newsextract.rules.sites import Example, FieldRule, SiteRules, Sites
from newsextract.rules.user import repeated, site_rules

SHOWN: Final = 120
"""Characters of a value in a message."""


@attrs.frozen(kw_only=True)
class Checked:
    """What came of a check."""

    files: int
    rules: int
    examples: int
    faults: tuple[str, ...]
    """Each names the file, the rule or example, what is wrong, and what to do."""
    notices: tuple[str, ...]
    """What files say that has no meaning here."""


def check(folder: str | PathLike[str]) -> Checked:
    """Check a folder of rules; RuleError only where there is no such folder, or nothing in it."""
    read = [site_rules(name, text) for name, text in files.read(folder).texts]
    sites = [file for file, _ in read if file is not None]
    faults = [str(fault) for _, found in read for fault in found]
    faults += map(str, repeated(sites))
    whole = attrs.evolve(bundled(), sites=Sites(sites))
    for file in sites:
        faults += _of_labels(file)
        faults += (f"{file.name}: rule {rule.id!r}: {what}" for rule in file.fields for what in _of_field(file, rule))
        faults += _of_examples(Path(folder), file, whole)
    return Checked(
        files=len(sites),
        rules=sum(len(f.labels) + len(f.fields) for f in sites),
        examples=sum(len(f.examples) for f in sites),
        faults=tuple(faults),
        notices=tuple(notice for f in sites for notice in f.notices),
    )


def _of_labels(file: SiteRules) -> Iterator[str]:
    for rule in file.labels:
        for key, fragment, wanted in (("fires", rule.fires, True), ("spares", rule.spares, False)):
            document = Document(_page(fragment))
            if any(s.find(document) for s in rule.selectors) is not wanted:
                yield f"{file.name}: rule {rule.id!r}: key {key!r}: {_advice(wanted)}"
            document.release()


def _of_field(file: SiteRules, rule: FieldRule) -> Iterator[str]:
    """What is wrong with a rule by its own fragments, read with this rule alone."""
    if not rule.fires:
        return
    alone = Sites([attrs.evolve(file, labels=(), fields=(rule,))])
    rules = attrs.evolve(bundled(), sites=alone)
    for key, fragment, wanted in (("fires", rule.fires, True), ("spares", rule.spares, False)):
        article = _extracted(fragment, file, rules)
        if _fired(article, rule) is not wanted:
            yield f"key {key!r}: {_advice(wanted)}"
        elif wanted and rule.gives is not None and (found := plain(article, rule.field)) != rule.gives:
            yield f"key 'gives': reads {_short(found)} in 'fires', not {_short(rule.gives)}; correct one of them"


def _extracted(fragment: str, file: SiteRules, rules: Rules) -> Article:
    host = file.sites[0].replace("*", "www") if file.sites else "www.example.org"
    day = file.valid_until or file.valid_from
    captured = datetime.combine(day, time(12), UTC) if day else None
    return extract(_page(fragment), url=f"https://{host}/a/page", captured=captured, rules=rules)


def _fired(article: Article, rule: FieldRule) -> bool:
    if rule.field == "strip":
        return "stripped" in article.removed
    why = article.evidence.get("sections" if rule.field == "body" else rule.field)
    return why is not None and why.source == f"rule:{rule.id}"


def _advice(wanted: bool) -> str:
    if wanted:
        return "the rule finds nothing in it: correct its 'match', or the fragment"
    return "the rule fires on it: make its 'match' narrower, or give a fragment it must not touch"


def _of_examples(folder: Path, file: SiteRules, rules: Rules) -> Iterator[str]:
    for number, example in enumerate(file.examples, start=1):
        where = f"{file.name}: example {example.page or number!r}"
        try:
            page = _example_page(folder, file, example)
        except RuleError as error:
            yield f"{where}: {error}"
            continue
        article = extract(page, url=example.url, captured=example.captured, rules=rules)
        yield from (f"{where}: {what}" for what in _unlike(article, example))


def _example_page(folder: Path, file: SiteRules, example: Example) -> bytes | str:
    if example.html is not None:
        return example.html
    path = (folder / file.name).parent / str(example.page)
    try:
        return path.read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise RuleError(f"key 'page': {why}: give its place beside the file") from error


def _unlike(article: Article, example: Example) -> Iterator[str]:
    for field, wanted in example.expect.items():
        if (found := plain(article, field)) != wanted:
            why = article.evidence.get(field)
            by = f" (by {why.source})" if why else ""
            yield f"key {field!r}: the record has {_short(found)}{by}, the example wants {_short(wanted)}"
    for words in example.has:
        if words not in article.text:
            yield f"key 'has': not in the body: {_short(words)}"
    for words in example.lacks:
        if words in article.text:
            yield f"key 'lacks': in the body: {_short(words)}; strip what holds it"


def plain(article: Article, field: str) -> Any:
    """A field as rule files write it: a text, a list of texts, a date in ISO 8601."""
    plainly = _PLAIN.get(field)
    return getattr(article, field) if plainly is None else plainly(article)


_PLAIN: Final[dict[str, Callable[[Article], Any]]] = {
    "published": lambda a: a.published.isoformat() if a.published else None,
    "modified": lambda a: a.modified.isoformat() if a.modified else None,
    "authors": lambda a: [author.name for author in a.authors],
    "categories": lambda a: [link.text for link in a.categories],
    "breadcrumbs": lambda a: [link.text for link in a.breadcrumbs],
    "tags": lambda a: [link.text for link in a.tags],
    "site": lambda a: a.site.name if a.site else None,
    "lead_image": lambda a: a.lead_image.url if a.lead_image else None,
    "pagination": lambda a: list(a.pagination.urls) if a.pagination else [],
    "body": lambda a: a.text,
    "strip": lambda a: a.removed.get("stripped", 0),
}


def _page(fragment: str) -> str:
    return fragment if "<html" in fragment else f"<html><head></head><body>{fragment}</body></html>"


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
