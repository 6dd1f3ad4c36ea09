"""Annotated pages in, training rows out."""

import gzip
import json
import pathlib
from collections.abc import Iterator
from urllib.parse import urlsplit

import attrs

from newsextract.locate.features import rows
from newsextract.locate.vocabulary import Vocabulary, words_of
from newsextract.page.flow import Flow
from newsextract.pipeline import prepared
from training.align import shares

SETS = ("fundus", "n4k", "wcxb", "segments")


@attrs.define
class Sample:
    """One page."""

    set: str
    id: str
    kind: str
    site: str
    gold: str | None
    wanted: list[str]
    unwanted: list[str]
    texts: list[str]
    sizes: list[int]
    """Words of each run."""
    targets: list[float]
    """Share of each run that is gold; -1 where the gold does not say."""
    named: list[tuple[set[str], float, float]]
    """(words of an element, text words under it, gold words under it)"""
    rows: list[list[float]] = attrs.field(factory=list)


def pages(bench: pathlib.Path, sets: tuple[str, ...] = SETS) -> Iterator[tuple[str, dict, bytes]]:
    """(set, gold, page) of every page that says what its body is."""
    for name in sets:
        for line in (bench / name / "gold.jsonl").read_bytes().splitlines():
            gold = json.loads(line)
            if gold.get("text") or (name == "segments" and gold.get("with")):
                packed = (bench / name / "pages" / f"{gold['id']}.html.gz").read_bytes()
                yield name, gold, gzip.decompress(packed)


def site_of(gold: dict, name: str) -> str:
    """The site's name, the unit of cross-validation."""
    host = urlsplit(gold.get("url") or "").netloc.removeprefix("www.")
    return ".".join(host.split(".")[-2:]) or f"{name}-{gold['id']}"


def sample(name: str, gold: dict, page: bytes, vocabulary: Vocabulary | None) -> Sample:
    """Align a page with its gold; rows only where a vocabulary is given."""
    with prepared(page, gold.get("url")) as (seen, flow):
        texts = [r.text for r in flow.runs]
        wanted, unwanted = gold.get("with") or [], gold.get("without") or []
        targets = shares(texts, gold["text"]) if gold.get("text") else _segment_targets(texts, wanted, unwanted)
        out = Sample(
            name,
            gold["id"],
            gold.get("kind") or name,
            site_of(gold, name),
            gold.get("text"),
            wanted,
            unwanted,
            texts,
            [r.words for r in flow.runs],
            targets,
            _named_text(seen.document, flow, targets),
        )
        if vocabulary is not None:
            out.rows = list(rows(seen, flow, vocabulary))
        return out


def _segment_targets(texts: list[str], wanted: list[str], unwanted: list[str]) -> list[float]:
    wanted, unwanted = [" ".join(w.split()) for w in wanted], [" ".join(u.split()) for u in unwanted]
    out = []
    for text in texts:
        if any(w in text or (len(text) > 30 and text in w) for w in wanted):
            out.append(1.0)
        else:
            out.append(0.0 if any(u in text for u in unwanted) else -1.0)
    return out


def _named_text(document, flow: Flow, targets: list[float]) -> list[tuple[set[str], float, float]]:
    total: dict[int, list[float]] = {}
    for run, target in zip(flow.runs, targets, strict=True):
        if target < 0:
            continue
        n = run.words
        for element in (run.element, *run.element.ancestors):
            t = total.setdefault(element.index, [0.0, 0.0])
            t[0] += n
            t[1] += n * target
    out = []
    for index, (n, good) in total.items():
        words = words_of(document.elements[index])
        if words and document.elements[index].tag not in ("html", "body"):
            out.append((words, n, good))
    return out
