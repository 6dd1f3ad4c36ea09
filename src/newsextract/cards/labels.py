"""A key of words in, the whole labels under it out: those of the words files, and those that are too common to open a
line."""

from newsextract.rules.load import bundled
from newsextract.rules.vocabulary import vocabulary
from newsextract.rules.words import fold


def labels(key: str) -> frozenset[str]:
    """The labels, folded: under "next", "read_also" and the like."""
    return bundled().words.phrases(key).union(map(fold, vocabulary("teasers").phrases(f"{key}_alone")))
