"""The language of the article: as declared, or as its text says where declarations are few or at odds."""

from collections.abc import Iterator

import attrs

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.label import LabelledPage
from newsextract.locate.body import Body
from newsextract.page.languages import SAMPLE, agree, normal, of_text, primary
from newsextract.page.schema import text

_METAS = (("content-language", 0.7), ("language", 0.65), ("dc.language", 0.6), ("og:locale", 0.6))
DEFAULT = "en"
"""The language that a system is set to from the start: it then states it several times, whatever the text is in."""
FUNCTION_WORDS = 0.1
"""Share of words of a text in that language that are function words, at the least; it is a third."""
FEWEST = 40
"""Words below which a text tells nothing."""
_ONE_SETTING = 0.5
_TEXT_WEIGHT = 0.93
"""A reliable detection beats one declaration: templates keep the `lang` they were written with."""


def read(page: LabelledPage, body: Body) -> tuple[str, Evidence] | None:
    """The language as a BCP 47 tag, and its evidence."""
    declared = list(_declared(page))
    languages = {primary(c.value) for c in declared}
    told = " ".join(r.text for r in body.runs[:20])
    if len(declared) > 1 and len(languages) == 1:
        if languages != {DEFAULT} or _is_default(page, told):
            return choose(declared, key=primary)
        declared = [attrs.evolve(c, weight=c.weight * _ONE_SETTING) for c in declared]
    said = of_text(told)
    if said is None:
        return choose(declared, key=primary)
    language, score = said
    same = next((c.value for c in declared if agree(c.value, language)), language)
    heard = Candidate(value=same, source="text", locator="body", raw=f"{language} {score:.2f}", weight=_TEXT_WEIGHT)
    return choose([*declared, heard], key=primary)


def _is_default(page: LabelledPage, text: str) -> bool:
    """Whether a text may be in the language that systems are set to: it has function words of it, or is short."""
    words = text[:SAMPLE].lower().split()
    known = page.rules.words.of(("stopwords",), (DEFAULT,)).all
    return len(words) < FEWEST or sum(w in known for w in words) >= FUNCTION_WORDS * len(words)


def _declared(page: LabelledPage) -> Iterator[Candidate[str]]:
    stated = [("meta", "html[lang]", page.meta.language, 0.85)]
    stated += [(source, "inLanguage", text(e.get("inLanguage")), 0.7) for source, e in page.entities.articles]
    stated += [("meta", name, page.meta.first(name), weight) for name, weight in _METAS]
    for source, locator, raw, weight in stated:
        if tag := normal(raw):
            yield Candidate(value=tag, source=source, locator=locator, raw=raw, weight=weight)
