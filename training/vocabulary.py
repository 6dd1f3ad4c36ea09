"""Aligned samples in, vocabularies out: how much a name or a phrase speaks for body text, each site counting once."""

import math
import statistics
from collections.abc import Callable

import attrs

from newsextract.locate.vocabulary import Vocabulary, phrases_of
from training.dataset import Sample

NAME_SITES = 6
"""Sites a word of class names must stand on to be learned."""
PHRASE_SITES = {False: 8, True: 10}
"""Sites a word, or a pair of words (True), must stand on."""
PHRASES = 5000
"""The most telling phrases are kept."""
CLEAR = (-1.6, 1.2)
"""Log odds between which a phrase says too little to be kept; most runs of most pages are chrome, hence the skew."""

Shares = dict[str, dict[str, list[float]]]
"""Word -> site -> share of body text, a page each."""


@attrs.frozen
class Counts:
    """What a set of samples says of names and phrases, site by site; counted once, asked for any choice of sites."""

    names: Shares
    phrases: Shares


def count(samples: list[Sample]) -> Counts:
    """The shares of body text of all names and phrases."""
    names: Shares = {}
    phrases: Shares = {}
    for s in samples:
        page: dict[str, list[float]] = {}
        for words, text, good in s.named:
            _add(page, words, text, good)
        _close(names, s.site, page)
        page = {}
        for text, target in zip(s.texts, s.targets, strict=True):
            if target >= 0:
                _add(page, phrases_of(text), 1.0, target)
        _close(phrases, s.site, page)
    fewest = min(PHRASE_SITES.values())
    return Counts(names, {w: sites for w, sites in phrases.items() if len(sites) >= fewest})


def learn(counts: Counts, takes: Callable[[str], bool] = lambda site: True) -> Vocabulary:
    """The vocabulary of the sites that are taken."""
    return Vocabulary(_learn_names(_of(counts.names, takes)), _learn_phrases(_of(counts.phrases, takes)))


def _of(shares: Shares, takes: Callable[[str], bool]) -> Shares:
    return {w: {site: v for site, v in sites.items() if takes(site)} for w, sites in shares.items()}


def _learn_names(shares: Shares) -> dict[str, float]:
    """Word of class names and ids -> log odds that text under an element so named is body text."""
    return {w: round(_odds(sites, 1.0), 2) for w, sites in shares.items() if len(sites) >= NAME_SITES and len(w) > 1}


def _learn_phrases(shares: Shares) -> dict[str, float]:
    """Word or word pair -> log odds that a run that has it is body text."""
    odds = {w: _odds(sites, 0.7) for w, sites in shares.items() if len(sites) >= PHRASE_SITES[" " in w]}
    clear = [w for w, o in odds.items() if not CLEAR[0] <= o <= CLEAR[1]]
    clear.sort(key=lambda w: -abs(odds[w]) * math.log(len(shares[w])))
    return {w: round(odds[w], 1) for w in clear[:PHRASES]}


def _add(page: dict[str, list[float]], words: set[str], total: float, good: float) -> None:
    for w in words:
        sums = page.setdefault(w, [0.0, 0.0])
        sums[0] += total
        sums[1] += good


def _close(shares: Shares, site: str, page: dict[str, list[float]]) -> None:
    for w, (total, good) in page.items():
        if total:
            shares.setdefault(w, {}).setdefault(site, []).append(good / total)


def _odds(sites: dict[str, list[float]], prior: float) -> float:
    share = (sum(statistics.mean(v) for v in sites.values()) + prior) / (len(sites) + 2.0)
    return math.log(share / (1 - share))
